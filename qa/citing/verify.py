"""Whether words that somebody cites stand in the documents: exactly, in other words, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from corpus.document import Document
from corpus.language.kinds import Span
from corpus.language.words import stems
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.address import citation_link, document_link
from qa.citing.citation import Place, place_in_words, place_of, quoted, reference
from qa.citing.denied import denial_before
from qa.citing.listed import columns_of, compared, in_pieces, lines_of, listed, readings, without_markers
from qa.citing.mentioned import each_mentioned, exchanged
from qa.citing.nearest_words import (
    Difference,
    Near,
    PlaceIn,
    around,
    differences,
    edges_in,
    find_exactly,
    find_over_edges,
    having_most,
    holding,
    nearest_of,
    places_of,
    tokens,
    without_edges,
)
from qa.citing.notes import without_notes
from qa.citing.omitted import Omission, find_in_order, omissions_between, pieces_of, sentences_around
from qa.citing.pasted import Pasted, quotations_within, unbroken, ways_to_read, without_additions
from qa.citing.referred import (
    Referred,
    compare_reference,
    documents_named,
    find_reference,
    is_title,
    names_a_source,
)
from qa.citing.unheld import goes_by_other_names, meant_instead, names_in
from qa.citing.verdict import Status, Verdict

QUOTE_MAX_CHARS = 4_000
_COMPARED = 8
_AROUND_PIECES_CHARS = 200_000
_NAMED = 20
_CHECKED_PIECES = 6
_LOOKED_THROUGH_CHARS = 2_000_000
_QUOTED_WORDS = 4
"""So many words in quotation marks within others are a quotation; fewer may be a name or a term."""
_CHECKED_QUOTATIONS = 12
_OTHERS = 100
_SEVERITY: Mapping[Status, int] = {"exact": 0, "with_omissions": 0, "elsewhere": 2, "changed": 3, "not_found": 4}
_OWN_SENTENCE = 0.8
"""A sentence of which no document has so much is somebody's own, and the quotation within it is what is checked."""


def verify(snapshot: Snapshot, pasted: str, document_id: str | None = None, near: int | None = None) -> Verdict:
    """Look for cited words, or for the source that a reference names, in the documents.

    Args:
        snapshot: what is searched.
        pasted: the words, with quotation marks and their reference or without; or a reference alone.
        document_id: the document they are said to stand in; None for any.
        near: the offset in that document at or after which they are said to stand; None where that is not known.
    """
    told = (snapshot, document_id, near)
    said = without_notes(without_additions(pasted))
    read = chain(ways_to_read(said), [Pasted(pasted)] if said != pasted else [])
    ways = [_Sought.of(way, *told) for way in read if _is_read_so(snapshot, way)]
    within = [one for one in quotations_within(said) if not is_title(snapshot, one.words)]
    if len(within) > 1 and (verdict := _on_each(within, ways[-1])):
        return verdict
    if verdict := _as_cited(ways):
        return verdict
    sought = ways[0]
    source = find_reference(snapshot, said)
    if source and (source.is_exact or not sought.way.reference):
        return _verdict_on_reference(pasted, source)
    nearest = sought.nearest()
    if goes_by_other_names(snapshot, said, nearest.document if nearest else None):
        return _verdict_on_unheld(snapshot, pasted)
    inner = [replace(one, reference=sought.way.reference) for one in quotations_within(sought.way.words)]
    return _on_each(inner, sought) or _otherwise(sought, nearest)


def _on_each(quotations: Sequence[Pasted], sought: _Sought) -> Verdict | None:
    """The worst of what became of the quotations in somebody's own words, with all; None for a document's own words.

    Args:
        quotations: of which those of few words may be names or terms, and are not checked.
        sought: all the words.
    """
    named = each_mentioned(sought.snapshot, [one.told_by for one in quotations])
    checked: list[tuple[_Sought, Verdict | None]] = []
    unchecked: list[str] = []
    for one, names in zip(quotations, named, strict=True):
        may_be = len(checked) < _CHECKED_QUOTATIONS and any(map(_are_many, (one.words, *one.longer)))
        own = _with_its_source(sought.snapshot, one) if may_be else one
        readings = (one.words, *one.longer) if may_be else ()
        ways = [_Sought.of(replace(own, words=words), *sought.told, names) for words in readings]
        verdict = _as_cited(ways) if may_be else None
        is_checked = may_be and _are_many(verdict.cited if verdict else one.words)
        checked += [(ways[0], verdict)] if is_checked else []
        unchecked += [] if is_checked else [one.words]
    nearest = sought.nearest() if checked else None
    if not checked or (
        nearest and nearest.share >= _OWN_SENTENCE and not _is_own(sought.way.words, quotations, nearest)
    ):
        return None
    verdicts = tuple(verdict or _otherwise(one, one.nearest()) for one, verdict in _in_their_own(checked))
    worst = max(verdicts, key=_severity)
    return replace(worst, quotations=verdicts if len(verdicts) > 1 else (), unchecked=tuple(unchecked))


def _in_their_own(checked: Sequence[tuple[_Sought, Verdict | None]]) -> Iterator[tuple[_Sought, Verdict | None]]:
    """Quotations, of which those that are exchanged with one another stand in another document than is named."""
    told = [one.way.told_by for one, _ in checked]
    stands_in = [verdict.document_id if verdict and not verdict.also_in else None for _, verdict in checked]
    for (one, verdict), named in zip(checked, exchanged(checked[0][0].snapshot, told, stands_in), strict=True):
        sought = one if one.named else replace(one, named=named)
        yield sought, verdict and _unless_elsewhere(sought, verdict)


def _are_many(words: str) -> bool:
    return len(words.split()) >= _QUOTED_WORDS


def _severity(verdict: Verdict) -> tuple[int, bool]:
    """How much is wrong with a quotation or its reference; other capitals alone are as little as none."""
    is_doubtful = bool(verdict.sentence) or verdict.reference_status == "changed"
    wrong = _SEVERITY[verdict.status] if not verdict.is_as_cited else int(is_doubtful)
    return wrong, verdict.status == "exact"


def _with_its_source(snapshot: Snapshot, way: Pasted) -> Pasted:
    """A quotation with the brackets behind it as its reference, where these name a source, held or not."""
    if not way.reference or names_a_source(snapshot, way.reference) or names_in(way.reference):
        return way
    return replace(way, reference="", is_marked=False)


def _is_own(pasted: str, quotations: Sequence[Pasted], nearest: Near) -> bool:
    """Whether the words around quotations are somebody's own: most of them do not stand where these nearly do."""
    around = pasted
    for words in chain.from_iterable((*one.longer, one.words) for one in quotations):
        around = around.replace(words, " ")
    written = {word for word, _, _ in tokens(nearest.document.text[slice(*nearest.span)])}
    own = [word for word, _, _ in tokens(around) if word.isalnum()]
    return 2 * sum(word in written for word in own) < len(own)


def _is_read_so(snapshot: Snapshot, way: Pasted) -> bool:
    """Whether what stands beside the words is a reference, and they are not its title."""
    if not way.reference:
        return True
    is_source = names_a_source(snapshot, way.reference) or _is_publisher(snapshot, way.reference)
    is_reference = way.is_marked or is_source or _is_unheld(snapshot, way)
    return is_reference and not is_title(snapshot, way.words.strip("“”\"‘’' "))


def _is_unheld(snapshot: Snapshot, way: Pasted) -> bool:
    """Whether what stands behind words names a source that is not held, and is no altered ending of these."""
    if not (names := names_in(way.reference)):
        return False
    sought = _Sought.of(way, snapshot, None, None)
    if not (exact := _exactly(sought, sought.anywhere())) or exact.document_id is None or exact.end is None:
        return True
    document = snapshot.document(exact.document_id)
    behind = document.text[exact.end : exact.end + 2 * len(way.reference)].lower() if document else ""
    return not any(name in behind for name in names)


def _is_publisher(snapshot: Snapshot, said: str) -> bool:
    """Whether words are the publisher of a document, perhaps with a day in numbers."""
    named = [stem for stem in stems(said) if not stem.isdigit()]
    return bool(named) and any(
        stems(source) == named for source in {meta.source for meta in snapshot.metadata} if source
    )


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words that are looked for.

    Attributes:
        snapshot: what is searched.
        way: the words, with what stands beside them.
        document_id, near: the document they are said to stand in, and where; None where that is not told.
        named: the ids of the documents that a reference names.
    """

    snapshot: Snapshot
    way: Pasted
    document_id: str | None
    near: int | None
    named: frozenset[str]

    @property
    def told(self) -> tuple[Snapshot, str | None, int | None]:
        """What is searched, and where the words are said to stand."""
        return self.snapshot, self.document_id, self.near

    @classmethod
    def of(
        cls,
        way: Pasted,
        snapshot: Snapshot,
        document_id: str | None,
        near: int | None,
        named: frozenset[str] = frozenset(),
    ) -> _Sought:
        """Words that are looked for, with the documents that their reference names, or else what stands beside them."""
        beside = way.reference or ("" if named else way.beside)
        return cls(snapshot, way, document_id, near, documents_named(snapshot, beside) if beside else named)

    def where_told(self) -> Iterator[PlaceIn]:
        """Where they are said to stand: at the place that is told, then in the documents that a reference names."""
        told = (
            self.snapshot.document(self.document_id) if self.document_id is not None and self.near is not None else None
        )
        if told:
            yield (told, *around(told, self.way.words, self.near or 0))
        if self.named:
            yield from places_of(self.snapshot, self.way.words, self.snapshot.scope(lambda meta: meta.id in self.named))

    def all_named(self) -> Iterator[PlaceIn]:
        """All that the documents hold that a reference names, where these are few."""
        named = map(self.snapshot.document, sorted(self.named) if len(self.named) <= _NAMED else ())
        return ((one, 0, min(len(one.text), _LOOKED_THROUGH_CHARS)) for one in named if one)

    def anywhere(self) -> Iterator[PlaceIn]:
        """Where else they may stand: in the document that is told, or in any."""
        return places_of(self.snapshot, self.way.words, self._scope())

    def wherever_whole(self) -> Iterator[PlaceIn]:
        """All the passages in which each of the words stands, which are more than those that fit them best."""
        return holding(self.snapshot, self.way.words, self._scope())

    def _scope(self) -> Scope:
        told = self.document_id
        return EVERYTHING if told is None else self.snapshot.scope(lambda meta: meta.id == told)

    def nearest(self) -> Near | None:
        """The words that come nearest: in the documents that a reference names, or else anywhere."""
        anywhere = chain(self.anywhere(), having_most(self.snapshot, self.way.words, self._scope()))
        return nearest_of(self.way.words, self.where_told()) or nearest_of(self.way.words, anywhere)


def _as_cited(ways: Sequence[_Sought]) -> Verdict | None:
    """That words stand in a document as they are cited, or with omissions: first in those that are named.

    Of several ways to read them that counts by which they stand in a document with all that seems to be a reference.
    """
    if len(ways) > 1 and (verdict := _exactly(ways[-1], chain(ways[-1].where_told(), ways[-1].anywhere()))):
        return _with_others(ways[-1], verdict)
    for looked_in, found in (
        (_Sought.where_told, _exactly),
        (_Sought.all_named, _exactly),
        (_Sought.all_named, _with_omissions),
        (_Sought.where_told, _with_omissions),
        (_Sought.anywhere, _exactly),
        (_Sought.wherever_whole, _exactly),
        (_Sought.anywhere, _with_omissions),
        (_Sought.wherever_whole, _with_omissions),
    ):
        for sought in ways:
            if verdict := found(sought, looked_in(sought)):
                return _with_others(sought, _unless_elsewhere(sought, verdict))
    return None


def _with_others(sought: _Sought, verdict: Verdict) -> Verdict:
    """A verdict with how many other documents have the words, where nothing tells which of them is meant."""
    if verdict.status != "exact" or sought.document_id is not None or len(sought.named) == 1:
        return verdict
    having = {verdict.document_id}
    for document, first, last in sought.wherever_whole():
        is_meant = not sought.named or document.id in sought.named
        if is_meant and document.id not in having and find_exactly(document.text, sought.way.words, first, last):
            having.add(document.id)
        if len(having) > _OTHERS:
            break
    return replace(verdict, also_in=len(having) - 1)


def _unless_elsewhere(sought: _Sought, verdict: Verdict) -> Verdict:
    """A verdict with what the document that a reference names has, where the words stand in another."""
    if not sought.named or verdict.document_id in sought.named:
        return verdict
    way = sought.way
    way = replace(way, words=" ".join(piece.words for piece in pieces_of(way.words)) or way.words)
    nearest = nearest_of(way.words, sought.where_told())
    named = _verdict("changed", way, nearest.document, nearest.span) if nearest else _not_in(sought)
    status: Status = "changed" if verdict.status == "changed" else "elsewhere"
    return replace(verdict, status=status, named=named, reference_differences=())


def _not_in(sought: _Sought) -> Verdict:
    """That nothing in the document that a reference names comes near to the words."""
    one = sought.snapshot.document(min(sought.named)) if len(sought.named) == 1 else None
    if one is None:
        return Verdict("not_found", sought.way.words)
    named, link = reference(one, one.title, place_in_words(one, Place())), document_link(one.id)
    return Verdict("not_found", sought.way.words, one.id, one.title, reference=named, link=link)


def _otherwise(sought: _Sought, nearest: Near | None) -> Verdict:
    """What became of words that stand nowhere as they are cited: piece by piece, or by what comes nearest to them."""
    way = sought.way
    if len(pieces := pieces_of(way.words)) > 1:
        each = [_Sought.of(replace(way, words=piece.words), *sought.told) for piece in pieces[:_CHECKED_PIECES]]
        verdicts = tuple(_as_cited([one]) or _otherwise(one, one.nearest()) for one in each)
        found = any(one.status != "not_found" for one in verdicts)
        return Verdict("changed" if found else "not_found", way.words, pieces=verdicts if found else ())
    if nearest is None:
        return Verdict("not_found", way.words)
    return _unless_elsewhere(sought, _verdict("changed", way, nearest.document, nearest.span))


def _exactly(sought: _Sought, places: Iterable[PlaceIn]) -> Verdict | None:
    """That the words stand exactly in a document; None where they do not."""
    for document, first, last in places:
        for text, words, is_unnumbered in readings(document, sought.way.words, first, last):
            span = find_exactly(text, words, first, last)
            over = None if span else find_over_edges(document, words, first, last, text)
            stands = over[0] if over else span
            if stands and (not is_unnumbered or listed(sought.way.words).fits(document, stands)):
                return replace(_verdict("exact", sought.way, document, stands), page_edges=over[1] if over else ())
    return None


def _with_omissions(sought: _Sought, places: Iterable[PlaceIn]) -> Verdict | None:
    """That the pieces of words stand in a document in their order, but for what they mark as left out or put in."""
    way = sought.way
    read: set[str] = set()
    for document, first, last in places if pieces_of(way.words) else ():
        if document.id in read or len(read) == _COMPARED:
            continue
        read.add(document.id)
        around = max(first - _AROUND_PIECES_CHARS, 0), min(last + _AROUND_PIECES_CHARS, len(document.text))
        for text, words, is_unnumbered in readings(document, way.words, *around):
            pieces = pieces_of(words)
            spans = find_in_order(without_edges(document, *around, text), pieces, *around) if pieces else ()
            if spans and (not is_unnumbered or listed(way.words).fits(document, (spans[0][0], spans[-1][1]))):
                return _verdict_on_pieces(
                    sought, document, spans, omissions_between(without_markers(document, *around), pieces, spans)
                )
    return None


def _verdict_on_pieces(sought: _Sought, document: Document, spans: Sequence[Span], told: Sequence[Omission]) -> Verdict:
    """What became of words that stand in a document in pieces, with what their marks stand for."""
    whole = spans[0][0], spans[-1][1]
    is_reference = told and told[-1].start == whole[1] and names_a_source(sought.snapshot, told[-1].mark)
    omissions = tuple(told[:-1] if is_reference else told)
    turns = any(one.turns for one in omissions)
    verdict = _verdict("with_omissions" if omissions else "exact", sought.way, document, whole)
    return replace(
        verdict,
        omissions=omissions,
        sentence=document.text[slice(*sentences_around(document.text, whole))] if turns else verdict.sentence,
        page_edges=tuple(chain.from_iterable(edges_in(document, *span) for span in spans)),
    )


def _verdict(status: Status, way: Pasted, document: Document, span: Span) -> Verdict:
    start, end = span
    written = document.text[start:end]
    place = place_in_words(document, place_of(document, start, end))
    named = reference(document, document.title, place)
    compared = compare_reference(document, way.reference, span) if way.reference else None
    after, around = denial_before(document, span)
    return Verdict(
        status,
        way.words,
        document.id,
        document.title,
        start,
        end,
        written,
        _side_by_side(document, way.words, span) if status == "changed" else (),
        named,
        None if not way.reference else "exact" if compared and compared.is_exact else "changed",
        citation_link(document.id, start, end, written),
        differences(way.reference, _amended(way.reference, compared)) if compared and compared.amended else (),
        sentence=document.text[slice(*around)] if after else "",
        after=after,
        lines=lines_of(document, start, end),
        columns=columns_of(document, start, end),
    )


def _side_by_side(document: Document, cited: str, span: Span) -> tuple[Difference, ...]:
    """Words beside those of a document that come nearest to them, each item, row, cell and paragraph of its own."""
    words, text, (start, end) = compared(document, cited, span)
    pieces = tuple(in_pieces(document, without_edges(document, start, end, text), (start, end)))
    lengths = accumulate((len(piece) + 1 for _, piece in pieces), initial=0)
    begun = {at: kind for at, (kind, _) in zip(lengths, pieces, strict=False) if kind}
    return differences(quoted(unbroken(words, text[start:end])), " ".join(piece for _, piece in pieces), begun)


def _verdict_on_reference(cited: str, source: Referred) -> Verdict:
    span = source.span
    return Verdict(
        "exact" if source.is_exact else "changed",
        cited,
        source.document.id,
        source.document.title,
        start=span[0] if span else None,
        end=span[1] if span else None,
        differences=() if source.is_exact else differences(cited, _amended(cited, source)),
        reference=source.reference,
        reference_status="exact" if source.is_exact else "changed",
        link=citation_link(source.document.id, *span, source.document.text[slice(*span)])
        if span
        else document_link(source.document.id),
    )


def _verdict_on_unheld(snapshot: Snapshot, cited: str) -> Verdict:
    """That no document goes by a reference, with that which may be meant."""
    if (meant := meant_instead(snapshot, cited)) is None:
        return Verdict("not_found", cited, is_reference=True)
    named, link = reference(meant, meant.title, place_in_words(meant, Place())), document_link(meant.id)
    perhaps = Verdict("changed", cited, meant.id, meant.title, reference=named, link=link)
    return Verdict("not_found", cited, perhaps=perhaps, is_reference=True)


def _amended(cited: str, source: Referred) -> str:
    """A reference with what is right in place of what it says otherwise."""
    for one in reversed(source.amended):
        cited = cited[: one.start] + one.right + cited[one.end :]
    return cited
