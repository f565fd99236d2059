"""About: the documents that a refusal speaks of by the names in the question, and of which time they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from corpus.language.names import bare, bare_words
from corpus.language.vocabulary import load
from corpus.language.wording import day_in_words, listed
from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.query import Query
from qa.query.coverage import Period, documents_meant
from qa.query.entities import Name, called_just
from qa.query.tokens import ORGANISATION

_YEARS_LISTED: Final = 8
_CAPITAL_BEHIND: Final = re.compile(r" ([A-Z]\w+)")
_OFFICES: Final = frozenset[str](load("questions")["answer_types"]["offices"])


def about_names(query: Query, snapshot: Snapshot, word: str = "or") -> str:
    """The names that tell documents from others, in words that follow "documents"; "" where none does.

    Args:
        query: the question.
        snapshot: the documents.
        word: what joins the last of several names to the others.
    """
    names = dict.fromkeys(_with_kind(name, query.question) for name in telling(query, snapshot))
    return f" about {listed(list(names), word)}" if names else ""


def _with_kind(name: Name, question: str) -> str:
    """The words of a name, with one for an organisation that stands behind it: "Executive Council"."""
    behind = _CAPITAL_BEHIND.match(question, name.end)
    return f"{name.text}{behind[0]}" if behind and bare(behind[1]) in ORGANISATION else name.text


def telling(query: Query, snapshot: Snapshot) -> list[Name]:
    """The names in a question that tell documents from others, so that these may be said to be about them.

    An office, such as "director", names none that it is about, nor does "council". Nor does a part of another name:
    documents about Wendham are not about "Wendham Rovers".

    Args:
        query: the question.
        snapshot: the documents.
    """
    names, catalogue = query.interpretation.names, snapshot.catalogue
    named = [name for name in names if name.documents and not catalogue.is_common(name.documents)]
    whole = [name for name in named if not _is_part(name, query, snapshot)]
    return [name for name in whole if not {*bare_words(name.text)} <= ORGANISATION | _OFFICES]


def _is_part(name: Name, query: Query, snapshot: Snapshot) -> bool:
    """Whether a name is a part of a longer one in the question, or in small letters one of a longer one in titles."""
    question = query.question
    for other in query.interpretation.names:
        first, last = sorted((name, other), key=lambda one: one.start)
        if not other.documents and question[first.end : last.start] == " ":
            return True
    words = bare_words(name.text)
    is_small = question[name.start : name.end].islower()
    return is_small and not called_just(words, snapshot.catalogue.documents_named(words), snapshot.catalogue)


def documents_called(query: Query, snapshot: Snapshot) -> list[DocumentMeta]:
    """All documents with one of those names in title or publisher, though in a longer name; all where no name tells.

    Args:
        query: the question.
        snapshot: the documents.
    """
    names = telling(query, snapshot) if query.documents else []
    indexes = {index for name in names for index in snapshot.catalogue.documents_named(bare_words(name.text))}
    return [snapshot.metadata[index] for index in sorted(documents_meant([sorted(indexes)], snapshot.metadata))]


def of_which_time(query: Query, snapshot: Snapshot) -> str:
    """Of which time these documents are, in words that follow "documents"; "" where none of them says.

    Args:
        query: the question.
        snapshot: the documents.
    """
    documents = documents_called(query, snapshot)
    days = sorted(document.day for document in documents if document.day)
    if not days:
        return ""
    dated = "" if len(days) == len(documents) else "that have a date "
    years = sorted({date.fromordinal(day).year for day in days})
    if len(years) <= _YEARS_LISTED:
        return f"{dated}are from {listed([str(year) for year in years], 'and')}"
    return f"{dated}reach from {day_in_words(date.fromordinal(days[0]))} to {day_in_words(date.fromordinal(days[-1]))}"


def texts(named: Iterable[Name | Period]) -> list[str]:
    """The words of names or times, each once, in order."""
    return list(dict.fromkeys(words.text for words in named))
