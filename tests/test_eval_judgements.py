"""From feedback to candidates, and from candidates to a question set."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.judgements import normalised
from tests.judgement_cases import LIBRARY, POOL, TOOLS, WHEN, ReviewDesk


@pytest.fixture
def desk(tmp_path: Path) -> ReviewDesk:
    return ReviewDesk(tmp_path)


def test_wordings_that_differ_in_nothing_are_one_question(desk: ReviewDesk) -> None:
    desk.say("answers_it", "  when did the POOL reopen ??", days=-3)
    desk.say("answers_it", WHEN, comment="Thank you!")
    desk.say("thumbs_up", WHEN)
    desk.say("nothing_answers", WHEN, None, days=2)
    assert "to review: 1." in desk.done("export", desk.file)
    (line,) = desk.lines()
    assert (line["question"], line["answerable"], line["status"]) == (WHEN, True, "candidate")
    assert line["votes"] == {"answers_it": 2, "thumbs_up": 1, "nothing_answers": 1}
    assert line["asked"] == ["2026-03-01", "2026-03-06"]
    assert line["comments"] == ["Thank you!"]
    assert line["snapshots"] == [desk.ask(WHEN).index.snapshot]
    (evidence,) = line["evidence"]
    assert evidence["document"] == "pool.txt"
    assert POOL[evidence["start"] : evidence["end"]] == evidence["text"]
    assert evidence["votes"] == {"answers_it": 2, "thumbs_up": 1}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("When?", " when ", True),
        ("ＷＨＥＮ did\u00a0it", "when did it", True),
        ("“When did it?”", "When did it", True),
        ("When did it", "When it did", False),
        ("in 2018?", "in 2019?", False),
    ],
)
def test_how_questions_are_grouped(one: str, other: str, same: bool) -> None:
    assert (normalised(one) == normalised(other)) is same


def test_a_question_to_which_nothing_answers_has_no_answer(desk: ReviewDesk) -> None:
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.say("thumbs_down", "Which penguins moult?")
    desk.done("export", desk.file)
    (line,) = desk.lines()
    assert (line["answerable"], line["evidence"]) == (False, [])


def test_the_file_is_a_question_set_of_our_own_format(desk: ReviewDesk) -> None:
    desk.say("answers_it", WHEN)
    desk.say("answers_it", TOOLS, comment="a\nb")
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.done("export", desk.root / "set" / "questions.jsonl")
    (desk.root / "set" / "dataset.json").write_text('{"corpus": "../documents"}', encoding="utf-8")
    dataset = read_dataset(desk.root / "set")
    assert [(question.text, question.answerable) for question in dataset.questions] == [
        (WHEN, True),
        (TOOLS, True),
        ("Which penguins moult?", False),
    ]
    assert dataset.questions[1].gold[0].text == LIBRARY.strip()
    assert dataset.questions[0].slices == {}


def test_a_passage_that_moved_is_found_again(desk: ReviewDesk) -> None:
    said = desk.say("answers_it", TOOLS)
    desk.write("library.txt", "A new notice: 😀\n\n# Library\n\n" + LIBRARY)
    desk.build()
    desk.done("export", desk.file)
    (evidence,) = desk.lines()[0]["evidence"]
    assert said.passage is not None and evidence["start"] == said.passage.start + len(
        "A new notice: 😀\n\n# Library\n\n"
    )
    assert evidence["text"] == LIBRARY.strip()


def test_a_passage_of_a_renamed_document_is_found_again(desk: ReviewDesk) -> None:
    desk.say("answers_it", TOOLS)
    (desk.documents / "library.txt").rename(desk.documents / "tools & books.txt")
    desk.build()
    desk.say("thumbs_up", TOOLS)
    desk.done("export", desk.file)
    (line,) = desk.lines()
    assert [each["document"] for each in line["evidence"]] == ["tools & books.txt"]
    assert len(line["snapshots"]) == 2


def test_a_passage_that_vanished_is_stale(desk: ReviewDesk) -> None:
    desk.say("answers_it", TOOLS)
    gone = desk.say("answers_it", WHEN).passage
    desk.write("library.txt", "The library is closed.\n")
    desk.write("pool.txt", POOL.replace("3 May", "4 May"))
    desk.build()
    desk.say("answers_it", WHEN)
    told = desk.done("export", desk.file)
    (line,) = desk.lines()
    assert "4 May" in line["evidence"][0]["text"] and line["votes"] == {"answers_it": 2}
    assert gone is not None
    assert line["stale"] == [{"document": "pool.txt", "start": gone.start, "end": gone.end, "sha256": gone.sha256}]
    assert "are not in the index any more: 1" in told and TOOLS in told


def test_a_question_that_should_be_answered_is_left_open(desk: ReviewDesk) -> None:
    desk.say("nothing_answers", "Which penguins moult?", None)
    desk.say("should_be_answered", "Which penguins moult?", None)
    desk.done("export", desk.file)
    assert desk.lines() == []
