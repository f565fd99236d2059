"""Numbers of notes, and "ibid.", give way to the references that they stand for."""

from __future__ import annotations

import time

import pytest

from qa.citing.notes import without_notes

POOL = "Leisure, Using the pool, 2021, page 2"


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (f"“It is open.”[1]\n\n[1] {POOL}.", f"“It is open.” ({POOL})"),
        (f"“It is open.”¹ So it is.\n¹ {POOL}", f"“It is open.” ({POOL}) So it is."),
        (f"“It is open”.1 So it is.\n1. {POOL}", f"“It is open”. ({POOL}) So it is."),
        (f"‘It is open’ (12)\n\n12) {POOL}", f"‘It is open’ ({POOL})"),
        (f"It is open.[1]\n[1] {POOL}", f"It is open. ({POOL})"),
        (f"“A” ({POOL}). “B” (ibid.)", f"“A” ({POOL}). “B” ({POOL})"),
        (
            f"“A” ({POOL}). “B” (Ibidem, p. 9). “C” (ibid 12)",
            f"“A” ({POOL}). “B” (Leisure, Using the pool, 2021, p. 9). “C” (Leisure, Using the pool, 2021, page 12)",
        ),
        (
            "“A” (Parks, 2020, section 3.3). “B” (ibid, 3.4)",
            "“A” (Parks, 2020, section 3.3). “B” (Parks, 2020, section 3.4)",
        ),
        (f"“A”¹ and “B” (see n 1)\n1 {POOL}", f"“A” ({POOL}) and “B” ({POOL})"),
        (
            f"“A”² and “B”¹\n1 Parks, 2020\n2 Ibid.\n3 {POOL}",
            f"“A” (Parks, 2020) and “B” (Parks, 2020)\n\n\n3 {POOL}",
        ),
    ],
)
def test_a_note_stands_at_its_quotation(pasted: str, said: str) -> None:
    assert without_notes(pasted) == said


@pytest.mark.parametrize("beside", [" [3]", "³", " (ibid.)", " (op. cit., p. 3)", " (n 4)", " (see note 12 above)"])
def test_what_leads_to_nothing_that_was_pasted_is_left_out(beside: str) -> None:
    assert without_notes(f"“It is open all year.”{beside}") == "“It is open all year.”"


@pytest.mark.parametrize(
    "pasted",
    [
        "1. “It is open.”\n2. “It is shut.”",
        "The hall is 12 m² [sic].",
        "Members’ 3 pools were closed.\n3 members were there.",
        "“It is open”, 12 said.\n12 members were there.",
        "“It is open.” (Ibid Island, 2021)",
        "[1] The pool is open.\n[2] The park is shut.",
        "",
    ],
)
def test_other_numbers_and_names_stay(pasted: str) -> None:
    assert without_notes(pasted) == pasted


def test_many_marks_take_no_long_time() -> None:
    began = time.process_time()
    for sign in ("”[1", "“a”1 ", "” (ibid, ", "\n[1] a", "“a” ((", "[1] "):
        without_notes(sign * (4_000 // len(sign)))
    assert time.process_time() - began < 2
