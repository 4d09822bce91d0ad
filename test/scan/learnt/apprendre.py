#!/usr/bin/env python3
"""Learns the networks that read coarse print (data/chiffres/reseau.bin, data/lettres/reseau.bin) from lines that main.ts cut out of worn sheets.

apprendre.py chiffres|lettres MINUTES OUT.bin STATE.pt LINES.bin[,LINES.bin…] [STATE.pt to go on from, of either]

Needs Python with PyTorch and NumPy (Debian: python3-torch, python3-numpy). The last tenth of each file is held out and scored.
"""

import random
import re
import struct
import sys
import time
import unicodedata

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# Class 0 is "no sign here"; the others are these, as src/stages/recognise/numerals has them.
NUMBERS = " 0123456789,.-€%()+/kM#"
LETTERS = (
    " 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "àâäçéèêëîïôöùûüœÀÂÇÉÈÊËÎÏÔÙÛŒ"
    ".,:;'-()/€%&+\"!?°•*=|²_"
)
# For each kind: its signs, the layers along the line (channels, width), the longest text, the rate of learning.
KINDS = {"chiffres": (NUMBERS, [(64, 5)], 24, 2e-3), "lettres": (LETTERS, [(96, 5), (96, 7)], 90, 2e-3)}
ROWS = 28
BATCH = 32
FIRST_BATCH = 16
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


def as_letters(text):
    """The text in the signs of the network: spaces, dashes and quotes alike; none where a sign is unknown."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"\s+", " ", re.sub("[–—−‑]", "-", text))
    text = re.sub("[’‘]", "'", re.sub("[“”«»]", '"', text)).strip()
    return text if all(sign in LETTERS for sign in text) else ""


def as_number(text):
    """The text in the signs of the network: all spaces and dashes alike, whatever is no number one `#`."""
    text = re.sub(r"[\u00a0\u202f\u2009]", " ", text)
    text = re.sub("[–—−]", "-", text)
    text = re.sub(r"(?<=\d) ?[kK](?=€)", " k", text)
    text = text.replace("k€", "\x01€").replace("M€", "\x02€")
    known = {"\x01": "k", "\x02": "M"} | {sign: sign for sign in " 0123456789,.-€%()+/"}
    text = "".join(known.get(letter, "#") for letter in text)
    return re.sub(r" +", " ", re.sub(r"#+( #+)*", "#", text)).strip()


class Network(nn.Module):
    def __init__(self, classes, along):
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 3, padding=1)
        self.c2 = nn.Conv2d(16, 32, 3, padding=1)
        self.c3 = nn.Conv2d(32, 48, 3, padding=1)
        self.c4 = nn.Conv2d(48, 64, (7, 3), padding=(0, 1))
        channels = 64
        for at, (wider, width) in enumerate(along):
            setattr(self, f"c{5 + at}", nn.Conv1d(channels, wider, width, padding=width // 2))
            channels = wider
        self.last = 5 + len(along)
        setattr(self, f"c{self.last}", nn.Conv1d(channels, classes, 1))
        self.b = nn.ModuleList([nn.BatchNorm2d(each) for each in (16, 32, 48, 64)] + [nn.BatchNorm1d(each) for each, _ in along])
        self.d = nn.Dropout(0.1)

    def forward(self, lines):
        x = F.max_pool2d(F.relu(self.b[0](self.c1(lines))), 2)
        x = F.max_pool2d(F.relu(self.b[1](self.c2(x))), (2, 1))
        x = F.relu(self.b[2](self.c3(x)))
        x = F.relu(self.b[3](self.c4(x))).squeeze(2)
        for layer in range(5, self.last):
            x = F.relu(self.b[layer - 1](getattr(self, f"c{layer}")(x)))
        return getattr(self, f"c{self.last}")(self.d(x))

    def go_on_from(self, state):
        """Weights of a network of the same kind, or those of the layers that look at the picture of one of the other kind."""
        own = self.state_dict()
        known = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
        # An output layer of the same shape by chance would be of other signs.
        self.load_state_dict({**own, **known})

    def written(self):
        """As weights.ts reads it: normalisations folded in, for each layer biases, largest weights, weights in signed bytes."""
        state, out = {name: value.numpy().astype(np.float64) for name, value in self.state_dict().items()}, b""
        for layer in range(1, self.last + 1):
            weights, bias = state[f"c{layer}.weight"], state[f"c{layer}.bias"]
            if layer < self.last:
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


def batch_of(lines, signs, as_it_is=False):
    inks = [picture.astype(np.float32) / 255 if as_it_is else worn(picture) for _, picture in lines]
    widest = max(ink.shape[1] for ink in inks)
    pictures = np.zeros((len(inks), 1, ROWS, widest + widest % 2), np.float32)
    for at, ink in enumerate(inks):
        pictures[at, 0, :, : ink.shape[1]] = ink
    steps = torch.tensor([(ink.shape[1] + 1) // 2 for ink in inks])
    return torch.from_numpy(pictures), steps, [[signs.index(sign) + 1 for sign in text] for text, _ in lines]


def said(costs, signs):
    """The likeliest class at each step, repetitions and blanks left out."""
    text, last = "", 0
    for each in costs.argmax(0).tolist():
        if each not in (last, 0):
            text += signs[each - 1]
        last = each
    return re.sub(" +", " ", text).strip()


def apart(one, other):
    """How many letters must be changed, added or left out to make one text of the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row[0] = row[0], at
        for to, sign in enumerate(other, 1):
            last, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, last + (letter != sign))
    return row[-1]


def score(network, lines, signs):
    """Share of lines that come out right, and of their signs."""
    network.eval()
    right = wrong = count = 0
    with torch.no_grad():
        for at in range(0, len(lines), 64):
            own = lines[at : at + 64]
            pictures, steps, _ = batch_of(own, signs, as_it_is=True)
            for (text, _), costs, count_of in zip(own, network(pictures), steps):
                seen = said(costs[:, :count_of], signs)
                right += seen == text
                wrong += apart(seen, text)
                count += len(text)
    network.train()
    return round(right / len(lines), 4), round(1 - wrong / count, 4)


def main(kind, minutes, out, state, files, known=None):
    torch.manual_seed(1)
    random.seed(1)
    np.random.seed(1)
    torch.set_num_threads(1)
    signs, along, longest, rate = KINDS[kind]
    as_signs = as_number if kind == "chiffres" else as_letters
    learnt, held = [], []
    for file in files.split(","):
        lines = [(as_signs(text), ink) for text, ink in lines_of(file)]
        lines = [(text, ink) for text, ink in lines if 0 < len(text) <= longest and ink.shape[1] >= 2.4 * len(text) + 2.4]
        learnt += lines[: len(lines) * 9 // 10]
        held += lines[len(lines) * 9 // 10 :]
    held.sort(key=lambda line: line[1].shape[1])
    network = Network(len(signs) + 1, along)
    if known is not None:
        network.go_on_from(torch.load(known))
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-4)
    loss_of, start, step, order, losses = nn.CTCLoss(zero_infinity=True), time.time(), 0, [], []
    print(len(learnt), "lines to learn from", flush=True)
    while (spent := (time.time() - start) / (60 * float(minutes))) < 1:
        if not order:
            size = FIRST_BATCH if known is None and spent < 0.5 else BATCH
            drawn = random.sample(range(len(learnt)), min(len(learnt), 12000))
            drawn.sort(key=lambda at: learnt[at][1].shape[1] + 40 * random.random())
            order = [drawn[at : at + size] for at in range(0, len(drawn), size)]
            random.shuffle(order)
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, step / 200 + 0.05) * max(0.01, 1 - spent)
        pictures, steps, texts = batch_of([learnt[at] for at in order.pop()], signs)
        shares = F.log_softmax(network(pictures), 1).permute(2, 0, 1)
        loss = loss_of(shares, torch.tensor([each for own in texts for each in own]), steps, torch.tensor([len(own) for own in texts]))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if step % 250 == 0:
            print(step, int(time.time() - start), round(sum(losses) / len(losses), 3), *score(network, held[:: max(1, len(held) // 500)], signs), flush=True)
            losses = []
            torch.save(network.state_dict(), state)
            open(out, "wb").write(network.written())
    torch.save(network.state_dict(), state)
    open(out, "wb").write(network.written())
    print("held out:", len(held), "lines; right, signs right:", *score(network, held[:: max(1, len(held) // 2000)], signs))


if __name__ == "__main__":
    main(*sys.argv[1:])
