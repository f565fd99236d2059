"""Absence: that no document of some time speaks of what is asked about, with how many were searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from corpus.language.codes import codes, is_reference
from corpus.language.folding import searchable
from corpus.language.lasting.holding import days_of, is_since, is_until
from corpus.language.times.dates import dates
from corpus.language.values import kind_stems
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import days_in_words, listed
from corpus.language.words import WRITTEN_WORD, stem_of, stems
from index.seams import Scope
from index.snapshot import Snapshot
from qa.query import Query
from qa.query.asking import asking_sentences
from qa.query.lookup import frequency
from qa.query.periods import CALENDAR
from qa.request import Filters

_LONG_ENOUGH = 4
"""Shorter words may be any."""
_TABLE, _HALVES = load("absence"), load("halves")
_SMALL = frozenset[str](_TABLE["particles"]).union(_TABLE["relating"])
"""That passages have one of these is not told: "after", "down"."""
_TELLING = frozenset(map(stem_of, (*_SMALL, *_TABLE["telling"], *_TABLE["light"], *_TABLE["indefinite"])))
"""What documents do with a matter is no matter, nor what is done with any, nor here or now."""
_FORMS: Sequence[Sequence[str]] = (*_TABLE["plurals"], *load("holding")["same_verbs"])
"""Forms of one word that do not begin alike, whatever stands before them: "children", "grandchild"."""
_INDEFINITE, _INFLECTIONS = frozenset[str](_TABLE["indefinite"]), frozenset[str](_TABLE["inflections"])
_ASKED_HOW = re.compile(
    rf"\bhow\s+(\w+)\s+{alternatives([*_HALVES['auxiliaries'], *_HALVES['lent_verbs'], 'a', 'an', 'the'])}\b", re.I
)
"""What only asks is no matter either: "how often", "how wide a gate"."""
_LEAD_CHARS = 60
_UNSURE = "but none of them answers the question for sure."


def unheard_of(query: Query, snapshot: Snapshot) -> str:
    """That no document has a word that is asked about, in a sentence; "" where all of them stand in some.

    A word that is only told beside what is asked need stand in none; a day or month may stand there in short, or in
    digits.
    """
    asked = frozenset(stems(asking_sentences(query.question)))
    terms = [word for word in query.interpretation.terms if len(word) >= _LONG_ENOUGH and word.isalpha()]
    terms = [word for word in terms if asked.issuperset(stems(word))]
    asking = _TELLING | kind_stems() | frozenset(stems(" ".join(_ASKED_HOW.findall(query.question))))
    terms = [word for word in terms if asking.isdisjoint(stems(word)) and word.casefold() not in CALENDAR]
    unheard = [f"“{word}”" for word in terms if not any(frequency(snapshot, form) for form in _forms(word))]
    if not unheard:
        return ""
    said = f"the word {unheard[0]}" if len(unheard) == 1 else f"the words {' and '.join(unheard[:2])}"
    return f"None of the documents has {said}. Some passages come near, {_UNSURE}"


def near_miss(query: Query, snapshot: Snapshot, best: str, *, is_near: bool) -> str:
    """What the passage that comes nearest has of what is asked, in a sentence; "" where that is little.

    It is about the question where it has all its words, two or more, in some form of theirs, and that names no time;
    "accounts" is no form of "accountant". Small words, such as "after", are not told.

    Args:
        query: the question.
        snapshot: the documents.
        best: what that passage says, with its headings.
        is_near: whether it likely is about what is asked, however that is worded.
    """
    if is_near and (unheard := unheard_of(query, snapshot)):
        return unheard
    references = {
        searchable(query.question)[one.start : one.end]: one for one in codes(query.question) if is_reference(one)
    }
    parts = _INDEFINITE.union(part.casefold() for reference in references for part in reference.split("/"))
    terms = [word for word in dict.fromkeys(query.interpretation.terms) if word.casefold() not in parts]
    held = frozenset(map(_bare, WRITTEN_WORD.findall(searchable(best).casefold())))
    mentioned = [word for word in terms if _bare(searchable(word).casefold()) in held]
    mentioned += [reference for reference, code in references.items() if code.stands_in(best)]
    terms += references
    if is_near and len(terms) > 1 and mentioned == terms and not query.interpretation.periods:
        return f"Some passages are about this, {_UNSURE}"
    mentioned, terms = ([word for word in words if word.casefold() not in _SMALL] for words in (mentioned, terms))
    if len(mentioned) * 2 > len(terms):
        return f"Some passages mention {listed(mentioned, 'and')}, {_UNSURE}"
    return f"Some passages come near, {_UNSURE}" if is_near else ""


def _forms(word: str) -> set[str]:
    """A word, its stem, and its other forms that do not begin like it: "children" of "child"."""
    plain = word.casefold()
    ends = ((end, other) for forms in _FORMS for end in forms if plain.endswith(end) for other in forms)
    return {plain, *stems(word), *(plain.removesuffix(end) + other for end, other in ends)}


def _bare(word: str) -> str:
    """A word without what ends a form of it."""
    plain = word.removesuffix("'s").removesuffix("’s")
    ending = max((end for end in _INFLECTIONS if plain.endswith(end)), key=len, default="")
    bare = plain.removesuffix(ending)
    return bare.removesuffix("e").removesuffix("y").removesuffix("i") if len(bare) >= _LONG_ENOUGH - 1 else plain


def untold(query: Query, snapshot: Snapshot, scope: Scope, filters: Filters) -> str:
    """That no document of the time asked about speaks of its matter, in a sentence with counts.

    The matter is told by the rarest word of the sentences that ask that stands in any document, with those right beside
    it that the documents of that time have not either. A letter alone, such as one of "B&B", tells none.

    Args:
        query: the question; its one time counts before that of the filters.
        snapshot: the documents.
        scope: those that the filters let through.
        filters: what the search is limited to.

    Returns:
        "" where no one time is asked about, no document is of it, or one of these has the word.
    """
    time = _time(query, filters)
    if time is None:
        return ""
    first, last = time[0] or date.min, time[1] or date.max
    dated = {
        meta.document_index
        for meta in snapshot.metadata
        if meta.document_index in scope and meta.day and first.toordinal() <= meta.day <= last.toordinal()
    }
    asking = " ".join(asking_sentences(query.question).split())
    terms = [word for word in query.interpretation.terms if len(word) > 1 and _stands_in(word, asking)]
    told = {word: _documents(snapshot, word) for word in terms if _TELLING.isdisjoint(stems(word))}
    known = [word for word in told if told[word]]
    if not dated or not known:
        return ""
    rarest = min(known, key=lambda word: len(told[word]))
    if told[rarest] & (dated | _naming(snapshot, query)):
        return ""
    missing = {word for word in known if not told[word] & dated}
    matter = _around(terms, rarest, lambda words: missing.issuperset(words) and _stands_in(" ".join(words), asking))
    others = len(told[rarest])
    do = f"{others} {'document' if others == 1 else 'documents'} of another time or of none"
    return (
        f"No document here dated {days_in_words(*time)} speaks of “{matter}” ({len(dated)} searched). "
        f"“{rarest}” stands in {do}."
    )


def speaks_of(text: str, first: date, last: date) -> bool:
    """Whether a text tells what was so at a time, by dates that are not of that time alone.

    Args:
        text: such as "Between 2010 and 2014 it was heated by coal", "Until 2019 the fee was £4".
        first, last: the time, such as 2012.
    """
    begin, end = first.toordinal(), last.toordinal()
    for mention in dates(text, None):
        if (days := days_of(mention)) is None:
            continue
        lead = text[max(0, mention.start - _LEAD_CHARS) : mention.start]
        if (is_until(lead) and begin <= days[1]) or (is_since(lead) and days[0] <= end):
            return True
        if "/" in mention.normalized and days[0] <= end and begin <= days[1]:
            return True
    return False


def _time(query: Query, filters: Filters) -> tuple[date | None, date | None] | None:
    """The one time that is asked about, or else that of the filters; None where there is none, or several."""
    periods = query.interpretation.periods
    if periods:
        return (periods[0].first, periods[0].last) if len(periods) == 1 else None
    given = filters.published_from, filters.published_to
    return given if any(given) else None


def _naming(snapshot: Snapshot, query: Query) -> frozenset[int]:
    """The documents that name a year of the time asked about: these may well tell of it, whenever they are of."""
    years = {
        year
        for period in query.interpretation.periods
        if period.first and period.last
        for year in range(period.first.year, period.last.year + 1)
    }
    return frozenset().union(*(_documents(snapshot, str(year)) for year in years))


def _documents(snapshot: Snapshot, word: str) -> frozenset[int]:
    """The documents that have a word, in their texts or in what they are called."""
    rows = [snapshot.lexical_index.rows(stem) for stem in stems(word)]
    found = np.concatenate(rows).astype(np.int64) if rows else np.empty(0, dtype=np.int64)
    return frozenset(snapshot.document_index_of(found).tolist())


def _around(words: Sequence[str], word: str, is_said: Callable[[Sequence[str]], bool]) -> str:
    """A word with those right beside it that stand in other documents only, too."""
    first = last = words.index(word)
    while first and is_said(words[first - 1 : last + 1]):
        first -= 1
    while last + 1 < len(words) and is_said(words[first : last + 2]):
        last += 1
    return " ".join(words[first : last + 1])


def _stands_in(phrase: str, text: str) -> bool:
    """Whether words stand side by side in a text."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
