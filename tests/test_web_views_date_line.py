"""Dates that are given for what was asked stand on a line in their order, and no words on others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from corpus.document import Block
from corpus.language.kinds import Value
from qa.answer import Alternative, Answer, Relation
from tests.pages import answer_from, document
from web.views.date_line import MOST, DrawnDate, draw_dates

READ = document("The bridge was closed on 5 July 2022.", (Block(0, 37),))


def answered(*others: str, own: str = "2022-07-05", relation: Relation = "date", kind: str = "date") -> Answer:
    """An answer with a date, and others beside it."""
    answer = answer_from(READ, (25, 36, Value(kind, "5 July 2022", own)), (25, 36))  # type: ignore[arg-type]  # a made-up kind
    assert answer.answer
    cited, sentence = answer.answer.citation, answer.answer.sentence
    alternatives = tuple(
        Alternative(
            f"in {normalized}",
            "x",
            0,
            4,
            sentence,
            replace(cited, link=f"/documents/{normalized}"),
            Value("date", normalized, normalized),
            relation,
        )
        for normalized in others
    )
    return replace(answer, alternatives=alternatives)


def drawn(answer: Answer) -> Sequence[DrawnDate]:
    line = draw_dates(answer)
    assert line
    return line.dates


def percent(share: str) -> float:
    return float(share.removesuffix("%"))


def test_each_date_stands_by_its_time_says_its_words_and_leads_to_them() -> None:
    first, own, last = drawn(answered("2025-03", "2012"))
    assert [one.words for one in (first, own, last)] == ["2012", "5 July 2022", "March 2025"]
    assert [one.is_answer for one in (first, own, last)] == [False, True, False]
    assert (own.told, own.link) == ("5 July 2022, the answer: “5 July 2022”", "/documents/x")
    assert (first.told, first.link) == ("2012: “in 2012”", "/documents/2012")
    assert percent(first.first) < percent(first.last) < percent(own.first) == percent(own.last) < percent(last.first)


def test_words_of_one_time_stand_on_levels_of_their_own() -> None:
    line = draw_dates(answered("2022-07-06", "2022-07", "2012"))
    assert line
    near = [one.y for one in line.dates if "2022" in one.words]
    assert len(set(near)) == 3 and all(abs(one - other) >= 24 for one, other in pairwise(sorted(near)))
    assert all(0 < one.y < line.base < line.height for one in line.dates)
    far = {one.words: one.y for one in drawn(answered("1912"))}
    assert len(set(far.values())) == 1


def test_near_the_ends_words_go_inwards() -> None:
    first, last = drawn(answered("1912"))
    assert (first.anchor, last.anchor) == ("start", "end")
    assert drawn(answered("1932", "2112"))[1].anchor == "middle"


def test_a_short_time_is_told_by_months_and_a_long_one_by_years() -> None:
    short, long = draw_dates(answered("2022-06-20")), draw_dates(answered("1990"))
    assert short and [tick.words for tick in short.ticks] == ["Jun 2022", "Jul 2022", "Aug 2022"]
    assert long and long.ticks[0].words == "1990"


@pytest.mark.parametrize(
    "answer",
    [
        answered(),
        answered("-0043"),
        answered("2012", kind="number"),
        replace(answered("2012"), answer=None, status="abstained", reason="not_answered", reason_text="No."),
    ],
    ids=["one date", "before Christ", "no date", "no answer"],
)
def test_there_is_no_line_without_two_dates(answer: Answer) -> None:
    assert draw_dates(answer) is None


def test_of_many_dates_the_first_are_drawn_the_answer_among_them() -> None:
    many = drawn(answered(*(str(year) for year in range(1950, 1980))))
    assert len(many) == MOST and sum(one.is_answer for one in many) == 1


def test_dates_of_other_editions_and_of_before_stand_there_too() -> None:
    for relation in ("edition", "earlier"):
        assert len(drawn(answered("2012", relation=relation))) == 2
