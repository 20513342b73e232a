"""The training loop: AdamW, warm-up and linear decay, the best epoch on development data kept."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from dires.encoder.reading import layout_of
from dires.training.batches import IGNORED, Batch, Marks, Tagged, batches_of, tag
from dires.training.config import Config
from dires.training.gold import Example, Gold
from dires.training.measure import Figures, measure
from dires.training.reader import Reader
from dires.training.torch_backend import reading_of
from dires.training.typography_noise import vary

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Epoch:
    """What an epoch gave: mean loss, seconds, figures on development data by head and source."""

    number: int
    loss: float
    seconds: float
    figures: dict[str, dict[str, Figures]]

    @property
    def score(self) -> float:
        """The mean F1 over heads and sources, of names where there are such."""
        values = [found.f1 for found in self.headline.values()]
        return sum(values) / len(values) if values else -self.loss

    @property
    def headline(self) -> dict[str, Figures]:
        """By head and source the figures of names, or of all labels where there are no names."""
        return {
            source: found["names"] if found["names"].gold else found["all"]
            for source, found in self.figures.items()
        }


def learn(
    reader: Reader,
    tokenizer: Tokenizer,
    gold: Gold,
    config: Config,
    *,
    report: Report,
    keep: Callable[[Sequence[Epoch]], None],
) -> list[Epoch]:
    """Train `reader` in place on ``gold.train``; it ends with the weights of its best epoch.

    `report` is told how it goes; `keep` is called with the epochs so far after each that is the
    best yet. The same seed and machine give the same weights.
    """
    torch.manual_seed(config.seed)
    chance = random.Random(config.seed)
    marks = _marks(tokenizer)
    steps = config.epochs * sum(
        1 for _ in _epoch(gold.train, reader, tokenizer, marks, config, chance)
    )
    optimizer = AdamW(_groups(reader, config), weight_decay=config.decay)
    schedule = LambdaLR(optimizer, _slope(steps, config.warmup))
    history: list[Epoch] = []
    best = copy.deepcopy(reader.state_dict())
    for number in range(1, config.epochs + 1):
        started = time.perf_counter()
        loss = _pass(
            reader,
            _epoch(gold.train, reader, tokenizer, marks, config, chance),
            optimizer,
            schedule,
            lambda step, loss, number=number: report(  # type: ignore[misc]
                f"epoch {number}: step {step} of about {steps // config.epochs}, loss {loss:.3f}"
            ),
        )
        figures = measure(reading_of(reader, tokenizer), gold.dev, config.heads)
        epoch = Epoch(number, loss, time.perf_counter() - started, figures)
        report(_line(epoch))
        if not history or epoch.score > max(e.score for e in history):
            best = copy.deepcopy(reader.state_dict())
            keep([*history, epoch])
        history.append(epoch)
        if _stalled(history, config.patience):
            report(f"no better for {config.patience} epochs: done")
            break
    reader.load_state_dict(best)
    return history


def _pass(
    reader: Reader,
    batches: Iterable[Batch],
    optimizer: AdamW,
    schedule: LambdaLR,
    tell: Callable[[int, float], None],
) -> float:
    reader.train()
    total = 0.0
    step = 0
    for step, batch in enumerate(batches, 1):
        loss = _loss(reader(batch.ids, batch.mask), batch.tags)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        total += float(loss.detach())
        if step % 25 == 0:
            tell(step, total / step)
    return total / max(step, 1)


def _loss(scores: Mapping[str, Tensor], tags: Mapping[str, Tensor]) -> Tensor:
    """The sum over heads of the mean cross-entropy of what has gold for the head."""
    return torch.stack(
        [
            cross_entropy(scores[name].flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)
            for name, wanted in tags.items()
        ]
    ).sum()


def _epoch(
    examples: Sequence[Example],
    reader: Reader,
    tokenizer: Tokenizer,
    marks: Marks,
    config: Config,
    chance: random.Random,
) -> Iterable[Batch]:
    tagged: list[Tagged] = []
    sure = {name for name, head in config.heads.items() if head.sure}
    for example in examples:
        varied = vary(example, chance)
        tagged.append(tag(varied, tokenizer, reader.labels, marks.eos, sure=sure))
    return batches_of(
        tagged,
        marks,
        window=config.window,
        size=config.batch,
        masked=config.masked,
        chance=chance,
    )


def _groups(reader: Reader, config: Config) -> list[dict[str, object]]:
    encoder = []
    for name, parameter in reader.encoder.named_parameters():
        parameter.requires_grad = not name.startswith(config.frozen) if config.frozen else True
        if parameter.requires_grad:
            encoder.append(parameter)
    return [
        {"params": encoder, "lr": config.rate},
        {"params": list(reader.heads.parameters()), "lr": config.head_rate},
    ]


def _slope(steps: int, warmup: float) -> Callable[[int], float]:
    """The share of the full rate at a step: up to 1 over the warm-up, then down to nothing."""
    rising = max(1, round(steps * warmup))
    return lambda step: min((step + 1) / rising, max(0.02, (steps - step) / max(1, steps - rising)))


def _marks(tokenizer: Tokenizer) -> Marks:
    layout = layout_of(tokenizer, window=8, overlap=0)
    unknown = [tokenizer.token_to_id(name) for name in ("<unk>", "[UNK]")]
    return Marks(layout.bos, layout.eos, layout.pad, next(i for i in unknown if i is not None))


def _stalled(history: Sequence[Epoch], patience: int) -> bool:
    scores = [epoch.score for epoch in history]
    return len(scores) > patience and max(scores[-patience:]) <= max(scores[:-patience])


def _line(epoch: Epoch) -> str:
    parts = [f"{source} {found.f1:.4f}" for source, found in epoch.headline.items()]
    return f"epoch {epoch.number}: loss {epoch.loss:.4f}, {epoch.seconds:.0f} s; " + ", ".join(
        parts
    )
