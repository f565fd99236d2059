"""What helps on where nothing answers: what the documents do hold nearby, and what to try next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.seams import DocumentMeta
from qa.answer import Answer, RankedPassage
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.request import AskRequest
from qa.wording import Piece, understood
from web.request_models import RequestSchema
from web.views.holdings import Choice, chosen
from web.views.timelines import timeline_address
from web.views.understood import ShownPiece, shown_limits

_MOST_TRIED = 5
_MOST_NAMES = 3
_NAMES_HELD = 6
_NEAREST_YEARS = 2
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Held:
    """Documents that are near to what was asked: in words, how many, of which years, and where they are listed."""

    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What helps on where nothing answers.

    Attributes:
        held: what the documents do hold nearby.
        tries: questions to ask instead, each with its address; the last leads to passages, or asks an example.
        report: what to send to the person who runs the service, where nothing is kept here.
    """

    held: tuple[Held, ...]
    tries: tuple[ShownPiece, ...]
    report: str


def show_refusal(
    answer: Answer,
    request: AskRequest,
    schema: RequestSchema,
    metadata: Sequence[DocumentMeta],
    examples: Sequence[str] = (),
) -> Refusal | None:
    """What helps on where nothing answers; None where something does, or there are no documents.

    Args:
        answer: to the question.
        request: what was asked.
        schema: what a request may hold.
        metadata: of all documents.
        examples: questions that the documents answer.
    """
    if answer.answer or not metadata:
        return None
    read = answer.interpretation
    called = _documents_called(read, metadata)
    held = tuple(_held(name, documents) for name, documents in called) or tuple(_everything(metadata))
    meant = [meta for _, documents in called for meta in documents] or metadata
    tries = [*shown_limits(request, schema), *(_other_years(read, request, schema, meant) if read else ())]
    if read and all(name.known for name in read.names):
        tries += _any_time(understood(read, len(metadata)), request, schema)
    own = {meta.id for _, documents in called for meta in documents}
    near = [one for one in answer.passages if not own or one.citation.document_id in own]
    onwards = [*_charts(read, called), *_onwards(near, schema, () if answer.passages else examples)]
    report = (
        f"This question should be answerable: “{answer.question}”. It was refused ({answer.reason}) on "
        f"{date.today().isoformat()} by index {answer.index.snapshot}. Address: {schema.address(request)}"
    )
    return Refusal(held, (*tries[: _MOST_TRIED - len(onwards)], *onwards), report)


def _documents_called(
    read: Interpretation | None, metadata: Sequence[DocumentMeta]
) -> list[tuple[str, list[DocumentMeta]]]:
    """The names that documents are called by, but not most of them, each with these."""
    names = dict.fromkeys(name.text for name in read.names if name.documents) if read else {}
    found = [(name, chosen(metadata, Choice(title=name))) for name in names]
    return [pair for pair in found if 0 < len(pair[1]) <= len(metadata) / 2][:_MOST_NAMES]


def _held(name: str, documents: Sequence[DocumentMeta]) -> Held:
    return Held(f"{name}: {_counted(documents)}", Choice(title=name).address)


def _everything(metadata: Sequence[DocumentMeta]) -> Iterator[Held]:
    """All documents, and the authorities that they are of."""
    yield Held(f"In all: {_counted(metadata)}", Choice().address)
    names = sorted({name for meta in metadata if (name := dict(meta.labels).get("authority"))})
    if len(names) > 1:
        more = f" and {len(names) - _NAMES_HELD} more" if len(names) > _NAMES_HELD else ""
        yield Held(f"Authorities: {', '.join(names[:_NAMES_HELD])}{more}", Choice().address)


def _counted(documents: Sequence[DocumentMeta]) -> str:
    """How many documents, and of which years."""
    count = f"{len(documents):,} document{'' if len(documents) == 1 else 's'}"
    years = _years(documents)
    if not years:
        return f"{count}, {'not dated' if len(documents) == 1 else 'none of them dated'}"
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f"{count}, of {span}" + ("" if all(meta.day for meta in documents) else " as far as they are dated")


def _years(documents: Sequence[DocumentMeta]) -> list[int]:
    return sorted({date.fromordinal(meta.day).year for meta in documents if meta.day})


def _other_years(
    read: Interpretation, request: AskRequest, schema: RequestSchema, documents: Sequence[DocumentMeta]
) -> Iterator[ShownPiece]:
    """The same question of the years nearest to one of which no document is; none where a name is known nowhere."""
    if not all(name.known for name in read.names):
        return
    for period in read.periods:
        written = _YEAR.search(period.text)
        if period.covered is not False or not written:
            continue
        asked = int(written.group())
        others = [year for year in _years(documents) if year != asked]  # itself may be held: "before 2019"
        nearest = sorted(others, key=lambda year: abs(year - asked))[:_NEAREST_YEARS]
        for year in sorted(nearest):
            address = schema.address(replace(request, question=_of_year(request.question, period, year)))
            yield ShownPiece("", address, f"Ask about {year} instead of {asked}")


def _any_time(pieces: Sequence[Piece], request: AskRequest, schema: RequestSchema) -> Iterator[ShownPiece]:
    """The same question without the times to which it was kept."""
    times = [piece for piece in pieces if piece.read_as == "a time"]
    if times:
        address = schema.address(replace(request, plain=(*request.plain, *(piece.typed for piece in times))))
        told = " and ".join(piece.words.partition(" (")[0] for piece in times)
        yield ShownPiece("", address, f"Ask about any time, not {told} alone")


def _charts(read: Interpretation | None, called: Sequence[tuple[str, Sequence[DocumentMeta]]]) -> Iterator[ShownPiece]:
    """Where the judgements are shown of each of those whose rating is asked for, as far as any are told."""
    if not read or read.answer_type != "rating":
        return
    for name, documents in called:
        if any(judgement.subject == name for meta in documents for judgement in meta.judgements):
            yield ShownPiece("", timeline_address(name), f"See how {name} was judged over time")


def _onwards(near: Sequence[RankedPassage], schema: RequestSchema, examples: Sequence[str]) -> Iterator[ShownPiece]:
    """Where to read on: the passage that comes nearest; a question that is answered where nothing comes near."""
    if near:
        nearest = near[0].citation
        where = f", page {nearest.page}" if nearest.page else ""
        yield ShownPiece("", nearest.link, f"Read the passage that comes nearest: {nearest.title}{where}")
    elif examples:
        address = schema.address(AskRequest(examples[0]))
        yield ShownPiece("", address, f"Ask what is answered here, such as “{examples[0]}”")


def _of_year(question: str, period: Period, year: int) -> str:
    """A question with another year in a time of it."""
    time = _YEAR.sub(str(year), period.text, count=1)
    return question[: period.start] + time + question[period.end :]
