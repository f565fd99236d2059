"""Given lists: the list of a document that is given whole where some words of it answer."""

from __future__ import annotations

from typing import Final

from corpus.document import Document
from corpus.items import ItemList, list_at
from corpus.language.kinds import AnswerType, Span
from corpus.language.lists import levels_of
from corpus.language.sentences import sentences
from corpus.language.words import stems
from corpus.structure import heading_path
from qa.passages.asked import Asked
from qa.passages.listed import LED, with_alike
from qa.query.idf import idf_coverage
from qa.query.intent import asks_of_doing, asks_several, goes_on_from

SAID: Final = 0.7
"""What is above a list says what is asked where it has, with the title, this share of it; set by hand."""
_OPEN: frozenset[AnswerType] = frozenset({"list", "other", "person", "reason"})
"""Kinds of answer that may be several; of the others one value is wanted, and where the words hold none they may be."""
_ONE: frozenset[AnswerType] = frozenset({"yes_no", "rating"})
"""Kinds of answer that are one, whatever the words hold."""


def may_ask_for_list(asked: Asked) -> bool:
    """Whether a question may ask for a list: for several things, or how or why something is done, or what."""
    question = asked.query.question
    return asks_several(question) or (asked.answer_type in _OPEN and asks_of_doing(question))


def may_be_asked(asked: Asked, above: str, title: str) -> bool:
    """Whether a question that may ask for a list may ask for the one below some words.

    It asks for several things, or these words say what it asks of.

    Args:
        asked: the question, such as "How are hours logged?".
        above: what leads into the list, or else its heading: "Logging hours".
        title: of its document.
    """
    if asks_several(asked.query.question):
        return True
    said = with_alike(stems(above))
    return asked.list_coverage(said) >= LED and asked.list_coverage(said.union(stems(title))) >= SAID


def told_with(document: Document, found: ItemList) -> frozenset[str]:
    """The stems of a list with what leads into it, and with those of words alike."""
    items = document.text[found.items[0][0] : found.items[-1][1]]
    return with_alike(stems(f"{found.lead}\n{items}"))


def given_list(asked: Asked, document: Document, words: Span, *, has_value: bool) -> ItemList | None:
    """The list that words give; None where they give one item of it only, or none.

    One item gives its list where a list is asked for and what leads into it is of the question, or where what leads in
    is, with the headings above, about what is asked and the item has no more of the question; it may have where all
    items go on from what is asked, as from "The committee can:". Numbered paragraphs that go on from others are a list
    only under words of the question, and those of several sentences only under what is about it.

    Args:
        asked: the question.
        document: with the words.
        words: that answer, as offsets in its text.
        has_value: whether they hold a value of the kind that is asked for.
    """
    found = list_at(document, *words)
    if found is None or len(found.items) == 1:
        return None
    if words[0] < found.items[0][0]:
        return found
    question, lead = set(asked.question_stems), set(stems(found.lead))
    is_asked = not question.isdisjoint(lead)
    touched = [item for item in found.items if item[0] < words[1] and words[0] < item[1]]
    if len(touched) > 1:
        return found if is_asked or not found.goes_on else None
    own = {stem for item in touched for stem in stems(document.text[slice(*item)])}
    headings = heading_path(document, document.block_at(touched[0][0]) or 0)
    above = lead.union(stems(headings), stems(document.title))
    is_own = bool(question & own - above) and not goes_on_from(asked.query.question, found.lead)
    leads_to_it = is_asked and idf_coverage(asked.term_idf, list(above)) >= LED and not is_own
    kind = asked.answer_type
    is_open = kind in _OPEN or (kind not in _ONE and not has_value)
    is_listed = kind == "list" and is_asked and (leads_to_it or not _are_paragraphs(document, found))
    gives = is_listed or (is_open and leads_to_it and not found.goes_on)
    return found if gives else None


def _are_paragraphs(document: Document, found: ItemList) -> bool:
    """Whether items are numbered paragraphs of several sentences, as those of a report."""
    places = (document.block_at(start) for start, _ in found.items)
    blocks = [document.blocks[place] for place in places if place is not None]
    return all(levels_of(block.marker) for block in blocks) and any(
        len(sentences(document.text[block.start : block.end])) > 1 for block in blocks
    )
