"""Training the reader: one that was cut off goes on as if it had not been, and what is trained is written down."""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from rich.console import Console
from tokenizers import Tokenizer
from torch import Tensor, nn

import eval.training.reader.__main__ as program
import eval.training.reader.export
import index.reader
from corpus.errors import ChapterError
from eval.training.reader.__main__ import BASE, Trainer, among_rivals, hashes, main, new_trainer, planned, train
from eval.training.reader.batches import batched, load_tokenizer
from eval.training.reader.material import Example
from index.models import model_folder
from index.reader import load_trained_layers

QUESTION = "When did the pool open?"
TEXT = "Marlow Vale. The pool opened in May 1901."
ANSWERED = Example(QUESTION, TEXT, (32, 40), True)
UNANSWERED = Example(QUESTION, "The hall has a roof of slate.", None, False)
RANKED = Example("How warm is the pool?", "The pool is warm.", None, True, False)
PLAN = ((ANSWERED, UNANSWERED), (RANKED, UNANSWERED), (ANSWERED, RANKED))


class CutOff(list[Sequence[Example]]):
    """A plan that is cut off as its third batch is begun."""

    def __getitem__(self, step: Any) -> Any:
        """A batch of it."""
        if step == 2:
            raise KeyboardInterrupt
        return super().__getitem__(step)


@pytest.fixture(scope="module")
def folder(models: Path) -> Path:
    return model_folder(BASE, models)


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Tokenizer:
    return load_tokenizer(folder)


def trainer_of(folder: Path, seed: int = 0) -> Trainer:
    torch.manual_seed(seed)
    return new_trainer(folder, 1, len(PLAN))


def weights(trainer: Trainer) -> dict[str, Any]:
    return {name: value.tolist() for name, value in trainer.model.state_dict().items()}


def loss_of(trainer: Trainer, tokenizer: Tokenizer) -> float:
    with torch.no_grad():
        return float(trainer.losses(batched(PLAN[0], tokenizer)))


def test_a_training_that_was_cut_off_goes_on_to_the_same_weights(
    folder: Path, tokenizer: Tokenizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_SAVED_EVERY", 2)
    console, checkpoint = Console(quiet=True), tmp_path / "cut.pt"
    whole = trainer_of(folder)
    before, loss = weights(whole), loss_of(whole, tokenizer)
    taken = train(whole, PLAN, tokenizer, tmp_path / "whole.pt", console)
    assert loss_of(whole, tokenizer) < loss - 0.02
    assert [group["lr"] for group in whole.optimiser.param_groups] == [0.0, 0.0], "the rates fall to nothing at the end"
    with pytest.raises(KeyboardInterrupt):
        train(trainer_of(folder), CutOff(PLAN), tokenizer, checkpoint, console)
    kept = torch.load(checkpoint, weights_only=True)
    assert kept["done"] == 2 and kept["seconds"] > 0
    torch.save(kept | {"seconds": 1000.0}, checkpoint)
    later = trainer_of(folder, seed=1)
    assert weights(later) != before
    assert 1000 < train(later, PLAN, tokenizer, checkpoint, console) < 1000 + 10 * taken + 60
    assert weights(later) == weights(whole)
    assert all(weights(whole)[name] != before[name] for name in ("spans.weight", "classifier.weight"))
    with torch.no_grad():
        later.model.spans.weight.zero_()
    train(later, PLAN, tokenizer, checkpoint, console)
    assert weights(later) == weights(whole), "nothing is left to do"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.pt", "whole.pt"]
    with pytest.raises(ChapterError, match="another --checkpoint"):
        train(later, PLAN[:2], tokenizer, checkpoint, console)


@pytest.fixture(scope="module")
def trainer(folder: Path) -> Trainer:
    """A trainer whose spans are all alike, over lower layers that are remembered."""
    made = trainer_of(folder)
    with torch.no_grad():
        made.model.spans.weight.zero_()
        made.model.spans.bias.zero_()
    known: dict[str, Tensor] = {}

    def lower(ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        return known.setdefault(str(ids.tolist()), made.lower(ids, mask, types))

    return replace(made, lower=lower)


def of_relevance(trainer: Trainer, tokenizer: Tokenizer, items: Sequence[Example]) -> float:
    """The part of a loss that is of relevance."""
    batch = batched(items, tokenizer)
    with torch.no_grad():
        relevance, _ = trainer.model(trainer.lower(batch.ids, batch.mask, batch.types), batch.mask)
        return 0.3 * float(nn.functional.binary_cross_entropy_with_logits(relevance, batch.relevant))


@pytest.mark.parametrize(
    "items", [(ANSWERED,), (UNANSWERED,), (ANSWERED, UNANSWERED)], ids=["answered", "unanswered", "both"]
)
def test_an_answer_may_stand_in_the_text_or_nowhere_but_not_in_the_question(
    trainer: Trainer, tokenizer: Tokenizer, items: Sequence[Example]
) -> None:
    batch = batched(items, tokenizer)
    places = [1 + int(types.sum()) for types in batch.types]
    expected = sum(math.log(count) for count in places) / len(places)
    with torch.no_grad():
        found = float(trainer.losses(batch))
    assert found - of_relevance(trainer, tokenizer, items) == pytest.approx(expected, abs=1e-4)


def test_of_pairs_for_ranking_the_distance_to_the_pinned_model_counts_in_place_of_spans(
    trainer: Trainer, tokenizer: Tokenizer
) -> None:
    items = (RANKED, ANSWERED, replace(RANKED, relevant=False))
    alone, among = batched((ANSWERED,), tokenizer), batched(items, tokenizer)

    def rest(shift: float) -> float:
        with torch.no_grad():
            trainer.model.classifier.bias.add_(shift)
            found = float(trainer.losses(among)) - of_relevance(trainer, tokenizer, items)
            trainer.model.classifier.bias.sub_(shift)
        return found

    spans = math.log(1 + int(alone.types.sum()))
    assert rest(0.0) == pytest.approx(spans, abs=0.01)
    assert rest(10.0) == pytest.approx(spans + 0.02 * 100, abs=0.2)


def put(folder: Path, name: str, split: str, rows: Sequence[Mapping[str, Any]]) -> None:
    (folder / name).mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / name / f"{split}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A few small files of our own."""
    folder = tmp_path / "written"
    folder.mkdir()
    text = (
        "# Pool | Marlow | 2021\n## Opening\nThe pool opens at 7am.\n"
        "? when does it open\n= 7am\n? when does it shut\n-\n"
    )
    for number in range(30):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """Two small sets of training material."""
    folder = tmp_path / "material"
    context = "The pool in Marlow Vale opened in May 1901. It has a roof of slate. The council mends it."
    answered = {"question": QUESTION, "context": context, "title": "Pool",
                "answers": [{"text": "May 1901", "start": context.index("May 1901")}]}  # fmt: skip
    unanswered = {"question": "Who painted the hall?", "context": context, "title": "Pool", "answers": []}
    for split, count in (("train", 20), ("dev", 2)):
        put(folder, "qed", split, [answered, unanswered] * count)
        put(folder, "rank_boolq", split, [{"query": "is the pool warm", "positive": "The pool is warm."}] * count)
    return folder


def rivals_of(tokenizer: Tokenizer, groups: Sequence[int], liked: int, how: float) -> float:
    """The loss among rivals where the words May 1901 are liked in one text, of three."""
    items = [replace(one, group=group) for one, group in zip((ANSWERED, ANSWERED, UNANSWERED), groups, strict=True)]
    items[1] = replace(items[1], text=TEXT.replace("1901", "1902"), span=None, relevant=False)
    batch = batched(items, tokenizer)
    spans = torch.zeros((*batch.ids.shape, 2))
    for side in (0, 1):
        spans[liked, batch.spans[0, side], side] = how
    return float(among_rivals(torch.zeros(3), spans, batch))


def test_of_rivals_the_text_that_answers_is_to_be_liked_most(tokenizer: Tokenizer) -> None:
    rivals = (1, 1, 1)
    nothing = rivals_of(tokenizer, rivals, 0, 0.0)
    assert rivals_of(tokenizer, rivals, 0, 5.0) < nothing - 1 < nothing < rivals_of(tokenizer, rivals, 1, 5.0) - 1
    assert nothing > rivals_of(tokenizer, (1, 2, 2), 0, 0.0), "words of another question's texts are no rivals"
    assert rivals_of(tokenizer, (0, 0, 0), 1, 5.0) == 0.0
    assert rivals_of(tokenizer, (0, 1, 1), 1, 5.0) == 0.0, "where no text answers nothing is to be preferred"


def test_the_relevance_of_a_text_counts_beside_its_rivals(tokenizer: Tokenizer) -> None:
    batch = batched([replace(one, group=1) for one in (ANSWERED, UNANSWERED)], tokenizer)
    spans = torch.zeros((*batch.ids.shape, 2))
    better, worse = (float(among_rivals(torch.tensor(both), spans, batch)) for both in ([2.0, 0.0], [0.0, 2.0]))
    assert worse - better == pytest.approx(2.0, abs=1e-5)


def test_rivals_count_in_what_is_to_become_small(trainer: Trainer, tokenizer: Tokenizer) -> None:
    alone = (ANSWERED, UNANSWERED)
    together = batched([replace(one, group=1) for one in alone], tokenizer)
    with torch.no_grad():
        relevance, spans = trainer.model(trainer.lower(together.ids, together.mask, together.types), together.mask)
        more = float(trainer.losses(together) - trainer.losses(batched(alone, tokenizer)))
        assert more == pytest.approx(0.3 * float(among_rivals(relevance, spans, together)), abs=1e-4)
    assert more > 0.1


def test_written_material_is_read_in_each_pass_and_shuffled_into_the_rest(material: Path, written: Path) -> None:
    once, twice = (planned(material, written, passes, 2, 0, 1.0, 0.0) for passes in (1, 2))
    assert sum(one.group > 0 for batch in twice for one in batch) == 2 * sum(
        one.group > 0 for batch in once for one in batch
    )
    assert {bool(batch[0].group) for batch in once} == {True, False}
    assert all(len({bool(one.group) for one in batch}) == 1 for batch in twice)
    assert planned(material, written, 0, 2, 0, 1.0, 0.0) != planned(material, written, 0, 2, 1, 1.0, 0.0)


def test_so_many_of_the_written_questions_are_put_to_single_sentences_too(material: Path, written: Path) -> None:
    none, half, every = (sum(map(len, planned(material, written, 1, 2, 0, 1.0, alone))) for alone in (0.0, 0.5, 1.0))
    assert none < half < every


def test_each_set_of_the_mix_that_is_there_is_named_with_the_hash_of_its_file(material: Path) -> None:
    put(material, "not_of_the_mix", "train", [])
    put(material, "molweni", "dev", [])
    assert hashes(material) == {
        name: hashlib.sha256((material / name / "train.jsonl.gz").read_bytes()).hexdigest()
        for name in ("qed", "rank_boolq")
    }


def test_the_program_writes_the_weights_with_the_record_of_their_training_and_says_how_good_they_are(
    models: Path,
    material: Path,
    written: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("QA_MODELS", str(models))
    for module in (index.reader, eval.training.reader.export):
        monkeypatch.setattr(module, "WEIGHTS", tmp_path / "weights.npz")
        monkeypatch.setattr(module, "RECORD", tmp_path / "record.json")
    main(material, tmp_path / "reader.pt", layers=1, share=1.0, steps=2, seed=3, written=written)
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    training, found = record["training"], record["training"]["dev"]
    assert record["base"] == BASE and load_trained_layers().base == BASE
    assert {name: training[name] for name in ("seed", "layers", "batch", "steps")} == {
        "seed": 3,
        "layers": 1,
        "batch": 16,
        "steps": 2,
    }
    assert 0 < training["questions"] <= training["texts"] <= 32 and training["sets"] == hashes(material)
    assert found["answered"] + found["unanswered"] == 4 and 0 <= found["f1"] <= 1 and 0 <= found["auroc"] <= 1
    said = " ".join(capsys.readouterr().out.split())
    assert f"Of {found['answered']} questions of the open material with an answer F1 {found['f1']:.3f};" in said
    assert f"Of {training['dev_written']['answered']} questions of the written material" in said
    assert f"AUROC against {found['unanswered']} without {found['auroc']:.3f}." in said
