"""The first page: the form, and the answer below it when something was asked."""

from __future__ import annotations

from dataclasses import dataclass

from web.views.answer import ShownAnswer
from web.views.form import Form
from web.views.found import Found
from web.views.frame import Frame
from web.views.understood import Understood
from web.views.voting import Voting


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
        examples: questions to begin with, each with the address of its answer.
    """

    frame: Frame
    form: Form
    understood: Understood | None = None
    answer: ShownAnswer | None = None
    voting: Voting | None = None
    asked: str = ""
    pack: tuple[tuple[str, str], ...] = ()
    found: Found | None = None
    examples: tuple[tuple[str, str], ...] = ()
