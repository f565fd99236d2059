"""The words before a grade say whether it holds, and what was judged."""

from __future__ import annotations

import pytest

from corpus.judgements.phrases import Verb, phrases
from corpus.judgements.scales import shipped_scales

KNOWN = phrases(shipped_scales())


@pytest.mark.parametrize(
    ("lead", "grade", "verb"),
    [
        ("Services were judged to be ", "good", Verb(8, holds=False, judges=True)),
        ("Services are still rated ", "good", Verb(8, holds=True, judges=True)),
        ("Services have been judged “", "good", Verb(8, holds=True, judges=True, perfect=True)),
        ("Services remain ", "good", Verb(8, holds=True, judges=False)),
        ("Services were ", "good", Verb(8, holds=False, judges=False)),
        ("Services ", "require improvement", Verb(8, holds=True, judges=False)),
        ("Services ", "required improvement", Verb(8, holds=False, judges=False)),
        ("Services of ", "good", None),
    ],
)
def test_verbs_tell_whether_a_grade_holds_and_whether_somebody_judged(lead: str, grade: str, verb: Verb | None) -> None:
    assert KNOWN.verb(lead, grade) == verb


@pytest.mark.parametrize(
    ("lead", "subject", "owner"),
    [
        ("The experiences and progress of care leavers ", "experiences and progress of care leavers", "The "),
        ("In May 2019, Wendham's children's services ", "children's services", "Wendham's "),
        ("Services for children in the city of York ", "Services for children", ""),
        ("We know that the council ", "council", "the "),
        ("Plans for children in care ", None, None),
        ("Attendance of looked after children ", None, None),
    ],
)
def test_what_was_judged_begins_a_clause(lead: str, subject: str | None, owner: str | None) -> None:
    found = KNOWN.subject.search(lead)
    assert (found and found["subject"], found and found["owner"]) == (subject, owner)


def test_the_patterns_of_scales_are_made_once() -> None:
    assert phrases(shipped_scales()) is KNOWN
