"""Steps: beside which step of a list a question asks for another: "What comes after fitting the hose?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("numbers")
_STEP_WORDS: list[str] = _TABLE["steps"]
_BESIDE_STEPS = _TABLE["beside_steps"]
_WAY = rf"(?:(?P<after>{alternatives(_BESIDE_STEPS['after'])})|{alternatives(_BESIDE_STEPS['before'])})"
_BEING = alternatives([*_BESIDE_STEPS["being"], *_BESIDE_STEPS["near"], *_STEP_WORDS])
_DOING = alternatives(_BESIDE_STEPS["doing"])
_ASKS_BESIDE = re.compile(
    rf"\b(?:what|which|who)(?:['’]?s)?\s+(?:(?:the|{_BEING}|(?P<doing>{_DOING}))\s+)*"
    rf"{_WAY}\s+(?P<step>[^?]+)",
    re.I,
)
_NUMBERED_STEP = re.compile(rf"(?:the\s+)?{alternatives(_STEP_WORDS)}\s+(?:no\.?\s*|number\s+)?([0-9]{{1,2}})\b", re.I)
_SAYS_WHEN = re.compile(rf"\b{alternatives(_BESIDE_STEPS['when'])}\b", re.I)


@dataclass(frozen=True, slots=True)
class StepBeside:
    """What a question says of a step beside which it asks for another.

    Attributes:
        said: of the step that is named.
        way: 1 where the next one is asked for, -1 where the one before is.
        is_doing: whether it asks what to do, which a step may answer that says when it is to be done.
    """

    said: str
    way: int
    is_doing: bool

    @property
    def number(self) -> int | None:
        """The number by which the step is named, as in "step 4"; None where it is named by words."""
        found = _NUMBERED_STEP.match(self.said)
        return int(found[1]) if found else None

    def is_told_by(self, step: str) -> bool:
        """Whether a step is itself what is to be done then: "Report after six months"."""
        when = _SAYS_WHEN.search(step) if self.is_doing else None
        return when is not None and not set(stems(step[when.end() :])).isdisjoint(stems(self.said))


def step_beside(question: str) -> StepBeside | None:
    """The step beside which a question asks for another; None where it asks for no such thing.

    Args:
        question: such as "What is the step after fitting the hose?".
    """
    match = _ASKS_BESIDE.search(question)
    return StepBeside(match["step"], 1 if match["after"] else -1, match["doing"] is not None) if match else None
