"""How a question was read, as the results page tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.answer import Answer
from qa.request import AskRequest
from qa.wording import corrections_in_words, understood, unknown_names
from web.request_models import RequestSchema


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is in none of the documents.

    Attributes:
        name: as it was typed.
        nearest: the names nearest to it, each with the address that asks about it instead.
    """

    name: str
    nearest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read.

    Attributes:
        typed, meant: the misspelt words and those they were taken for; "" when none was.
        undo: the address that asks with the words as they were typed; "" when none was taken for another.
        mend: the address that asks with misspelt words corrected; "" unless they were to be left as they are.
        unknown: names in none of the documents, where the answer does not speak of them.
        pieces: names, times, order and kind of answer, in a few words each.
    """

    typed: str
    meant: str
    undo: str
    mend: str
    unknown: tuple[Unknown, ...]
    pieces: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.undo or self.mend or self.unknown or self.pieces)


def show_understood(answer: Answer, request: AskRequest, schema: RequestSchema) -> Understood | None:
    """How a question was read, as the page tells it; None where there is nothing to tell.

    Args:
        answer: to the question.
        request: what was asked.
        schema: what a request may hold.
    """
    read = answer.interpretation
    if read is None:
        return None
    typed, meant = corrections_in_words(read.mended) if read.mended else ("", "")
    shown = Understood(
        typed,
        meant,
        schema.address(replace(request, as_typed=True)) if read.mended else "",
        schema.address(replace(request, as_typed=False)) if request.as_typed else "",
        () if answer.reason == "name_not_in_corpus" else show_unknown(answer, request, schema),
        understood(read, answer.index.documents),
    )
    return shown or None


def show_unknown(answer: Answer, request: AskRequest, schema: RequestSchema) -> tuple[Unknown, ...]:
    """The names of a question that are in none of the documents.

    Args:
        answer: to the question.
        request: what was asked.
        schema: what a request may hold.
    """
    question = answer.question
    shown = []
    for name in unknown_names(answer.interpretation) if answer.interpretation else ():
        typed = question[name.start : name.end]
        ending = typed[-2:] if typed.endswith(("'s", "’s")) else ""
        others = tuple((near, question[: name.start] + near + ending + question[name.end :]) for near in name.nearest)
        nearest = tuple((near, schema.address(replace(request, question=other))) for near, other in others)
        shown.append(Unknown(name.text, nearest))
    return tuple(shown)
