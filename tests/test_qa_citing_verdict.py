"""What became of cited words tells whether they differ by capitals alone."""

from __future__ import annotations

import pytest

from qa.citing.verdict import Verdict

OPEN = "The pool is open"


@pytest.mark.parametrize(
    ("verdict", "is_as_cited", "is_in_other_capitals"),
    [
        (Verdict("exact", OPEN, written=OPEN), True, False),
        (Verdict("exact", OPEN.upper(), written=OPEN), True, True),
        (Verdict("exact", OPEN.upper(), written=OPEN.upper()), True, False),
        (Verdict("exact", "A REFERENCE IN CAPITALS"), True, False),
        (Verdict("elsewhere", OPEN.upper(), written=OPEN), False, False),
        (Verdict("changed", "the Pool is  open", written="The pool\nis open"), True, True),
        (Verdict("changed", "The pool is shut", written=OPEN), False, False),
        (Verdict("not_found", OPEN), False, False),
    ],
)
def test_capitals_alone_are_no_other_words(verdict: Verdict, is_as_cited: bool, is_in_other_capitals: bool) -> None:
    assert (verdict.is_as_cited, verdict.is_in_other_capitals) == (is_as_cited, is_in_other_capitals)
