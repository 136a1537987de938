"""transformers' numbers for a trained Llama file, in the form of the other json file here. The ids are llama.cpp's.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 transformers==5.24.0 gguf accelerate
    venv/bin/python vectors/real/make-smollm2.py FOLDER    # the folder with smollm2-135m-instruct-q4_1.gguf
"""
import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM

NAME = "smollm2-135m-instruct-q4_1"
END = 2
PROMPTS = {
    "capital": ("<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n",
                [1, 4093, 198, 1780, 314, 260, 3575, 282, 4649, 47, 2, 198, 1, 520, 9531, 198]),
    "planet": ("The largest planet in our solar system is", [504, 3995, 3925, 281, 653, 3693, 817, 314]),
    "code": ("def fibonacci(n):\n", [1604, 3987, 46477, 24, 94, 727, 198]),
}


def row(model, name, text, ids):
    with torch.no_grad():
        logits = model(torch.tensor([ids])).logits[0].float()
        top = logits.topk(20)
        logprobs = logits.log_softmax(-1)
        greedy, margins, at = [], [], list(ids)
        for _ in range(32):
            best = model(torch.tensor([at])).logits[0, -1].float().topk(2)
            greedy.append(int(best.indices[0]))
            margins.append(round(float(best.values[0] - best.values[1]), 4))
            at.append(greedy[-1])
            if greedy[-1] == END:
                break
    return {
        "name": name, "text": text, "ids": ids,
        "argmax": top.indices[:, 0].tolist(),
        "margin": [round(float(values[0] - values[1]), 4) for values in top.values],
        "next_logprob": [round(float(logprobs[i, ids[i + 1]]), 5) for i in range(len(ids) - 1)],
        "last_top20": [[int(i), round(float(v), 4)] for i, v in zip(top.indices[-1], top.values[-1])],
        "greedy": greedy, "greedy_margin": margins,
    }


model = AutoModelForCausalLM.from_pretrained(sys.argv[1], gguf_file=f"{NAME}.gguf", dtype=torch.float32).eval()
rows = [row(model, name, *prompt) for name, prompt in PROMPTS.items()]
(Path(__file__).parent / f"{NAME}.json").write_text(json.dumps({"rows": rows}, ensure_ascii=False))
