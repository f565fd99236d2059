"""Train the reader; see the package."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from rich.console import Console
from rich.progress import Progress
from tokenizers import Tokenizer
from torch import Tensor, nn

from corpus.errors import ChapterError
from eval.training.reader.batches import BATCH, Batch, batched, batches, load_tokenizer
from eval.training.reader.export import write
from eval.training.reader.figures import figures
from eval.training.reader.material import MIX, Example, examples
from eval.training.reader.model import LAYERS, STATES, Pinned, UpperLayers, load_pinned, load_trained
from eval.training.reader.written import RIVALS, WRITTEN, group_batches, sentence_groups, written_files, written_groups
from index.models import MODELS, model_folder
from index.reader import NAME, RECORD, load_trained_layers
from index.reranker import load_reranker
from qa.settings import read_settings

BASE = "ms-marco-MiniLM-L-12-v2-int8"
DEV_SHARE = 0.02
RATE = 6e-5
_HEADS_FASTER, _DECAY = 16.7, 0.01
_WARM_UP, _NORM = 0.06, 1.0
_RELEVANCE, _DISTILLED = 0.3, 0.02
"""How much the loss of relevance, and of the distance to the pinned model's, count beside that of spans."""
_AMONG_RIVALS = 0.3
"""And how much it counts that of the texts put to one question those that answer are preferred."""
_SENTENCES = 2
"""So many times as many single sentences as longer texts make a batch."""
_SAVED_EVERY = 50


@dataclass(frozen=True, slots=True)
class Trainer:
    """A model in training, with the pinned model below it and beside it.

    Attributes:
        model: the trained layers.
        lower: gives the states that they start from.
        whole: says how relevant texts are, for the pairs of which no more is known.
        optimiser, schedule: of the weights.
    """

    model: UpperLayers
    lower: Callable[[Tensor, Tensor, Tensor], Tensor]
    whole: Callable[[Tensor, Tensor, Tensor], Tensor]
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def losses(self, batch: Batch) -> Tensor:
        """What is to become small: of spans, of relevance, and of the distance to the pinned model's relevance."""
        relevance, spans = self.model(self.lower(batch.ids, batch.mask, batch.types), batch.mask)
        spans = spans.masked_fill((batch.mask == 0)[:, :, None], -1e4)
        # a span may lie in the text, or at the first token: no answer
        spans = spans.masked_fill(((batch.types == 0) & (torch.arange(spans.shape[1]) > 0))[:, :, None], -1e4)
        loss: Tensor = _RELEVANCE * nn.functional.binary_cross_entropy_with_logits(relevance, batch.relevant)
        read, ranked = ~batch.ranked, batch.ranked
        if read.any():
            for side in (0, 1):
                loss = loss + nn.functional.cross_entropy(spans[read][:, :, side], batch.spans[read][:, side]) / 2
        if ranked.any():
            pinned = self.whole(batch.ids[ranked], batch.mask[ranked], batch.types[ranked])[:, 0]
            loss = loss + _DISTILLED * nn.functional.mse_loss(relevance[ranked], pinned)
        return loss + _AMONG_RIVALS * among_rivals(relevance, spans, batch)

    def step(self, batch: Batch) -> float:
        """One step down; the loss before it."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = self.losses(batch)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(self.model.parameters(), _NORM)
        self.optimiser.step()
        self.schedule.step()
        return loss.item()


def among_rivals(relevance: Tensor, spans: Tensor, batch: Batch) -> Tensor:
    """What is to become small where several texts are put to one question: the others' share of what is likely.

    Starts and ends are compared over all texts of a group by how much likelier they are than no answer in their text
    (after the shared normalisation of Clark and Gardner, "Simple and Effective Multi-Paragraph Reading Comprehension",
    2018), and relevance likewise.

    Args:
        relevance: of shape (pairs,).
        spans: of shape (pairs, tokens, 2), with no answer at the first token.
        batch: whose pairs they are of.

    Returns:
        The mean over the groups with an answer; 0 where there are none.
    """
    margins = (spans - spans[:, :1]).masked_fill((batch.types == 0)[:, :, None], -1e4)
    losses = []
    for group in sorted({*batch.groups.tolist()} - {0}):
        own = batch.groups == group
        right = own & (batch.spans[:, 0] > 0)
        if not right.any():
            continue
        loss = relevance[own].logsumexp(0) - relevance[right].logsumexp(0)
        for side in (0, 1):
            gold = margins[right, batch.spans[right][:, side], side]
            loss = loss + (margins[own][:, :, side].flatten().logsumexp(0) - gold.logsumexp(0)) / 2
        losses.append(loss)
    return torch.stack(losses).mean() if losses else relevance.new_zeros(())


def new_trainer(folder: Path, layers: int, steps: int, rate: float = RATE) -> Trainer:
    """A trainer that begins with the pinned model's values.

    Args:
        folder: of the pinned model.
        layers: how many of its twelve are trained.
        steps: how many there will be.
        rate: at which the layers learn at the most; the new heads learn faster.
    """
    weights = folder / MODELS[BASE].weights
    model = UpperLayers(layers)
    load_pinned(model, weights)
    heads = [value for name, value in model.named_parameters() if name.startswith("spans")]
    rest = [value for name, value in model.named_parameters() if not name.startswith("spans")]
    optimiser = torch.optim.AdamW(
        [{"params": rest, "lr": rate}, {"params": heads, "lr": rate * _HEADS_FASTER}], weight_decay=_DECAY
    )
    warm = max(1, round(_WARM_UP * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    lower = Pinned(weights, STATES.format(LAYERS - layers - 1))
    return Trainer(model, lower, Pinned(weights, "logits"), optimiser, schedule)


def train(
    trainer: Trainer, plan: Sequence[Sequence[Example]], tokenizer: Tokenizer, checkpoint: Path, console: Console
) -> float:
    """Train, or go on where a training was cut off.

    Returns:
        How many seconds it took, those before it was cut off among them.

    Raises:
        ChapterError: the checkpoint is of another training.
    """
    done, seconds, of_plan = 0, 0.0, hashlib.sha256(repr(list(plan)).encode()).hexdigest()
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        if kept["plan"] != of_plan:
            raise ChapterError(
                f"{checkpoint} is of a training on other material, in another order or of another length. "
                "Name another --checkpoint, or take that one away."
            )
        trainer.model.load_state_dict(kept["model"])
        trainer.optimiser.load_state_dict(kept["optimiser"])
        trainer.schedule.load_state_dict(kept["schedule"])
        done, seconds = kept["done"], kept["seconds"]
    trainer.model.train()
    started, average = time.monotonic(), 0.0
    with Progress(console=console) as progress:
        bar = progress.add_task("Training", total=len(plan), completed=done)
        for step in range(done, len(plan)):
            loss = trainer.step(batched(plan[step], tokenizer))
            average = 0.98 * average + 0.02 * loss if step > done else loss
            progress.update(bar, completed=step + 1, description=f"Training, loss {average:.2f}")
            if (step + 1) % _SAVED_EVERY == 0 or step + 1 == len(plan):
                _save(trainer, of_plan, step + 1, seconds + time.monotonic() - started, checkpoint)
    return seconds + time.monotonic() - started


def _save(trainer: Trainer, plan: str, done: int, seconds: float, checkpoint: Path) -> None:
    kept = {
        "model": trainer.model.state_dict(),
        "optimiser": trainer.optimiser.state_dict(),
        "schedule": trainer.schedule.state_dict(),
        "plan": plan,
        "done": done,
        "seconds": seconds,
    }
    torch.save(kept, checkpoint.with_suffix(".new"))
    checkpoint.with_suffix(".new").replace(checkpoint)


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each set's training file."""
    files = ((name, folder / name / "train.jsonl.gz") for name in MIX)
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files if file.exists()}


def written_hash(folder: Path) -> str:
    """The SHA-256 over the written files that are learnt from, in the order of their names."""
    every = hashlib.sha256()
    for path in written_files(folder, "train"):
        every.update(path.read_bytes())
    return every.hexdigest()


def planned(
    folder: Path, written: Path, passes: int, rivals: int, seed: int, share: float, alone: float
) -> list[list[Example]]:
    """The batches of a training in their order: of the open material, and of the written in each pass.

    Args:
        folder: of the open material.
        written: of what we have written.
        passes: how often that is read, each time cut in other ways.
        rivals: so many texts that do not answer are put to each of its questions.
        seed: decides what is taken, and in which order.
        share: of the mix of the open material.
        alone: so much of the written questions are put to single sentences as well, 0 to 1.
    """
    plan = list(batches(examples(folder, "train", seed, share), seed))
    for each in range(passes):
        plan += group_batches(written_groups(written, "train", seed + each, rivals), BATCH)
        if alone:
            single = sentence_groups(written, "train", seed + each)
            plan += group_batches(single[: round(alone * len(single))], BATCH * _SENTENCES)
    random.Random(seed).shuffle(plan)
    return plan


def main(
    folder: Annotated[Path, typer.Argument(help="The training material, one folder a set.")],
    checkpoint: Annotated[Path, typer.Option(help="Where to keep what is trained, to go on from.")] = Path(
        "var/reader.pt"
    ),
    layers: Annotated[int, typer.Option(help="How many of the twelve layers are trained.")] = 10,
    share: Annotated[float, typer.Option(help="So much of the mix of training material, 0 to 1.")] = 1.0,
    steps: Annotated[int | None, typer.Option(help="At most so many batches of it.")] = None,
    seed: Annotated[int, typer.Option(help="Decides what is taken, and in which order.")] = 0,
    after: Annotated[Path | None, typer.Option(help="The checkpoint of an earlier training to start from.")] = None,
    further: Annotated[bool, typer.Option("--further", help="Start from the weights that are shipped.")] = False,
    rate: Annotated[float, typer.Option(help="At which the layers learn at the most.")] = RATE,
    written: Annotated[Path, typer.Option(help="The material that we have written.")] = WRITTEN,
    passes: Annotated[int, typer.Option(help="So often is the written material read.")] = 1,
    rivals: Annotated[int, typer.Option(help="So many texts that do not answer it are put to each question.")] = RIVALS,
    alone: Annotated[float, typer.Option(help="So much of them are put to single sentences as well, 0 to 1.")] = 0.0,
) -> None:
    """Train the reader and write its weights to where the program reads them, with the record of the training."""
    console, models = Console(), read_settings().models
    model = model_folder(BASE, models)
    tokenizer = load_tokenizer(model)
    torch.manual_seed(seed)
    plan = planned(folder, written, passes, rivals, seed, share, alone)[:steps]
    trainer = new_trainer(model, layers, len(plan), rate)
    earlier = json.loads(RECORD.read_text(encoding="utf-8"))["training"] if after or further else None
    if after:
        trainer.model.load_state_dict(torch.load(after, weights_only=True)["model"])
    elif further:
        load_trained(trainer.model, load_trained_layers(), model / MODELS[BASE].weights)
    seconds = train(trainer, plan, tokenizer, checkpoint, console)
    training: dict[str, Any] = {
        "seed": seed,
        "layers": layers,
        "rate": rate,
        "questions": len({(one.question, one.group) for batch in plan for one in batch}),
        "texts": sum(map(len, plan)),
        "batch": BATCH,
        "steps": len(plan),
        "minutes": round(seconds / 60),
        "sets": hashes(folder),
        "share": share,
        "mix": dict(MIX),
        "written": {"passes": passes, "rivals": rivals, "alone": alone, "sha256": written_hash(written)},
        "after": earlier,
    }
    weights = model / MODELS[BASE].weights
    write(trainer.model, weights, BASE, training)
    reader, own = load_reranker(NAME, models), written_groups(written, "dev", seed)
    found = figures(reader, examples(folder, "dev", seed, DEV_SHARE))
    found_written = figures(reader, [one for group in own for one in group])
    write(trainer.model, weights, BASE, training | {"dev": asdict(found), "dev_written": asdict(found_written)})
    for name, each in (("open", found), ("written", found_written)):
        console.print(
            f"Of {each.answered} questions of the {name} material with an answer F1 {each.f1:.3f}; "
            f"AUROC against {each.unanswered} without {each.auroc:.3f}."
        )


if __name__ == "__main__":
    typer.run(main)
