"""The buttons by which an answer is judged, and what became of the one pressed before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from qa.answer import Answer
from qa.request import AskRequest
from qa.verdicts import COMMENT_MAX_CHARS
from web.request_models import RequestSchema

Notice = Literal["kept", "changed", "not_kept"]
NOTICES: Mapping[Notice, str] = {
    "kept": "Thank you. What you said has been noted.",
    "changed": "What you said was not noted, because the documents have changed since you asked. These are the results "
    "now: please say it again.",
    "not_kept": "What you said could not be noted just now. Please try again later, or tell the person who runs this "
    "service.",
}
BACK: Final = "back"
"""What the buttons send of the page that they stand on, to which they lead back."""


@dataclass(frozen=True, slots=True)
class Voting:
    """What the buttons under an answer send, and what became of the one pressed before.

    Attributes:
        fields: names and values that go with every button.
        comment_max: the longest comment, in characters.
        notice: what became of it, in a sentence; "" when none was pressed.
        about: the rank of the passage the notice is about; 0 for the whole list, None for the page.
    """

    fields: tuple[tuple[str, str], ...]
    comment_max: int
    notice: str
    about: int | None


def show_voting(
    answer: Answer, request: AskRequest, schema: RequestSchema, notice: str, passage: str, back: str
) -> Voting:
    """The buttons under an answer.

    Args:
        answer: to a question.
        request: what was asked.
        schema: what a request may hold.
        notice: one of `NOTICES`; anything else is none.
        passage: the rank the notice is about, as it stands in the address.
        back: the names and values of the page as it is seen now, with what is ticked, as an address has them.
    """
    fields = (
        ("question", answer.question),
        ("snapshot", answer.index.snapshot),
        *schema.form_fields(request),
        (BACK, back),
    )
    said = next((sentence for name, sentence in NOTICES.items() if name == notice), "")
    ranks = {str(shown.rank): shown.rank for shown in answer.passages} | {"0": 0 if answer.passages else None}
    return Voting(fields, COMMENT_MAX_CHARS, said, ranks.get(passage) if notice == "kept" else None)
