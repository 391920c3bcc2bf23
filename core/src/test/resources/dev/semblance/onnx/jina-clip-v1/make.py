#!/usr/bin/env python3
"""Makes the tiny jina-clip v1 beside this file: random weights in the layout of jinaai/jina-clip-v1.

    make.py GOLDEN      the folder golden/, whose models/make.py has what is shared (towers, tokenizer, pictures)

What is known of the layout: onnx/text_model.onnx takes input_ids alone (programs that run it feed nothing else), its
text tower is a BERT with ALiBi instead of positions whose mask is input_ids != pad, mean of the states; onnx/vision_model.onnx
is an EVA02 at 224 pixels. Outputs are text_embeds and image_embeds, as transformers.js' CLIPTextModelWithProjection and
CLIPVisionModelWithProjection want them. Not unit length. Tokenizer: bert-base-uncased's kind.

expected.json holds what onnxruntime gives; PyTorch must give the same to 1e-4. The pictures are those of
golden/preprocess-clip with an even margin, since jina's own code and transformers.js round odd ones differently.
"""
import json, math, sys
from pathlib import Path

sys.path.insert(0, str(Path(sys.argv[1]) / "models"))
sys.argv = sys.argv[:1]
import make as golden
import numpy as np
import torch
from torch import nn

HERE = Path(__file__).resolve().parent
HIDDEN, HEADS, DIMENSION, SIZE = 16, 2, 24, 224
PICTURES = ["franz-kafka.jpg", "coco_000000039769.png"]


class Layer(nn.Module):
    """JinaBERT's: post-norm, gated linear units, distances taken from the attention scores."""

    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.gated, self.down = nn.Linear(HIDDEN, 4 * HIDDEN, bias=False), nn.Linear(2 * HIDDEN, HIDDEN)
        self.first, self.second = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + bias
        states = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.first(x + self.out(states))
        gate, value = self.gated(x).chunk(2, -1)
        return self.second(x + self.down(torch.nn.functional.gelu(gate) * value))


class Text(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.words, self.norm = nn.Embedding(vocabulary, HIDDEN), nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList([Layer()])
        self.projection = nn.Linear(HIDDEN, DIMENSION, bias=False)
        self.register_buffer("slopes", torch.tensor([2.0 ** (-8 * (h + 1) / HEADS) for h in range(HEADS)]).view(1, HEADS, 1, 1))

    def forward(self, ids):
        mask = (ids != 0).float()
        place = torch.arange(ids.shape[1])
        far = (place[None, :] - place[:, None]).abs().float()
        bias = -self.slopes * far - (1 - mask)[:, None, None, :] * 1e9
        x = self.norm(self.words(ids))
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.projection(mean)


class Vision(nn.Module):
    def __init__(self):
        super().__init__()
        from timm.models.eva import Eva
        self.tower = Eva(img_size=SIZE, patch_size=16, embed_dim=HIDDEN, depth=1, num_heads=HEADS, mlp_ratio=2.0, qkv_fused=False,
                         swiglu_mlp=True, scale_mlp=True, use_rot_pos_emb=True, ref_feat_shape=(16, 16), num_classes=0, global_pool="token")
        self.projection = nn.Linear(HIDDEN, DIMENSION, bias=False)

    def forward(self, pixels):
        return self.projection(self.tower(pixels))


def main():
    tokenizer, vocabulary = golden.bert_tokenizer(HERE, 400, 8192)
    for unneeded in ("vocab.txt", "special_tokens_map.json"):
        (HERE / unneeded).unlink(missing_ok=True)
    raw = json.loads((HERE / "tokenizer.json").read_text(encoding="utf-8"))
    (HERE / "tokenizer.json").write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    text, vision = golden.randomize(Text(vocabulary), 31), golden.randomize(Vision(), 32)
    golden.dump(HERE / "config.json", dict(architectures=["JinaCLIPModel"], model_type="jina_clip", projection_dim=DIMENSION,
                                           text_config=dict(embed_dim=DIMENSION, pooler_type="mean_pooler", hf_model_name_or_path="jinaai/jina-bert-flash-implementation"),
                                           vision_config=dict(embed_dim=DIMENSION, image_size=SIZE, patch_size=16, width=HIDDEN, layers=1)))
    golden.dump(HERE / "preprocessor_config.json", dict(fill_color=0, image_processor_type="JinaCLIPImageProcessor", interpolation="bicubic", mean=golden.CLIP_MEAN,
                                                        processor_class="JinaCLIPProcessor", resize_mode="shortest", size=SIZE, std=golden.CLIP_STD))
    texts = [t for _, t in golden.TEXTS]
    ids, padded, _ = golden.encode(tokenizer, texts, 8192, None, 0)
    x, _, _ = golden.pictures(SIZE)
    x = np.stack([x[golden.IMAGES.index(name)] for name in PICTURES])
    both = {0: "batch_size", 1: "sequence_length"}
    t, v = HERE / "onnx/text_model.onnx", HERE / "onnx/vision_model.onnx"
    golden.export(text, (torch.tensor(padded[:2]),), t, {"input_ids": both}, {"text_embeds": {0: "batch_size"}})
    golden.export(vision, (torch.tensor(x),), v, {"pixel_values": {0: "batch_size"}}, {"image_embeds": {0: "batch_size"}})
    te, ie = golden.run(t, dict(input_ids=padded))["text_embeds"], golden.run(v, dict(pixel_values=x))["image_embeds"]
    with torch.no_grad():
        assert np.abs(te - text(torch.tensor(padded)).numpy()).max() < 1e-4
        assert np.abs(ie - vision(torch.tensor(x)).numpy()).max() < 1e-4
    for i, row in enumerate(ids):                      # alone as in company
        assert np.abs(golden.run(t, dict(input_ids=np.array([row], np.int64)))["text_embeds"] - te[i:i + 1]).max() < 1e-4
    unit = lambda a: [[round(float(c), 8) for c in row] for row in a / np.linalg.norm(a, axis=-1, keepdims=True)]
    golden.dump(HERE / "expected.json", dict(made_with=golden.VERSIONS, texts=texts, ids=ids, pictures=PICTURES, text_embeds_unit=unit(te), image_embeds_unit=unit(ie)))


main()
