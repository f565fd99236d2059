"""Asked lists: the list that answers a question for several things, in place of a sentence beside it or of one item."""

from __future__ import annotations

from typing import Final

from corpus.document import Passage
from corpus.items import list_at
from corpus.language.kinds import Span
from corpus.language.predicates import negated
from corpus.language.words import stems
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.given_list import may_ask_for_list, may_be_asked
from qa.passages.listed import LED, PlacedList, are_paragraphs, placed_lists, with_alike
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.passages.sentences import overlaps
from qa.query.idf import idf_coverage
from qa.query.intent import goes_on_from

OWN: Final = 0.1
"""An item is asked for by itself where it has this share of the question's idf that nothing above its list has; set by
hand."""


def asked_list(asked: Asked, candidate: Candidate, sentence: Span) -> Span | None:
    """The list that answers a question for several things better than a sentence; None where none does.

    What is above it has words of the question. The sentence is one of its items and says no more of what is asked, or
    stands outside of it and says less, each with title and headings; or it denies nothing where the question does
    ("What can I not bring?"); or the list goes on from the question: "You might:" for "What might I do?", "They ensure
    that:" for "What do they make sure of?".

    Args:
        asked: the question.
        candidate: the passage.
        sentence: the one that the reader likes best.
    """
    if not may_ask_for_list(asked):
        return None
    passage, title = candidate.passage, candidate.document.title
    lists = [
        one
        for one in placed_lists(passage)
        if _is_asked(asked, passage, one)
        and may_be_asked(asked, passage.text[slice(*one.above)], title)
        and not are_paragraphs(passage, one.words)
    ]
    best = max(
        lists,
        key=lambda one: (
            _worth(asked, candidate, one.above),
            _goes_on(asked, passage, one.above),
            overlaps(sentence, (one.words,)),
        ),
        default=None,
    )
    if best is None or overlaps(sentence, (best.above,)):
        return None
    worth = _worth(asked, candidate, best.above)
    if worth[1] < LED:
        return None
    if overlaps(sentence, (best.words,)):
        return None if _is_asked_alone(asked, candidate, best.above, sentence) else best.words
    own = _worth(asked, candidate, sentence)
    goes_on = _goes_on(asked, passage, best.above) and worth[0] == own[0]
    return best.words if worth > own or goes_on else None


def with_asked_heading(asked: Asked, passage: Passage, words: Span) -> Span:
    """A list with the heading right above it, which tells what its items are, where that has a word of the question.

    Args:
        asked: the question.
        passage: with the words.
        words: any; what is no such list stays as it is.
    """
    lists = (one for one in placed_lists(passage) if one.words == words and one.above[1] <= words[0])
    own = next((one for one in lists if _is_asked(asked, passage, one)), None)
    return (own.above[0], words[1]) if own else words


def list_told(asked: Asked, passage: Passage, words: Span) -> str:
    """Which list of a document words tell, where several things are asked for that what leads into it has a word of.

    Passages or pages may cut it, so those of two passages may tell one list.

    Args:
        asked: the question.
        passage: with the words.
        words: of one item of the list, or of several.

    Returns:
        What names the list; "" where they tell none.
    """
    document = asked.document(passage.document_id) if may_ask_for_list(asked) else None
    found = list_at(document, passage.start + words[0], passage.start + words[1]) if document else None
    if document is None or found is None or with_alike(stems(found.lead)).isdisjoint(asked.question_stems):
        return ""
    if not may_be_asked(asked, found.lead, document.title):
        return ""
    return f"{passage.document_id} {found.items[0][0]}"


def _is_asked(asked: Asked, passage: Passage, one: PlacedList) -> bool:
    """Whether what is above a list has a word of the question, or one alike."""
    return not with_alike(stems(passage.text[slice(*one.above)])).isdisjoint(asked.question_stems)


def _goes_on(asked: Asked, passage: Passage, above: Span) -> bool:
    """Whether what is above a list ends, with a colon, as the question does, or goes on from where it asks."""
    lead, said = passage.text[slice(*above)], stems(asked.query.question)
    ends_alike = lead.rstrip("*_ ").endswith(":") and stems(lead)[-1:] and stems(lead)[-1] in with_alike(said[-1:])
    return bool(ends_alike) or goes_on_from(asked.query.question, lead)


def _worth(asked: Asked, candidate: Candidate, words: Span) -> tuple[bool, float]:
    """Whether words deny as the question does, and the share of its idf that they have with what they stand under."""
    said = QuotedWords(asked, candidate.passage, candidate.document.title, AnswerSpan(words, words, None))
    return negated(said.statement) == negated(asked.query.question), asked.list_coverage(_known(said))


def _known(words: QuotedWords) -> frozenset[str]:
    return with_alike(stems(f"{words.above}\n{words.sentence_text}"))


def _is_asked_alone(asked: Asked, candidate: Candidate, above: Span, item: Span) -> bool:
    """Whether an item has words of the question that neither what is above its list has nor title and headings."""
    lead, own = (
        QuotedWords(asked, candidate.passage, candidate.document.title, AnswerSpan(words, words, None))
        for words in (above, item)
    )
    return idf_coverage(asked.term_idf, set(stems(own.sentence_text)) - _known(lead)) >= OWN
