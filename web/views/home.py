"""The first page: the form, and the answer below it when something was asked."""

from __future__ import annotations

from dataclasses import dataclass

from web.views.answer import ShownAnswer
from web.views.form import Form
from web.views.found import Found
from web.views.frame import Frame
from web.views.refusal import Refusal
from web.views.ticking import NO_TICKS, Ticks
from web.views.understood import Understood
from web.views.voting import Voting


@dataclass(frozen=True, slots=True)
class ShownFollowUp:
    """How a question was read that goes on from the one before.

    Attributes:
        said: it, as it was typed.
        why: why it could not be put in its place, in a sentence; "" where it was.
        earlier: the address of the question before.
        alone: the address that asks it by itself.
    """

    said: str
    why: str
    earlier: str
    alone: str


@dataclass(frozen=True, slots=True)
class Following:
    """What the next question may go on from.

    Attributes:
        before: the question.
        fields: names and values with which it was asked.
        is_offered: whether it has a name or time that another may take the place of.
    """

    before: str
    fields: tuple[tuple[str, str], ...]
    is_offered: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """The form, and what stands below it.

    Attributes:
        form: with what was typed in it.
        understood: how the question was read, when there is something to tell.
        answer: when something was asked.
        voting: the buttons to judge the answer, where that is possible.
        asked: the names and values that ask the question, as an address has them; documents are opened with them, so
            that they lead back.
        pack: the names and values with which an evidence pack of what is ticked begins.
        found: the passages that were found, as the page goes through them; None when nothing was asked.
        refusal: what helps on where nothing answers.
        follow_up: how a question was read that goes on from the one before; None where it does not go on.
        following: what the next question may go on from; None when nothing was asked.
        suggestions: what may be typed.
        examples: questions to begin with, each with the address of its answer.
        asked_on: the day on which it was asked, in words; "" where nothing was.
        ticks: what was ticked for an evidence pack, on this page of what was found or another.
    """

    frame: Frame
    form: Form
    understood: Understood | None = None
    answer: ShownAnswer | None = None
    voting: Voting | None = None
    asked: str = ""
    pack: tuple[tuple[str, str], ...] = ()
    found: Found | None = None
    refusal: Refusal | None = None
    follow_up: ShownFollowUp | None = None
    following: Following | None = None
    suggestions: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    asked_on: str = ""
    ticks: Ticks = NO_TICKS
