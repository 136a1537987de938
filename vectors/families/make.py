"""Tiny models of the other families with transformers' logits, as safetensors and as GGUF.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 transformers==5.24.0 gguf safetensors
    venv/bin/python vectors/families/make.py

Weights are random and made here (seeded); every expected number comes from Hugging Face transformers in float32 on a CPU.
The GGUF files hold the same weights under the names and in the row order of llama.cpp's converter.
"""
import json
from pathlib import Path

import gguf
import torch
from safetensors.torch import load_file, save_file
from transformers import (
    LlamaConfig, LlamaForCausalLM, Qwen3Config, Qwen3ForCausalLM, Qwen3MoeConfig, Qwen3MoeForCausalLM,
    Qwen3_5ForCausalLM, Qwen3_5TextConfig,
)

HERE = Path(__file__).parent
VOCABULARY, HIDDEN, LAYERS, HEADS, KV_HEADS, HEAD = 320, 32, 2, 4, 2, 16
TOKENS = 48
SHAPE = dict(
    vocab_size=VOCABULARY, hidden_size=HIDDEN, num_hidden_layers=LAYERS, num_attention_heads=HEADS,
    num_key_value_heads=KV_HEADS, head_dim=HEAD, intermediate_size=48, max_position_embeddings=512,
    bos_token_id=None, eos_token_id=None, pad_token_id=None,
)
# Llama 3.1's recipe with a trained length that 48 positions go beyond.
LLAMA3 = dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=32, rope_theta=10000.0)
MODELS = {
    "qwen3": (Qwen3ForCausalLM, Qwen3Config(**SHAPE, tie_word_embeddings=True, rope_parameters=dict(rope_type="default", rope_theta=1e6))),
    "qwen3-moe": (Qwen3MoeForCausalLM, Qwen3MoeConfig(
        **SHAPE, tie_word_embeddings=False, num_experts=6, num_experts_per_tok=2, moe_intermediate_size=16, norm_topk_prob=True,
        rope_parameters=dict(rope_type="default", rope_theta=1e6))),
    "llama": (LlamaForCausalLM, LlamaConfig(**SHAPE, tie_word_embeddings=False, rope_parameters=dict(rope_type="default", rope_theta=10000.0))),
    "llama3": (LlamaForCausalLM, LlamaConfig(**SHAPE, tie_word_embeddings=True, rope_parameters=LLAMA3)),
}


def randomise(model, seed):
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in sorted(model.named_parameters()):
            noise = torch.randn(weight.shape, generator=generator)
            if name.endswith("norm.weight"):
                weight.copy_(1 + 0.2 * noise)
            else:
                weight.copy_(noise * weight.shape[-1] ** -0.5 * (1 if "embed" not in name else HIDDEN ** 0.5))


def expected(model, ids):
    with torch.no_grad():
        logits = model(ids).logits.float()
        greedy, at = [], ids
        for _ in range(16):
            greedy.append(int(model(at).logits[0, -1].argmax()))
            at = torch.cat([at, torch.tensor([[greedy[-1]]])], dim=1)
    return {"input_ids": ids.int(), "logits": logits[0].contiguous(), "greedy": torch.tensor(greedy, dtype=torch.int32)}


def neighbours(weight, heads):
    """Rows as llama.cpp's converter lays out Llama's q_proj and k_proj: dims i and i + R/2 of a head side by side."""
    rows, cols = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, cols).swapaxes(1, 2).reshape(rows, cols)


NAMES = {
    "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm", "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output", "self_attn.q_norm": "attn_q_norm", "self_attn.k_norm": "attn_k_norm",
    "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down", "mlp.gate": "ffn_gate_inp",
}


def write_gguf(path, name, config, tensors):
    architecture = {"qwen3": "qwen3", "qwen3-moe": "qwen3moe"}.get(name, "llama")
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_block_count(LAYERS)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(HIDDEN)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_key_length(HEAD)
    writer.add_value_length(HEAD)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
    if architecture == "llama":
        writer.add_rope_dimension_count(HEAD)
        writer.add_vocab_size(VOCABULARY)
    if architecture == "qwen3moe":
        writer.add_expert_count(config.num_experts)
        writer.add_expert_used_count(config.num_experts_per_tok)
        writer.add_expert_feed_forward_length(config.moe_intermediate_size)
    # The vocabulary is that of vectors/llamacpp-tiny.
    for field in gguf.GGUFReader(HERE / "../llamacpp-tiny/tiny-dense-f32.gguf").fields.values():
        if not field.name.startswith("tokenizer.ggml."):
            continue
        value = field.contents()
        if field.name.endswith(".pre"):
            writer.add_tokenizer_pre("qwen2")
        elif field.types[0] == gguf.GGUFValueType.ARRAY:
            writer.add_array(field.name, value)
        else:
            writer.add_key_value(field.name, value, field.types[0])
    if name == "llama3":
        base = 10000.0 ** (-torch.arange(0, HEAD, 2) / HEAD)
        turned = LlamaForCausalLM(config).model.rotary_emb.inv_freq
        writer.add_tensor("rope_freqs.weight", (base / turned).float().numpy())
    experts = {}
    for key, weight in tensors.items():
        if key == "model.embed_tokens.weight":
            writer.add_tensor("token_embd.weight", weight.numpy())
        elif key == "model.norm.weight":
            writer.add_tensor("output_norm.weight", weight.numpy())
        elif key == "lm_head.weight":
            writer.add_tensor("output.weight", weight.numpy())
        else:
            _, _, layer, rest = key.split(".", 3)
            rest = rest.removesuffix(".weight")
            if ".experts." in rest:
                _, _, _, projection = rest.split(".")
                experts.setdefault(f"blk.{layer}.ffn_{projection.removesuffix('_proj')}_exps.weight", []).append(weight)
                continue
            if architecture == "llama" and rest.endswith(("q_proj", "k_proj")):
                weight = neighbours(weight, HEADS if rest.endswith("q_proj") else KV_HEADS)
            writer.add_tensor(f"blk.{layer}.{NAMES[rest]}.weight", weight.contiguous().numpy())
    for key, weights in experts.items():
        writer.add_tensor(key, torch.stack(weights).numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def per_expert(tensors, width):
    """transformers 5 packs the experts; published files of Qwen3-MoE have each in tensors of its own."""
    split = {}
    for key, weight in tensors.items():
        prefix, _, last = key.rpartition(".")
        if last == "gate_up_proj":
            for expert, both in enumerate(weight):
                split[f"{prefix}.{expert}.gate_proj.weight"] = both[:width].contiguous()
                split[f"{prefix}.{expert}.up_proj.weight"] = both[width:].contiguous()
        elif last == "down_proj" and prefix.endswith("experts"):
            for expert, one in enumerate(weight):
                split[f"{prefix}.{expert}.down_proj.weight"] = one.contiguous()
        else:
            split[key] = weight.contiguous()
    return split


def main():
    ids = torch.randint(0, 256, (1, TOKENS), generator=torch.Generator().manual_seed(1))
    for seed, (name, (kind, config)) in enumerate(MODELS.items()):
        torch.manual_seed(0)
        model = kind(config).eval()
        randomise(model, seed)
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        tensors = {key: weight for key, weight in model.state_dict().items() if not (config.tie_word_embeddings and key == "lm_head.weight")}
        tensors = per_expert(tensors, getattr(config, "moe_intermediate_size", 0))
        save_file(tensors, folder / "model.safetensors", {"format": "pt"})
        save_file(expected(model, ids), folder / "expected.safetensors")
        (folder / "config.json").write_text(json.dumps(config.to_dict() | {"architectures": [kind.__name__]}, indent=1))
        write_gguf(folder / "model.gguf", name, config, tensors)

    # YaRN on the tiny Qwen3.5 of vectors/transformers/dense: its weights, other frequencies.
    dense = HERE / "../transformers/dense"
    config = json.loads((dense / "config.json").read_text())
    config["rope_parameters"] |= dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=16, rope_theta=10000.0)
    model = Qwen3_5ForCausalLM(Qwen3_5TextConfig(**config)).eval()
    missing, unexpected = model.load_state_dict(load_file(dense / "model.safetensors"), strict=False)
    assert not missing and not unexpected, (missing, unexpected)
    (HERE / "qwen3.5-yarn").mkdir(exist_ok=True)
    (HERE / "qwen3.5-yarn/config.json").write_text(json.dumps(config, indent=1))
    save_file(expected(model, ids), HERE / "qwen3.5-yarn/expected.safetensors")


main()
