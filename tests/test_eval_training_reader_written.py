"""Written material: what answers stands where it is said to, beside what looks most like it and does not answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import ChapterError
from eval.training.reader.written import (
    RIVALS,
    SENTENCE_RIVALS,
    WRITTEN,
    group_batches,
    meant,
    read_written,
    sentence_groups,
    written_files,
    written_groups,
)

TEXT = """# Swimming | Marlow Vale Council | 3 May 2021
## Opening
The pool opens at 7am on weekdays. It has been 7am since the roof was mended.
- Sauna: 9am

? when can i go for a swim before work
= 7am
? When does the pool shut?
-
## Prices
A swim costs £4. Children under 4 swim free.
? how much is it
= £4
= 4
# Halls | Marlow Vale Council | 4 May 2021
## Hire
The small hall costs £9 an hour, and the large one £14.
? what does the big hall cost
= £14
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "marlow.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_file_is_read_as_sections_and_questions(folder: Path) -> None:
    written = read_written(folder / "marlow.txt")
    named = [(one.title, one.heading) for one in written.sections if one.text]
    assert named == [("Swimming", "Opening"), ("Swimming", "Prices"), ("Halls", "Hire")]
    assert written.sections[1].text.split("\n")[1] == "- Sauna: 9am"
    assert [one.answers for one in written.questions] == [("7am",), (), ("£4", "4"), ("£14",)]
    assert [written.sections[one.section].heading for one in written.questions] == [
        "Opening",
        "Opening",
        "Prices",
        "Hire",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("= £14", "= £15", "“£15”, the answer to “what does the big hall cost”"),
        ("= £14", "= £1", "“£1”"),
        ("\n-\n", "\n", "“When does the pool shut\\?” has neither"),
    ],
    ids=["stands nowhere", "only part of longer words", "neither answered nor said to have no answer"],
)
def test_a_question_with_a_wrong_answer_or_none_is_named(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(TEXT.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ChapterError, match=said):
        read_written(path)


def test_words_are_meant_in_the_nearest_section_and_there_in_the_sentence_that_shares_most(tmp_path: Path) -> None:
    path = tmp_path / "twice.txt"
    path.write_text(
        "# Gym | Marlow | 2021\n## Gym\nThe sauna costs £4.\n## Pool\nA towel is £4. A swim costs £4 for all.\n"
        "? what does a swim cost\n= £4\n## Café\nTea is £4.\n",
        encoding="utf-8",
    )
    written = read_written(path)
    place, span = meant(written, written.questions[0], "£4")
    assert written.sections[place].heading == "Pool"
    assert written.sections[place].text[: span[0]].endswith("A swim costs ")


def test_the_texts_that_share_most_with_a_question_are_its_rivals(tmp_path: Path) -> None:
    alike = [f"The pool of Marlow shuts for lunch, says note {number}." for number in range(3)]
    apart = [f"Bees swarm over heather {number}." for number in range(9)]
    sections = "".join(f"## {number}\n{text}\n" for number, text in enumerate([*apart, *alike]))
    (tmp_path / "alike.txt").write_text(f"# Notes | Marlow | 2021\n{sections}? when does the pool shut\n-\n", "utf-8")
    for seed in range(8):
        first, *others = written_groups(tmp_path, "train", seed, rivals=2)[0]
        assert "The pool" in first.text, "the first is one of the three that share most"
        assert len(others) == 1 and others[0].text != first.text


@pytest.mark.parametrize("seed", range(8))
def test_of_each_group_the_first_text_answers_and_the_others_do_not(folder: Path, seed: int) -> None:
    groups = written_groups(folder, "train", seed)
    assert len(groups) == 4
    assert sorted(group[0].group for group in groups) == [1, 2, 3, 4]
    for group in groups:
        assert len({one.group for one in group}) == 1 and len(group) <= 1 + RIVALS
        answered = [one for one in group if one.relevant]
        assert len(answered) == (group[0].question != "When does the pool shut?")
        for one in answered:
            assert one is group[0] and one.span
            word = one.text[slice(*one.span)]
            assert word in {"7am", "£4", "4", "£14"}
        for one in group:
            if not one.relevant:
                assert one.span is None and (one.question != "what does the big hall cost" or "£14" not in one.text)


def test_a_number_within_a_longer_one_is_not_the_answer(folder: Path) -> None:
    groups = [group for seed in range(20) for group in written_groups(folder, "train", seed)]
    fours = [one for group in groups for one in group if one.question == "how much is it" and one.span]
    assert {one.text[slice(*one.span or (0, 0))] for one in fours} == {"£4", "4"}
    assert all(one.text[: (one.span or (0, 0))[0]].count("Prices") for one in fours)
    halls = [one for group in groups for one in group if one.question == "how much is it" and "£14" in one.text]
    assert halls and not any(one.relevant for one in halls), "£14 is no £4"


def test_title_and_heading_stand_in_front(folder: Path) -> None:
    for group in written_groups(folder, "train", 0):
        assert all(one.text.startswith(("Swimming. Opening. ", "Swimming. Prices. ", "Halls. Hire. ")) for one in group)


def test_a_group_is_never_parted(folder: Path) -> None:
    groups = written_groups(folder, "train", 0)
    for batch in group_batches(groups, 2 * (1 + RIVALS)):
        whole = {one.group for one in batch}
        assert len(whole) <= 2
        assert [one for group in groups if group[0].group in whole for one in group] == sorted(
            batch, key=lambda one: [group[0].group for group in groups].index(one.group)
        )


def test_some_files_are_kept_for_the_figures(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    train, dev = written_files(tmp_path, "train"), written_files(tmp_path, "dev")
    assert 0 < len(dev) < len(train) and len(dev) + len(train) == 60 and not set(dev) & set(train)


def test_all_that_is_written_can_be_read() -> None:
    files = [*written_files(WRITTEN, "train"), *written_files(WRITTEN, "dev")]
    assert len(files) > 20
    for path in files:
        written = read_written(path)
        assert written.questions and all(section.title for section in written.sections), path


def test_another_process_puts_the_same_texts_to_the_same_questions(tmp_path: Path, repo_root: Path) -> None:
    first, second, third = ([f"{letter}{number}word" for number in range(12)] for letter in "rst")
    papers = [
        *zip(first, second, third, strict=True),
        *([(word,) for word in second] * 6),
        *([(word,) for word in third] * 10),
    ]
    said = [f"# Paper {number} | Marlow | 2021\n{' '.join(paper)}." for number, paper in enumerate(papers)]
    text = "\n".join([*said, f"? {' '.join([*first, *second, *third])}", "-", ""])
    (tmp_path / "marlow.txt").write_text(text, encoding="utf-8")
    asking = (
        "import sys, pathlib, eval.training.reader.written as written\n"
        "print(written.written_groups(pathlib.Path(sys.argv[1]), 'train', 1, 20))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", asking, str(tmp_path)],
            cwd=repo_root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(made) == 1
    assert b"Paper" in made.pop()


@pytest.mark.parametrize("seed", range(4))
def test_single_sentences_are_read_with_title_and_heading_that_of_the_answer_first(folder: Path, seed: int) -> None:
    groups = {group[0].question: group for group in sentence_groups(folder, "train", seed)}
    assert len(groups) == 4
    hall = groups["what does the big hall cost"]
    assert hall[0].text == "Halls. Hire. The small hall costs £9 an hour, and the large one £14."
    assert hall[0].relevant and hall[0].text[slice(*(hall[0].span or (0, 0)))] == "£14"
    assert len(hall) == 1 + SENTENCE_RIVALS
    for group in groups.values():
        assert all(one.span is None and not one.relevant for one in group[1:])
        assert len({one.group for one in group}) == 1
    shut = groups["When does the pool shut?"]
    assert len(shut) == SENTENCE_RIVALS and not any(one.relevant for one in shut)
    assert sorted(group[0].group for group in groups.values()) == [1, 2, 3, 4]


def test_an_answer_of_two_sentences_is_put_to_no_single_one(tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(
        "# Gym | Marlow | 2021\n## Pool\nTowels are free. Soap is not.\n? what must i bring\n"
        "= Towels are free. Soap is not\n? is soap free\n= Soap is not\n",
        encoding="utf-8",
    )
    (group,) = sentence_groups(tmp_path, "train", 0)
    assert group[0].question == "is soap free"
    assert group[0].text == "Gym. Pool. Soap is not." and group[1].text == "Gym. Pool. Towels are free."
