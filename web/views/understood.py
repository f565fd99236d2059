"""How a question was read, as the results page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from corpus.language.wording import days_in_words
from qa.answer import Answer
from qa.request import AskRequest
from qa.suggesting.leaving_out import without_words
from qa.wording import Piece, kind_in_words, understood, unknown_names
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
class ShownPiece:
    """A piece of how the question was read, or of what the search is limited to.

    Attributes:
        words: it in a few words.
        without: the address that asks without it; "" where it cannot be taken away.
        label: what that address does, in a few words.
        left: the address that asks the question without words that are taken as they are typed; "" where the rest of
            it may be none.
        left_label: what that address does.
    """

    words: str
    without: str = ""
    label: str = ""
    left: str = ""
    left_label: str = ""


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """Words that were taken for others.

    Attributes:
        typed: the words as they were typed.
        meant: what they were taken for.
        undo: the address that asks with them as they were typed.
    """

    typed: str
    meant: str
    undo: str


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read.

    Attributes:
        corrections: misspelt words and short forms that were taken for others.
        correct: the address that asks with misspelt words corrected; "" unless they were to be left as they are.
        unknown: names in none of the documents, where the answer does not speak of them.
        pieces: what the search is limited to, names, times, order and kind of answer.
    """

    corrections: tuple[ShownCorrection, ...]
    correct: str
    unknown: tuple[Unknown, ...]
    pieces: tuple[ShownPiece, ...]

    def __bool__(self) -> bool:
        return bool(self.corrections or self.correct or self.unknown or self.pieces)


def show_understood(answer: Answer, request: AskRequest, schema: RequestSchema) -> Understood | None:
    """How a question was read, as the page tells it; None where there is nothing to tell.

    Args:
        answer: to the question.
        request: what was asked.
        schema: what a request may hold.
    """
    read = answer.interpretation
    pieces = [*shown_limits(request, schema), *_plain(request, schema)]
    if read:
        pieces += [_read_piece(piece, request, schema) for piece in understood(read, answer.index.documents)]
    shown = Understood(
        tuple(
            ShownCorrection(one.text, one.mended, schema.address(_as_plain(request, one.text)))
            for one in (read.mended if read else ())
        ),
        schema.address(replace(request, as_typed=False)) if request.as_typed else "",
        () if answer.reason == "name_not_in_corpus" else show_unknown(answer, request, schema),
        tuple(pieces),
    )
    return shown or None


def _as_plain(request: AskRequest, words: str) -> AskRequest:
    return replace(request, plain=(*request.plain, words))


def _read_piece(piece: Piece, request: AskRequest, schema: RequestSchema) -> ShownPiece:
    if not piece.typed:
        return ShownPiece(piece.words)
    return ShownPiece(
        piece.words, schema.address(_as_plain(request, piece.typed)), f"Do not read “{piece.typed}” as {piece.read_as}"
    )


def _plain(request: AskRequest, schema: RequestSchema) -> Iterator[ShownPiece]:
    """The words that are taken as they are typed."""
    for words in request.plain:
        others = tuple(other for other in request.plain if other != words)
        address = schema.address(replace(request, plain=others))
        rest = without_words(request.question, words)
        left = schema.address(replace(request, question=rest, plain=others)) if rest else ""
        yield ShownPiece(
            f"“{words}” as plain words", address, f"Read “{words}” as before", left, f"Ask without “{words}”"
        )


def shown_limits(request: AskRequest, schema: RequestSchema) -> Iterator[ShownPiece]:
    """What the search is limited to, each with the address that asks without it.

    Args:
        request: what was asked.
        schema: what a request may hold.
    """

    def piece(words: str, **others: Any) -> ShownPiece:
        filters = replace(request.filters, **others)
        return ShownPiece(words, schema.address(replace(request, filters=filters)), f"Search without “{words}”")

    chosen = request.filters
    if chosen.published_from or chosen.published_to:
        days = days_in_words(chosen.published_from, chosen.published_to)
        yield piece(f"Dated {days}", published_from=None, published_to=None)
    if chosen.asks_times:
        days = days_in_words(chosen.about_from, chosen.about_to)
        yield piece(f"Speaks of {days}", about_from=None, about_to=None)
    for field in schema.coming("form"):
        if not field.is_filter or field.type.shape == "day":
            continue
        value = getattr(chosen, field.name)
        for one in value if field.type.repeats else ():
            called = kind_in_words(one) if field.name == "type" else one
            yield piece(f"{field.told}: {called}", **{field.name: tuple(other for other in value if other != one)})


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
