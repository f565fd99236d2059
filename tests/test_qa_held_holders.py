"""Who holds something from when to when, by all that was said of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from corpus.language.lasting.holding import Held
from qa.held.holders import Holders, Told, keys_in_order


def told(key: str, said: int, since: int = 0, until: int = 0, document: int = 0, is_past: bool = False) -> Told:
    statement: Any = SimpleNamespace(candidate=SimpleNamespace(document_index=document))
    return Told(statement, key, Held(since, until, is_past), said)


HELD = Holders(
    (told("ada", 30), told("ada", 50, since=20), told("ben", 50, since=50, document=1), told("cy", 90, document=2))
)


def test_the_last_that_is_known_up_to_a_day_holds_then() -> None:
    at = [point.key if (point := HELD.at(day)) else None for day in (19, 20, 49, 50, 89, 90, 999)]
    assert at == [None, "ada", "ada", "ben", "ben", "cy", "cy"]


def test_before_all_that_is_known_the_first_to_end_held() -> None:
    ended = Holders((told("ada", 50, until=20), told("ben", 50, since=21), told("cy", 60, until=40)))
    point = ended.at(10)
    assert point and (point.key, point.day) == ("ada", 10)
    best = ended.best("ada", 10)
    assert best and best.held.until == 20
    assert Holders((told("ada", 50, until=20), told("ben", 50, until=20))).at(10) is None
    assert Holders((told("ada", 50, until=20),)).at(30) is None
    assert Holders((told("ada", 50, until=40), told("ada", 60, since=20))).at(10) is None, "it began later"


def test_of_two_told_on_one_day_neither_is_taken_where_none_began_later() -> None:
    assert Holders((told("ada", 30), told("ben", 30))).at(40) is None


def test_what_ended_before_a_day_does_not_cover_it_though_it_is_told_later() -> None:
    assert [told("ada", 30, since=10, until=20).covers(day) for day in (9, 10, 20, 25)] == [False, True, True, False]
    assert [told("ada", 30, since=10).covers(day) for day in (30, 31)] == [True, False]


def test_what_came_before_and_what_comes_next() -> None:
    before, point = HELD.before("ben"), HELD.at(20)
    assert before and (before.key, before.day) == ("ada", 30)
    assert HELD.before("ada") is None and HELD.before("nobody") is None
    following = HELD.next_after(point) if point else None
    assert following and following.key == "ben"


def test_who_held_it_before_is_known_by_the_last_day_alone_too() -> None:
    ended = Holders((told("ada", 90, until=40), told("ben", 90, until=60), told("cy", 90, since=50)))
    before = ended.before("cy")
    assert before and (before.key, before.day) == ("ben", 49)
    best = ended.best("ben", 49)
    assert best and best.held.until == 60
    two = (told("ada", 90, until=40), told("ben", 90, until=40), told("cy", 90, since=50))
    assert Holders(two).before("cy") is None, "two ended on one day"
    assert Holders((told("ada", 90, until=95), told("cy", 90, since=50))).before("cy") is None, "it went on"
    known = Holders((told("ada", 90, until=30), told("ben", 40), told("cy", 90, since=50))).before("cy")
    assert known and known.key == "ben"


def test_the_only_one_that_is_past_was_before() -> None:
    past = told("ada", 90, is_past=True), told("cy", 90)
    before = Holders(past).before("cy")
    assert before and before.key == "ada" and Holders(past).best("ada", before.day) is past[0]
    assert Holders((*past, told("ben", 90, is_past=True))).before("cy") is None


def test_the_statement_of_a_time_around_a_day_tells_of_it_best() -> None:
    best = HELD.best("ada", 40)
    assert best and best.held.since == 20
    later = HELD.best("cy", 95)
    assert later and later.said == 90 and HELD.best("cy", 80) is None


def test_a_term_ends_on_the_last_day_that_is_told() -> None:
    assert Holders((told("ada", 30, until=40), told("ada", 35))).until("ada") == 40 and HELD.until("ada") == 0
    assert not told("ada", 50, until=40).days, "it held before its document, and nothing says since when"
    assert told("ada", 0).is_undated and not told("ada", 0, until=4).is_undated
    assert keys_in_order(HELD.points) == ["cy", "ben", "ada"] and HELD.documents("ada") == 1


def test_of_a_grade_only_those_count_who_give_it_of_the_same_day() -> None:
    graded = Holders((told("good", 30, since=10), told("good", 40, since=10, document=1), told("good", 90, document=2)))
    assert (graded.documents("good"), graded.documents("good", 10)) == (3, 2)
