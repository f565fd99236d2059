"""Training material: what is read of a text is whole sentences, and the answer stands where it is said to."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.training.reader.material import MIX, Example, examples, lines

ANSWERED, PAIRS = "squad_parts", "rank_boolq"
SENTENCES = [f"Bench number {number} of the park in Wendham is green." for number in range(40)]
PARK = " ".join(SENTENCES)
"""Each sentence has ten words."""


def put(folder: Path, name: str, rows: Sequence[Mapping[str, Any]], split: str = "train") -> Path:
    """Write a set of training material."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / name / f"{split}.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def asked(number: int, answer: str | None = None, context: str = PARK, **more: Any) -> dict[str, Any]:
    """A question with its answer in a text, or with none."""
    found = [{"text": answer, "start": context.index(answer)}] if answer else []
    return {"question": f"What is it, {number}?", "context": context, "answers": found, **more}


def pair(number: int) -> dict[str, Any]:
    return {"query": f"Is it so, {number}?", "positive": f"It is so, says {number}.", "title": f"Page {number}"}


def made(folder: Path, seed: int = 0, share: float = 1.0, split: str = "train") -> list[Example]:
    return examples(folder, split, seed, share)


def test_lines_are_read_as_they_were_written(tmp_path: Path) -> None:
    rows = [asked(1, "green"), {"question": "Où ça ?"}]
    put(tmp_path, ANSWERED, rows)
    assert list(lines(tmp_path / ANSWERED / "train.jsonl.gz")) == rows


def test_the_answer_stands_where_it_is_said_to_in_whole_sentences_of_its_text(tmp_path: Path) -> None:
    answers = [f"number {number} of" for number in range(40)]
    put(tmp_path, ANSWERED, [asked(place, answer, title="Parks") for place, answer in enumerate(answers * 10)])
    found = made(tmp_path)
    assert len(found) == 800 and all(example.has_span for example in found), "a set that is small is read twice"
    by_question = {f"What is it, {place}": answer for place, answer in enumerate(answers * 10)}
    assert 180 < sum(not example.question.endswith("?") for example in found) < 300
    for example in found:
        window = example.text.removeprefix("Parks. ")
        assert (window in PARK or not example.span) and window.startswith("Bench") and window.endswith("green.")
        answer = by_question[example.question.removesuffix("?")]
        assert example.relevant == (example.span is not None) == (answer in example.text)
        if example.span:
            assert example.text[slice(*example.span)] == answer
    cut_off = sum(example.span is None for example in found)
    headed = sum(example.text.startswith("Parks. ") for example in found)
    assert 200 <= cut_off <= 330 and 620 <= headed <= 740
    read = [len(example.text.removeprefix("Parks. ").split()) for example in found if example.span]
    assert {30, 50, 80, 100} == set(read)
    assert 0.28 < read.count(80) / len(read) < 0.52
    without = {len(example.text.removeprefix("Parks. ").split()) for example in found if not example.span}
    assert {30, 50, 80, 100} <= without and max(without) == 100


def test_what_is_read_goes_on_to_either_side_of_the_answer(tmp_path: Path) -> None:
    put(tmp_path, ANSWERED, [asked(place, "number 20 of") for place in range(60)])
    starts = {example.text.split()[2] for example in made(tmp_path) if example.span}
    assert min(map(int, starts)) < 15 and max(map(int, starts)) > 17


def test_an_answer_over_two_sentences_is_read_whole(tmp_path: Path) -> None:
    answer = f"{SENTENCES[3][-9:]} {SENTENCES[4][:9]}"
    put(tmp_path, ANSWERED, [asked(place, answer) for place in range(30)])
    spans = [(example.text, example.span) for example in made(tmp_path) if example.span]
    assert len(spans) > 20 and all(text[slice(*span)] == answer for text, span in spans)


def test_a_sentence_longer_than_what_is_read_is_read_alone_and_whole(tmp_path: Path) -> None:
    long = "The park has " + "very " * 120 + "old trees."
    put(tmp_path, ANSWERED, [asked(1, "old trees", f"It rained. {long} It snowed.")])
    assert {example.text for seed in range(20) for example in made(tmp_path, seed) if example.span} == {long}


def test_every_answer_is_left_out_of_what_is_cut_off(tmp_path: Path) -> None:
    context = "The park is green. The bench is green too. It has a pond."
    answers = [{"text": "green", "start": place} for place in (12, 32)]
    row = {"question": "What colour is it?", "context": context, "answers": answers}
    put(tmp_path, ANSWERED, [row] * 100)
    found = {(example.text, example.span) for example in made(tmp_path)}
    assert {text for text, span in found if span is None} == {"It has a pond."}
    assert all(context[12:17] == text[slice(*span)] for text, span in found if span)
    put(tmp_path, ANSWERED, [row | {"context": context[:42]}] * 100)
    assert all(example.span for example in made(tmp_path))


def test_what_is_read_without_the_answer_stands_beside_it_or_on_both_its_sides(tmp_path: Path) -> None:
    put(tmp_path, ANSWERED, [asked(place, "number 20 of") for place in range(200)])
    found = [example.text for example in made(tmp_path) if example.span is None]
    assert 80 < len(found) < 180, "a third of what is read twice"
    before, after = SENTENCES[19], SENTENCES[21]
    assert all(before in text or after in text for text in found)
    assert {(before in text, after in text) for text in found} == {(True, False), (True, True)}
    assert not any(SENTENCES[20] in text for text in found)
    assert all(len(text.split()) <= 100 for text in found)


def test_a_question_without_an_answer_reads_a_part_of_its_text(tmp_path: Path) -> None:
    put(tmp_path, ANSWERED, [asked(place, title="T" * 200) for place in range(60)])
    for example in made(tmp_path):
        assert example.span is None and not example.relevant and example.has_span
        window = example.text.removeprefix(f"{'T' * 120}. ")
        assert window in PARK and 0 < len(window.split()) <= 100 and "T" * 121 not in example.text


def test_a_text_without_a_title_is_read_alone(tmp_path: Path) -> None:
    put(tmp_path, ANSWERED, [asked(place, "green", title=("", None)[place % 2]) for place in range(20)])
    assert all(example.text.startswith("Bench") for example in made(tmp_path))


@pytest.mark.parametrize(("length", "kept"), [(400, 1), (401, 0)])
def test_an_answer_too_long_to_be_shown_is_left_out(tmp_path: Path, length: int, kept: int) -> None:
    assert len(PARK[:length]) == length
    put(tmp_path, ANSWERED, [asked(1, PARK[:length])])
    assert len(made(tmp_path)) == 2 * kept


def test_of_a_pair_for_ranking_only_relevance_is_known_and_every_other_one_has_a_text_that_does_not_answer(
    tmp_path: Path,
) -> None:
    put(tmp_path, PAIRS, [pair(number) for number in range(60)])
    found = made(tmp_path)
    assert all(example.span is None and not example.has_span for example in found)

    def own(example: Example) -> bool:
        number = example.question.split()[-1].removesuffix("?")
        return example.text.endswith(f"It is so, says {number}.")

    right = [example for example in found if example.relevant]
    wrong = [example for example in found if not example.relevant]
    assert len({example.question.split()[-1].removesuffix("?") for example in right}) == 60 == len(right) / 2 and all(
        map(own, right)
    )
    assert 50 <= len(wrong) <= 60 and not any(map(own, wrong))
    assert len({example.text for example in wrong}) > 15
    assert any(example.text.startswith("Page ") for example in wrong)
    put(tmp_path / "one", PAIRS, [pair(1)])
    assert [example.relevant for example in made(tmp_path / "one") if example.relevant] == [True, True]


def test_of_each_set_so_much_is_taken_as_the_mix_and_the_share_say(tmp_path: Path) -> None:
    put(tmp_path, "qed", [asked(number, "green") for number in range(700)])
    put(tmp_path, "molweni", [asked(1000 + number, "green") for number in range(650)])
    put(tmp_path, "not_of_the_mix", [asked(2000, "green")])
    assert MIX["qed"] == 644 and MIX["molweni"] == 600

    def of_sets(found: Sequence[Example]) -> tuple[int, int]:
        numbers = [int(example.question.split()[-1].rstrip("?")) for example in found]
        assert len(set(numbers)) == len(numbers) and max(numbers) < 2000
        return sum(number < 1000 for number in numbers), sum(number >= 1000 for number in numbers)

    assert of_sets(made(tmp_path)) == (644, 600)
    assert of_sets(made(tmp_path, share=0.1)) == (64, 60)


def test_a_seed_decides_all_and_sets_are_shuffled_into_each_other(tmp_path: Path) -> None:
    put(tmp_path, "qed", [asked(number, "green") for number in range(50)])
    put(tmp_path, "molweni", [asked(1000 + number) for number in range(50)])
    first, again, other = made(tmp_path), made(tmp_path), made(tmp_path, 1)
    assert first == again != other
    assert {one.question.rstrip("?") for one in first} == {one.question.rstrip("?") for one in other}
    assert 0 < sum(example.relevant for example in first[:50]) < 46
    assert made(tmp_path, share=0.02) != made(tmp_path, 1, share=0.02)


def test_a_split_is_read_alone_and_a_set_without_it_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "qed", [asked(1, "green")])
    put(tmp_path, "molweni", [asked(2, "green")], "dev")
    assert [example.question.rstrip("?") for example in made(tmp_path)] == ["What is it, 1"] * 2
    assert [example.question for example in made(tmp_path, split="dev")] == ["What is it, 2?"]
    assert made(tmp_path / "nowhere") == []


def test_some_questions_are_put_as_keywords_and_never_those_of_the_dev_split(tmp_path: Path) -> None:
    rows = [asked(1, "green", title=None) | {"question": "Which colour is the bench of the park?"} for _ in range(200)]
    put(put(tmp_path, ANSWERED, rows), ANSWERED, rows, "dev")
    found = [example.question for example in made(tmp_path)]
    keywords = [question for question in found if question in ("colour bench park", "Which colour bench park")]
    assert 20 < len(keywords) < 90
    assert {example.question for example in made(tmp_path, split="dev")} == {"Which colour is the bench of the park?"}
