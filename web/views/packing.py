"""The page of an evidence pack, which is also how it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.language.wording import day_in_words
from qa.answer import Answer, Citation, IndexInfo
from qa.citing.citation import citation_line
from qa.citing.pack import Chosen, Gathered, Pack, Piece, choose, is_all_of, read_chosen
from qa.wording import points_in_words
from web.pack_address import PackAddress
from web.request_models import RequestSchema
from web.views.answer import Library
from web.views.blocks import Group, group_blocks
from web.views.citing import Cite, cite_span, words_to_cite
from web.views.excerpts import apart, block_starts, in_one_line
from web.views.frame import Frame, frame


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A quotation of a pack.

    Attributes:
        number: from 1, throughout the pack.
        groups: its text.
        cite: how to cite it.
        reference: how it is referred to, with what is told of it beside that.
        link: where it is shown in its document; a permanent link.
        shown_link: the address that stands in print.
        document_id, start, end, sha256: by which it is checked.
        has_moved: whether it stood elsewhere in the document when it was chosen.
        without: the address of the pack without it.
        earlier, later: the addresses of the pack with it one place before or behind; "" at the ends of its question.
    """

    number: int
    groups: tuple[Group, ...]
    cite: Cite
    reference: str
    link: str
    shown_link: str
    document_id: str
    start: int
    end: int
    sha256: str
    has_moved: bool
    without: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question of a pack.

    Attributes:
        question: as it was asked.
        told: when it was asked and what limited it.
        pieces: what was chosen of what it found.
        left_out: the document and the characters of what is not there as it was chosen, each with the reason and the
            address of the pack without it.
    """

    question: str
    told: str
    pieces: tuple[ShownPiece, ...]
    left_out: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be added to a pack.

    Attributes:
        chosen: what names it.
        words: in a line.
        source: title and place of it.
        answers: what it answers, in words; "" for a passage. What answers is ticked.
    """

    chosen: str
    words: str
    source: str
    answers: str


@dataclass(frozen=True, slots=True)
class PackPage:
    """An evidence pack.

    Attributes:
        made: when and from what it was made.
        questions: with what was chosen.
        carried: the names and values of the pack, which its forms send along.
        csv, docx: where it is as a file; "" while nothing is chosen.
        next: the question of which something is to be added; "" for none.
        longest: how many characters a question may have.
        adding: the names and values of that question.
        offers: what can be added of what it finds.
        is_unticked: whether they were offered before, and nothing was ticked.
    """

    frame: Frame
    made: str
    questions: tuple[ShownQuestion, ...]
    carried: tuple[tuple[str, str], ...]
    csv: str
    docx: str
    next: str
    longest: int
    adding: tuple[tuple[str, str], ...] = ()
    offers: tuple[Offer, ...] = ()
    is_unticked: bool = False


def show_pack(
    pack: Pack,
    address: PackAddress,
    schema: RequestSchema,
    index: IndexInfo,
    site: str,
    library: Library,
    adding: Sequence[tuple[str, str]] = (),
    answer: Answer | None = None,
) -> PackPage:
    """The page of a pack.

    Args:
        pack: the pack.
        address: what its address says.
        schema: what a request may hold.
        index: what is being searched.
        site: the address of the service, which goes before links in print and in citations, without a stroke at its
            end.
        library: where the documents are.
        adding: the names and values of the question of which something is to be added.
        answer: to that question.
    """
    questions: list[ShownQuestion] = []
    before = 0
    for place, gathered in enumerate(pack.questions):
        questions.append(_question(gathered, place, before, address, schema, site))
        before += len(gathered.pieces)
    documents = f"{index.documents:,} document{'' if index.documents == 1 else 's'}"
    return PackPage(
        frame("Evidence pack", index, site),
        f"Made on {day_in_words(pack.made)} from {documents}, index {pack.snapshot}.",
        tuple(questions),
        tuple(address.pairs(schema)),
        address.to(schema, ".csv") if address.parts else "",
        address.to(schema, ".docx") if address.parts else "",
        address.unticked.question if address.unticked else address.next,
        schema.settings.question_max_chars,
        tuple(adding),
        tuple(_offers(answer, library)) if answer else (),
        address.unticked is not None,
    )


def _question(
    gathered: Gathered, place: int, before: int, address: PackAddress, schema: RequestSchema, site: str
) -> ShownQuestion:
    asked = gathered.asked
    ways = _orders(tuple(chosen for chosen, _ in gathered.pieces), place, address, schema)
    pieces = tuple(
        _piece(piece, number, site, (address.without(place, chosen).to(schema), *beside))
        for number, ((chosen, piece), beside) in enumerate(zip(gathered.pieces, ways, strict=True), start=before + 1)
    )
    told = "; ".join((f"Asked on {day_in_words(asked.day)}", *asked.filters))
    left_out = tuple(
        (
            f"{chosen.document_id}, characters {chosen.start:,} to {chosen.end:,}",
            reason,
            address.without(place, chosen).to(schema),
        )
        for chosen, reason in gathered.left_out
    )
    return ShownQuestion(asked.question, told, pieces, left_out)


def _orders(
    pieces: Sequence[Chosen], place: int, address: PackAddress, schema: RequestSchema
) -> Iterator[tuple[str, str]]:
    """For each piece of a question the addresses of the pack with it one place before, and behind; "" at the ends."""
    swapped = [address.swapped(place, one, other).to(schema) for one, other in pairwise(pieces)]
    yield from zip(["", *swapped], [*swapped, ""], strict=True) if pieces else ()


def _piece(piece: Piece, number: int, site: str, ways: tuple[str, str, str]) -> ShownPiece:
    document = piece.document
    return ShownPiece(
        number,
        tuple(group_blocks(document, piece.start, piece.end, (), page_starts=False)),
        cite_span(document, piece.start, piece.end),
        piece.reference,
        piece.link,
        site + piece.short_link,
        document.id,
        piece.start,
        piece.end,
        document.sha256,
        piece.has_moved,
        *ways,
    )


def _offers(answer: Answer, library: Library) -> list[Offer]:
    """What answers, a list with all its points and each half by itself, and then the other passages."""
    quote = answer.answer
    answers: list[Offer] = []
    halves = quote.halves if quote else ()
    for half in halves:
        if half.citation and half.sentence:
            start, words = words_to_cite(half, library.document(half.citation.document_id))
            counted = points_in_words(half)
            told = f", {counted[:1].lower()}{counted[1:]}" if counted else ""
            answers.append(_offer(library, half.citation, start, words, f"The answer to “{half.label}”{told}"))
    if quote and not halves:
        start, words = words_to_cite(quote, library.document(quote.document_id))
        counted = points_in_words(quote)
        told = f"The answer, {counted[:1].lower()}{counted[1:]}" if counted else "The answer"
        answers.append(_offer(library, quote.citation, start, words, told))
    taken = [read_chosen(offer.chosen) for offer in answers]
    others = (one for one in answer.passages if not _is_taken(one.citation, taken, library))
    return [*answers, *(_offer(library, one.citation, one.citation.start, one.text) for one in others)]


def _is_taken(cited: Citation, taken: Sequence[Chosen], library: Library) -> bool:
    """Whether words that are offered have all of a passage."""
    document = library.document(cited.document_id)
    return document is not None and any(is_all_of(one, document, cited.start, cited.end) for one in taken)


def _offer(library: Library, cited: Citation, start: int, words: str, answers: str = "") -> Offer:
    document = library.document(cited.document_id)
    starts = block_starts(document, start, start + len(words)) if document else ()
    return Offer(
        str(choose(cited.document_id, start, words)),
        " ".join(in_one_line(apart(words, starts)).split()),
        citation_line(cited),
        answers,
    )
