"""A ranked passage, as the results page shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from corpus.document import Document
from qa.answer import Citation, RankedPassage
from qa.citing.citation import capitalised, place_of, within_in_words
from qa.citing.pack import choose
from web.views.blocks import BlockView, Group, Mark, Segment, group_blocks
from web.views.chance import Chance, chance
from web.views.citing import Cite, cite
from web.views.excerpts import block_starts, excerpt

SCORES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "Words in common with the question",
        "dense": "Nearness in meaning, at most 1",
        "reranker": "Read together with the question",
        "combined": "All of it together, by which passages are ordered",
    }
)
"""The parts of a rank, by their names in `RankedPassage.scores`."""
_LEAST_MARKED = 0.2
"""In a passage that is less likely to hold an answer none is marked, which would look like one, and no chance told."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A ranked passage as the page shows it.

    Attributes:
        rank: from 1.
        passage_id: by which it is judged.
        title: of its document.
        under: the headings above it, as far as they do not stand in it.
        groups: its text.
        link: where its document is shown with the passage marked.
        cite: how to cite it.
        within: where in its document it stands: page and paragraph, or else the nearest heading, or "Elsewhere".
        chance: how likely it is to answer; None where the answer above is of it, and where it hardly answers.
        copies: titles and links of documents that hold the same words.
        excerpt: the words of it that come nearest to an answer, in a line or two.
        is_quoted: whether the answer above is of this passage.
        chosen: what names it in an evidence pack; "" where the answer has all of its words.
        labels: the authority and the kind of its document, as far as they are known and its title does not say them.
        scores: the parts that its rank came from, each in a few words with its figure.
    """

    rank: int
    passage_id: str
    title: str
    under: str
    groups: tuple[Group, ...]
    link: str
    cite: Cite
    within: str
    chance: Chance | None
    copies: tuple[tuple[str, str], ...]
    excerpt: tuple[Segment, ...]
    is_quoted: bool
    chosen: str
    labels: tuple[str, ...] = ()
    scores: tuple[tuple[str, str], ...] = ()


def show_passage(
    passage: RankedPassage, document: Document | None, kinds: Collection[str], is_quoted: bool
) -> ShownPassage:
    """A ranked passage as the results page shows it.

    Args:
        passage: the passage.
        document: in which it stands; None where it cannot be read.
        kinds: of highlights that are marked.
        is_quoted: whether the answer above is of it.
    """
    cited = passage.citation
    stands = _stands(cited, document)
    hardly_answers = passage.probability < _LEAST_MARKED
    if hardly_answers and not is_quoted:
        kinds = {"term"} & set(kinds)
    if document is None:
        groups: tuple[Group, ...] = (Group("paragraph", (), (BlockView("paragraph", 0, (Segment(passage.text),)),)),)
    else:
        groups = tuple(group_blocks(document, cited.start, cited.end, marks_of(passage, kinds), page_starts=False))
    shown = {
        " ".join("".join(part.text for part in block.segments).split()) for group in groups for block in group.blocks
    }
    shown.add(cited.title)
    return ShownPassage(
        passage.rank,
        passage.passage_id,
        cited.title,
        " › ".join(part for part in passage.heading.split(" > ") if part not in shown),
        groups,
        cited.link,
        cite(passage.text, cited, stands),
        _within(stands, passage.heading),
        None if is_quoted or hardly_answers else chance(passage.probability),
        tuple((copy.title, copy.link) for copy in passage.also_in),
        excerpt(
            passage.text,
            [mark for mark in passage.highlights if mark.kind in kinds],
            block_starts(document, cited.start, cited.end) if document else (),
        ),
        is_quoted,
        str(choose(cited.document_id, cited.start, passage.text)),
        tuple(_labels(cited)),
        tuple((SCORES[name], f"{score:.2f}") for name, score in passage.scores.items()),
    )


def _within(stands: Citation, headings: str) -> str:
    """Where in its document a passage stands, in a few words: what tells it from others of it."""
    nearest = headings.rpartition(" > ")[2]
    told = within_in_words(stands) or ((nearest,) if nearest not in ("", stands.title) else ("elsewhere",))
    return ", ".join(capitalised(told))


def _labels(cited: Citation) -> Iterator[str]:
    told = f"{cited.title} {cited.source or ''}".casefold()
    for name in ("authority", "type"):
        if (label := cited.labels.get(name, "")) and label.casefold() not in told:
            yield label


def _stands(cited: Citation, document: Document | None) -> Citation:
    """Where a passage stands, with the page and paragraph in which it ends."""
    if document is None:
        return cited
    place = place_of(document, cited.start, cited.end)
    return replace(cited, last_page=place.last_page, last_paragraph=place.last_paragraph)


def marks_of(passage: RankedPassage, kinds: Collection[str]) -> list[Mark]:
    """What is to be marked of a passage, in offsets into its document."""
    start = passage.citation.start
    return [
        Mark(start + highlight.start, start + highlight.end, highlight.kind)
        for highlight in passage.highlights
        if highlight.kind in kinds
    ]
