"""A question may ask for the step that stands beside one that it names."""

from __future__ import annotations

import pytest

from corpus.language.steps import step_beside


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("What is the step after fitting the hose?", ("fitting the hose", 1)),
        ("what comes right after the second payment", ("the second payment", 1)),
        ("Which step comes before step 4?", ("step 4", -1)),
        ("What's the next stage after the appeal?", ("the appeal", 1)),
        ("What do I do once the tank is full?", ("the tank is full", 1)),
        ("What should we do first before ringing 999?", ("ringing 999", -1)),
        ("What follows the appeal?", ("the appeal", 1)),
        ("Who comes after children in care?", ("children in care", 1)),
        ("What happens after the appeal?", None),
        ("What is the fee after 6 pm?", None),
        ("Who came after Ada Moor?", None),
        ("When do I pay once I am a member?", None),
        ("What was built before the mill?", None),
    ],
)
def test_a_question_may_ask_for_the_step_beside_one(question: str, beside: tuple[str, int] | None) -> None:
    found = step_beside(question)
    assert (found and (found.said, found.way)) == beside


def test_a_step_that_says_when_it_is_done_is_itself_what_to_do_then() -> None:
    doing, next_one = (step_beside(f"What {asks} after six months?") for asks in ("do I do", "comes"))
    assert doing and doing.is_told_by("4. Report after six months.") and not doing.is_told_by("4. Report at once.")
    assert next_one and not next_one.is_told_by("4. Report after six months.")


def test_a_step_is_named_by_its_number() -> None:
    asked = [step_beside(f"What comes after {step}?") for step in ("step 3 of the list", "stage 12", "the 3 loaves")]
    assert [one and one.number for one in asked] == [3, 12, None]
