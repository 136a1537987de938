"""What the draft layer of models/mini (multi-token prediction) guesses, by official code.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 transformers==5.24.0 safetensors
    venv/bin/python vectors/mtp/make.py

Transformers leaves `mtp.*` in the file. Here its own classes are put together as the layer is defined: hidden states
behind the final norm from Qwen3_5ForCausalLM, the layer itself as a Qwen3_5DecoderLayer of full attention, norms as
Qwen3_5RMSNorm. Everything in float32 on a CPU, without caches: each guess is made by running all its pairs anew.
"""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from transformers import Qwen3_5ForCausalLM, Qwen3_5TextConfig
from transformers.models.qwen3_5.modeling_qwen3_5 import Qwen3_5DecoderLayer, Qwen3_5RMSNorm

HERE = Path(__file__).parent
MINI = HERE / "../../models/mini"
ROWS = range(0, 60, 5)
GUESSES = 3

config = Qwen3_5TextConfig.from_pretrained(MINI)
config._attn_implementation = "eager"
model = Qwen3_5ForCausalLM.from_pretrained(MINI, dtype=torch.float32, attn_implementation="eager").eval()
stored = {name.removeprefix("mtp."): tensor.float() for name, tensor in load_file(MINI / "model.safetensors").items() if name.startswith("mtp.")}


def norm(name):
    made = Qwen3_5RMSNorm(config.hidden_size, eps=config.rms_norm_eps)
    made.load_state_dict({"weight": stored[name + ".weight"]})
    return made


layer = Qwen3_5DecoderLayer(config, config.layer_types.index("full_attention")).eval()
layer.load_state_dict({name.removeprefix("layers.0."): tensor for name, tensor in stored.items() if name.startswith("layers.0.")})
embedding_norm, hidden_norm, last_norm = norm("pre_fc_norm_embedding"), norm("pre_fc_norm_hidden"), norm("norm")


@torch.no_grad()
def run(hidden, tokens):
    """Pairs (hidden state, token behind it) of one sequence: [T, E] and [T] to h' [T, E]."""
    embedded = model.model.embed_tokens(torch.tensor(tokens))
    x = torch.cat([embedding_norm(embedded), hidden_norm(hidden)], dim=-1) @ stored["fc.weight"].T
    count = len(tokens)
    positions = torch.arange(count)[None]
    mask = torch.full((count, count), torch.finfo(torch.float32).min).triu(1)[None, None]
    turned = model.model.rotary_emb(x[None], positions)
    out = layer(x[None], position_embeddings=turned, attention_mask=mask, position_ids=positions)
    return last_norm(out[0] if isinstance(out, tuple) else out)[0]


@torch.no_grad()
def guesses(hidden, ids, at):
    """Guesses behind ids[at + 1], from the hidden states of ids[0 … at]."""
    states, tokens, found = hidden[: at + 1], list(ids[1 : at + 2]), []
    for _ in range(GUESSES):
        new = run(states, tokens)[-1]
        logprobs = torch.log_softmax(model.lm_head(new), dim=-1)
        best = torch.topk(logprobs, 2)
        guess = int(best.indices[0])
        found.append([guess, round(float(best.values[0]), 5), round(float(best.values[0] - best.values[1]), 5)])
        states = torch.cat([states, new[None]])
        tokens.append(guess)
    return found


rows, right, tried = [], 0, 0
for index in ROWS:
    row = json.loads((HERE / "../mini/expected.json").read_text())["rows"][index]
    ids = row["ids"] + row["greedy"]
    with torch.no_grad():
        hidden = model.model(torch.tensor([ids])).last_hidden_state[0]
    start = len(row["ids"]) - 1
    made = [guesses(hidden, ids, at) for at in range(start, len(ids) - 1)]
    follows = ids[start + 2 :]
    right += sum(each[0][0] == next_id for each, next_id in zip(made, follows))
    tried += len(follows)
    rows.append({"row": index, "guesses": made})
    print(index, right, tried, flush=True)

text = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
(HERE / "expected.json").write_text(f'{{"rows":[\n{text}\n]}}\n')
print(f"first guesses right: {right} of {tried}")
