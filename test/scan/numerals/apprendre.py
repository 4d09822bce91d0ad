#!/usr/bin/env python3
"""Learns the network that reads numbers (data/chiffres/reseau.bin) from lines that main.ts cut out of worn sheets.

apprendre.py MINUTES OUT.bin STATE.pt LINES.bin[,LINES.bin…] [STATE.pt to go on from]

Needs Python with PyTorch and NumPy (Debian: python3-torch, python3-numpy). The last tenth of each file is held out and scored.
"""

import random
import re
import struct
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# Class 0 is "no sign here"; the others are these, as src/stages/recognise/numerals/decode.ts has them.
SIGNS = " 0123456789,.-€%()+/kM#"
ROWS = 28
BATCH = 32
FIRST_BATCH = 16
RATE = 2e-3
LONGEST = 24
PARTS = 127


def lines_of(path):
    """Pairs of a text and a picture of ROWS rows, as main.ts wrote them."""
    data, at, lines = open(path, "rb").read(), 0, []
    while at + 4 <= len(data):
        length, width = struct.unpack_from("<HH", data, at)
        at += 4
        text = data[at : at + length].decode("utf8")
        at += length
        lines.append((text, np.frombuffer(data, np.uint8, width * ROWS, at).reshape(ROWS, width)))
        at += width * ROWS
    return lines


def as_signs(text):
    """The text in the signs of the network: all spaces and dashes alike, whatever is no number one `#`."""
    text = re.sub(r"[\u00a0\u202f\u2009]", " ", text)
    text = re.sub("[–—−]", "-", text)
    text = re.sub(r"(?<=\d) ?[kK](?=€)", " k", text)
    text = text.replace("k€", "\x01€").replace("M€", "\x02€")
    known = {"\x01": "k", "\x02": "M"} | {sign: sign for sign in " 0123456789,.-€%()+/"}
    text = "".join(known.get(letter, "#") for letter in text)
    return re.sub(r" +", " ", re.sub(r"#+( #+)*", "#", text)).strip()


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 3, padding=1)
        self.c2 = nn.Conv2d(16, 32, 3, padding=1)
        self.c3 = nn.Conv2d(32, 48, 3, padding=1)
        self.c4 = nn.Conv2d(48, 64, (7, 3), padding=(0, 1))
        self.c5 = nn.Conv1d(64, 64, 5, padding=2)
        self.c6 = nn.Conv1d(64, len(SIGNS) + 1, 1)
        self.b = nn.ModuleList([nn.BatchNorm2d(16), nn.BatchNorm2d(32), nn.BatchNorm2d(48), nn.BatchNorm2d(64), nn.BatchNorm1d(64)])
        self.d = nn.Dropout(0.1)

    def forward(self, lines):
        x = F.max_pool2d(F.relu(self.b[0](self.c1(lines))), 2)
        x = F.max_pool2d(F.relu(self.b[1](self.c2(x))), (2, 1))
        x = F.relu(self.b[2](self.c3(x)))
        x = F.relu(self.b[3](self.c4(x))).squeeze(2)
        return self.c6(self.d(F.relu(self.b[4](self.c5(x)))))

    def written(self):
        """As weights.ts reads it: normalisations folded in, for each layer biases, largest weights, weights in signed bytes."""
        state, out = {name: value.numpy().astype(np.float64) for name, value in self.state_dict().items()}, b""
        for layer in range(1, 7):
            weights, bias = state[f"c{layer}.weight"], state[f"c{layer}.bias"]
            if layer < 6:
                norm = {name: state[f"b.{layer - 1}.{name}"] for name in ("weight", "bias", "running_mean", "running_var")}
                times = norm["weight"] / np.sqrt(norm["running_var"] + 1e-5)
                weights = weights * times.reshape(-1, *([1] * (weights.ndim - 1)))
                bias = (bias - norm["running_mean"]) * times + norm["bias"]
            flat = weights.reshape(len(weights), -1)
            most = np.abs(flat).max(1)
            parts = np.round(flat / np.maximum(most, 1e-12)[:, None] * PARTS).astype(np.int8)
            out += bias.astype("<f4").tobytes() + most.astype("<f4").tobytes() + parts.tobytes()
        return out


def worn(picture):
    """The same line a little otherwise: paler, grainier, wider, a row higher or lower, with white where a speck or a line was taken away."""
    ink, chance = picture.astype(np.float32) / 255, random.random
    if chance() < 0.5:
        ink = np.clip(ink * random.uniform(0.75, 1.15) + random.uniform(-0.04, 0.06), 0, 1)
    if chance() < 0.3:
        ink = np.clip(ink + np.random.randn(*ink.shape).astype(np.float32) * random.uniform(0, 0.08), 0, 1)
    if chance() < 0.3:
        ink = ink ** random.uniform(0.6, 1.6)
    if chance() < 0.3:
        width, factor = ink.shape[1], random.uniform(0.85, 1.15)
        places = np.clip(np.arange(int(width * factor)) / factor, 0, width - 1)
        left = places.astype(int)
        right, share = np.minimum(left + 1, width - 1), (places - left)[None, :].astype(np.float32)
        ink = ink[:, left] * (1 - share) + ink[:, right] * share
    if chance() < 0.3:
        ink = np.roll(ink, random.choice([-1, 1]), axis=0)
    if chance() < 0.25:
        for _ in range(random.randint(1, 2)):
            high, wide = random.randint(1, 3), random.randint(2, 10)
            y, x = random.randint(0, ROWS - 1 - high), random.randint(0, max(0, ink.shape[1] - wide))
            ink[y : y + high, x : x + wide] = 0
    return ink


def batch_of(lines, as_it_is=False):
    inks = [picture.astype(np.float32) / 255 if as_it_is else worn(picture) for _, picture in lines]
    widest = max(ink.shape[1] for ink in inks)
    pictures = np.zeros((len(inks), 1, ROWS, widest + widest % 2), np.float32)
    for at, ink in enumerate(inks):
        pictures[at, 0, :, : ink.shape[1]] = ink
    steps = torch.tensor([(ink.shape[1] + 1) // 2 for ink in inks])
    return torch.from_numpy(pictures), steps, [[SIGNS.index(sign) + 1 for sign in as_signs(text)] for text, _ in lines]


def said(costs):
    """The likeliest class at each step, repetitions and blanks left out."""
    text, last = "", 0
    for each in costs.argmax(0).tolist():
        if each not in (last, 0):
            text += SIGNS[each - 1]
        last = each
    return re.sub(" +", " ", text).strip()


def score(network, lines):
    """Shares of lines, and of numbers, that come out right."""
    network.eval()
    right = numbers = right_numbers = 0
    with torch.no_grad():
        for at in range(0, len(lines), 64):
            own = lines[at : at + 64]
            pictures, steps, _ = batch_of(own, as_it_is=True)
            for (text, _), costs, count in zip(own, network(pictures), steps):
                seen, signs = said(costs[:, :count]), as_signs(text)
                right += seen == signs
                if re.search(r"\d", signs) and "#" not in signs:
                    numbers += 1
                    right_numbers += re.sub(r"[^\d,%-]", "", seen) == re.sub(r"[^\d,%-]", "", signs)
    network.train()
    return round(right / len(lines), 4), round(right_numbers / max(1, numbers), 4)


def main(minutes, out, state, files, known=None):
    torch.manual_seed(1)
    random.seed(1)
    np.random.seed(1)
    learnt, held = [], []
    for file in files.split(","):
        lines = lines_of(file)
        lines = [(text, ink) for text, ink in lines if 0 < len(as_signs(text)) <= LONGEST and ink.shape[1] >= 2.4 * len(as_signs(text)) + 2.4]
        learnt += lines[: len(lines) * 9 // 10]
        held += lines[len(lines) * 9 // 10 :]
    network = Network()
    if known is not None:
        network.load_state_dict(torch.load(known))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-4)
    loss_of, start, step, order = nn.CTCLoss(zero_infinity=True), time.time(), 0, []
    while (spent := (time.time() - start) / (60 * float(minutes))) < 1:
        if not order:
            size = FIRST_BATCH if known is None and spent < 0.5 else BATCH
            drawn = random.sample(range(len(learnt)), min(len(learnt), 12000))
            drawn.sort(key=lambda at: learnt[at][1].shape[1] + 40 * random.random())
            order = [drawn[at : at + size] for at in range(0, len(drawn), size)]
            random.shuffle(order)
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, step / 200 + 0.05) * max(0.01, 1 - spent)
        pictures, steps, signs = batch_of([learnt[at] for at in order.pop()])
        shares = F.log_softmax(network(pictures), 1).permute(2, 0, 1)
        loss = loss_of(shares, torch.tensor([each for own in signs for each in own]), steps, torch.tensor([len(own) for own in signs]))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5)
        optimiser.step()
        step += 1
        if step % 500 == 0:
            print(step, int(time.time() - start), round(loss.item(), 3), *score(network, held[:1500]), flush=True)
    torch.save(network.state_dict(), state)
    open(out, "wb").write(network.written())
    print("held out:", len(held), "lines; right, numbers right:", *score(network, held))


if __name__ == "__main__":
    main(*sys.argv[1:])
