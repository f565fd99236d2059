"""Reading a question: the names and times in it, which of several documents it means, and what kind of answer it wants."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from index.catalogue import CONNECTORS, MOST_WORDS, Catalogue, bare
from index.lexical import stems
from index.snapshot import Snapshot
from qa.answer import AnswerType, Interpretation, Mending, Name, Order, Period

NEAREST = 3
"""So many names are offered for one that is not known."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_MONTHS = {name.casefold(): number for number in range(1, 13) for name in (calendar.month_name[number], calendar.month_abbr[number])} | {"sept": 9}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_CALENDAR = frozenset({*_MONTHS, *(day.casefold() for day in calendar.day_name)})
_SMALL_WORDS = frozenset(
    """a an the i we you he she it they my our your his her its their this that these those what when where which who whom whose why how is are was were be
    been did do does has have had can could will would shall should may might must and or but if in on at by for from to of with about into over after before
    since during under between as than then not no name list tell give show find please describe explain state there any all each many much""".split()
)
_ORGANISATION = frozenset(
    """council councils borough county city district metropolitan royal unitary authority authorities local lb rb mbc mdc cc bc dc london trust nhs
    board service services department directorate government combined partnership the of""".split()
)
"""Words that may stand beside a place's name without making it the name of another place."""

_YEAR = r"(?:1[0-9]|20)\d\d"
_TIMES = "year|date|dates|day|days|month|decade|century"
_PEOPLE = "inspector|councillor|director|minister|president|king|queen|leader|officer|author|scientist|mayor|chair|chief executive"
_PARTS = "areas|points|actions|steps|recommendations|measures|priorities|weaknesses|strengths|things|services|parts"
_TYPES: Mapping[AnswerType, re.Pattern[str]] = {
    "date": re.compile(
        rf"\b(?:when|what (?:time of year|{_TIMES})|(?:which|on what) (?:{_TIMES})|how long ago"
        r"|in (?:which|what) (?:inspection|report|visit|review|meeting))\b",
        re.I,
    ),
    "number": re.compile(
        r"\bhow (?:many|much|old|long|far|often|large|big|tall|high|deep|fast)\b"
        r"|\bwhat (?:number|percentage|proportion|share|amount|sum|budget|cost|price)\b",
        re.I,
    ),
    "rating": re.compile(r"\b(?:rating|rated|grade|graded|judgement|judgment|judged|score|scored|overall effectiveness)\b", re.I),
    "person": re.compile(rf"\bwho(?:m|se)?\b|\bname of the\b|\b(?:which|what) (?:person|people|\w*\s?(?:{_PEOPLE}))s?\b", re.I),
    "reason": re.compile(r"\bwhy\b|\bfor what reason\b|\bwhat (?:is|was|were|are) the (?:reason|cause)s?\b", re.I),
    "list": re.compile(
        rf"\b(?:what|which) (?:are|were) the\b|\bwhat (?:needs?|needed|has|had|must|should) to\b"
        rf"|\bwhat\b[^?]*\b(?:needs?|needed|must|should)\b[^?]*\b(?:improve|change|do|done|better)\b|\b(?:which|what) (?:{_PARTS})\b|\blist\b",
        re.I,
    ),
    "yes_no": re.compile(r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|must)\b", re.I),
}
"""What the words of a question ask after; the first that fits counts."""
_ORDERS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    ("previous", re.compile(r"\b(?:previous|prior|before last|the one before|preceding)\b", re.I)),
    ("latest", re.compile(r"\b(?:latest|most recent(?:ly)?|newest|current(?:ly)?|at present|nowadays|last(?! (?:year|month|week|night|century)\b))\b", re.I)),
    ("first", re.compile(r"\b(?:first|earliest|original(?:ly)?)\b", re.I)),
)
_RANGE = re.compile(rf"\b(?:between|from)\s+(?:{_MONTH}\s+)?(?P<one>{_YEAR})\s+(?:and|to|until|till)\s+(?:{_MONTH}\s+)?(?P<other>{_YEAR})\b", re.I)
_PERIOD = re.compile(
    rf"(?<![\w£$€.,/-])(?:(?P<bound>before|until|prior to|by|up to|after|since|from)\s+(?:the\s+)?)?"
    rf"(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH}),?\s+(?P<month_year>{_YEAR})"
    rf"|(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>{_YEAR})"
    rf"|(?P<iso>{_YEAR}-[01]\d-[0-3]\d)"
    rf"|(?P<split>{_YEAR})\s?[/–-]\s?\d\d(?!\d)"
    rf"|(?P<decade>{_YEAR})s"
    rf"|(?P<year>{_YEAR}))(?![\w%£]|[.,]\d|\s*(?:people|children|pupils|patients|cases|words|pounds|metres|miles|km|staff)\b)"
    r"|\b(?P<relative>(?P<which>last|this|past)\s+(?P<unit>year|month|week))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is understood, with what ranking needs of it.

    Attributes:
        interpretation: what it says of names, times, order and answer.
        documents: for each name that documents are called by, and that tells some from others, their numbers.
        unknown: the names that stand in none of the documents.
        terms: stems that the answer should hold: without names of documents, times and order; at least one wherever the question has any.
        name_stems: stems of the names.
    """

    interpretation: Interpretation
    documents: tuple[tuple[int, ...], ...]
    unknown: tuple[Name, ...]
    terms: tuple[str, ...]
    name_stems: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question with misspelt names mended."""
        return self.interpretation.question


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return bare(self.text)


def read_question(question: str, snapshot: Snapshot, *, today: date, as_typed: bool = False) -> Reading:
    """Read a question against what the documents are called.

    Args:
        question: as it was typed.
        snapshot: the documents.
        today: what "last year" counts from.
        as_typed: leave misspelt names as they are.

    Returns:
        The reading; offsets in it are those of the question as it was typed.
    """
    tokens = [_Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(question)]
    periods = tuple(read_periods(question, today))
    taken = [(each.start, each.end) for each in periods]
    mended = () if as_typed else tuple(_mendings(tokens, snapshot))
    named: list[Name] = []
    documents: list[tuple[int, ...]] = []
    for run in _runs(tokens, taken, mended, snapshot.catalogue):
        for name, called in _names(run, mended, snapshot):
            named.append(name)
            if called and not snapshot.catalogue.is_common(len(called)) and called not in documents:
                documents.append(called)
    understood = question
    for mending in reversed(mended):
        understood = understood[: mending.start] + mending.mended + understood[mending.end :]
    order = next((name for name, pattern in _ORDERS if pattern.search(question)), None)
    left_out = [*taken, *((name.start, name.end) for name in named if name.documents or not name.known)]
    left_out += [match.span() for name, pattern in _ORDERS if name == order for match in pattern.finditer(question)]
    rest = [token for token in tokens if not any(start <= token.start < end for start, end in left_out)]
    terms = tuple(dict.fromkeys(stem for token in rest for stem in stems(token.text))) or tuple(dict.fromkeys(stems(understood)))
    return Reading(
        Interpretation(
            question=understood,
            names=tuple(named),
            mended=mended,
            periods=_covered(periods, documents, snapshot.catalogue),
            order=order,
            answer_type=answer_type(question),
            terms=tuple(token.text for token in rest if stems(token.text)),
        ),
        tuple(documents),
        tuple(name for name in named if not name.known),
        terms,
        tuple(dict.fromkeys(stem for name in named for stem in stems(name.text))),
    )


def answer_type(question: str) -> AnswerType:
    """What kind of answer a question wants, by its words alone."""
    return next((kind for kind, pattern in _TYPES.items() if pattern.search(question)), "other")


def read_periods(question: str, today: date) -> Iterator[Period]:
    """The times a question names, in order: days, months, years, decades, "last year", and "before" or "since" one of them.

    Of "between 2018 and 2021" both years are given, each for itself: a question that compares them wants both.
    """
    ranges = list(_RANGE.finditer(question))
    for match in ranges:
        for group in ("one", "other"):
            year = int(match[group])
            yield Period(match[group], *match.span(group), date(year, 1, 1), date(year, 12, 31))
    for match in _PERIOD.finditer(question):
        if any(span.start() < match.end() and match.start() < span.end() for span in ranges):
            continue
        days = _days(match, today)
        if days is None:
            continue
        first, last = _bounded((match["bound"] or "").casefold(), *days)
        yield Period(match.group(), *match.span(), first, last)


def _bounded(bound: str, first: date, last: date) -> tuple[date | None, date | None]:
    """What "before", "until", "after" or "since" make of a stretch of days."""
    if bound in ("before", "prior to"):
        return None, first - timedelta(days=1) if first > date.min else first
    if bound in ("until", "by", "up to"):
        return None, last
    if bound == "after":
        return last + timedelta(days=1) if last < date.max else last, None
    return (first, None) if bound in ("since", "from") else (first, last)


def _days(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """The first and last day that a found period names, without its "before" or "since"; None when there is no such day."""
    try:
        if match["relative"]:
            return _relative(match, today)
        if match["iso"]:
            day = date.fromisoformat(match["iso"])
            return day, day
        if month := match["month"] or match["us_month"]:
            number, year = _MONTHS[month.rstrip(".").casefold()], int(match["month_year"] or match["us_year"])
            if in_month := match["day"] or match["us_day"]:
                return date(year, number, int(in_month)), date(year, number, int(in_month))
            return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    except ValueError:
        return None
    year = int(match["year"] or match["split"] or match["decade"])
    last = year + (9 if match["decade"] else 1 if match["split"] else 0)
    return date(year, 1, 1), date(last, 12, 31)


def _relative(match: re.Match[str], today: date) -> tuple[date, date]:
    past = match["which"].casefold() != "this"
    unit = match["unit"].casefold()
    if unit == "year":
        year = today.year - past
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        first = (today.replace(day=1) - timedelta(days=1)).replace(day=1) if past else today.replace(day=1)
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    monday = today - timedelta(days=today.weekday() + 7 * past)
    return monday, monday + timedelta(days=6)


def of_period(catalogue: Catalogue, number: int, period: Period) -> bool:
    """Whether a document is of a period: published in it, or naming a year of it in its title or beginning."""
    first, last = period.first or date.min, period.last or date.max
    each = catalogue.entries[number]
    if first.toordinal() <= each.day <= last.toordinal():
        return True
    whole = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    return whole and any(first.year <= year <= last.year for year in each.years)


def _covered(periods: Sequence[Period], documents: Sequence[Sequence[int]], catalogue: Catalogue) -> tuple[Period, ...]:
    """The periods with whether any of the documents that are meant is of them; where no name is, all are."""
    meant = {number for numbers in documents for number in numbers} or range(len(catalogue.entries))
    return tuple(replace(each, covered=any(of_period(catalogue, number, each) for number in meant)) for each in periods)


def _mendings(tokens: Sequence[_Token], snapshot: Snapshot) -> Iterator[Mending]:
    """For each word that stands in no document the name, if there is one, that it is a slip of the keyboard from; without a capital only a document's."""
    proper = snapshot.catalogue.proper
    for position, token in enumerate(tokens):
        plain = token.bare
        if len(plain) < 5 or not plain.isalpha() or plain in proper or plain in _SMALL_WORDS or any(frequencies(snapshot, plain)):
            continue
        most = 1 if len(plain) < 10 else 2
        near = [
            (OSA.distance(plain, word, score_cutoff=most), not snapshot.catalogue.called([word]), -times, word, written)
            for word, (written, times) in proper.items()
            if word[0] == plain[0] and abs(len(word) - len(plain)) <= most and (token.text[0].isupper() or snapshot.catalogue.called([word]))
        ]
        for distance, _, _, word, written in sorted(near):
            if distance <= most and _fits(word, position, tokens, snapshot):
                yield Mending(token.text, token.start, token.end, written + ("'s" if token.text.casefold().endswith(("'s", "’s")) else ""))
                break


def _fits(word: str, position: int, tokens: Sequence[_Token], snapshot: Snapshot) -> bool:
    """Whether a mended word stands anywhere in the documents beside the capitalised words next to it in the question."""

    def named(other: int) -> list[str]:
        inside = 0 < other < len(tokens) and tokens[position].text[0].isupper() and tokens[other].text[0].isupper()
        return [tokens[other].bare] if inside and tokens[other].bare not in _ORGANISATION else []

    whole = [*named(position - 1), word, *named(position + 1)]
    return len(whole) == 1 or bool(snapshot.catalogue.called(whole)) or bool(_together(whole, snapshot).size)


def _runs(tokens: Sequence[_Token], taken: Sequence[tuple[int, int]], mended: Sequence[Mending], catalogue: Catalogue) -> Iterator[list[_Token]]:
    """Stretches of words that are names, or may be."""
    capitals = [token.text[0].isupper() for token in tokens]
    telling = any(not capital for capital in capitals[1:])
    run: list[_Token] = []
    starts = {each.start for each in mended}
    for position, token in enumerate(tokens):
        named = False
        plain = token.bare
        if not any(start <= token.start < end for start, end in taken) and plain not in _CALENDAR and not token.text[0].isdigit():
            in_titles = len(catalogue.called([plain]))
            known = plain in catalogue.proper
            if token.start in starts:
                named = True
            elif capitals[position] and telling and plain not in _SMALL_WORDS:
                named = position > 0 or known
            else:
                named = known and in_titles > 0 and not catalogue.is_common(in_titles) and plain not in _SMALL_WORDS
        elif run and token.text[0].isdigit():
            named = False
        if named or (run and (plain in CONNECTORS) and len(run) < MOST_WORDS):
            run.append(token)
            continue
        yield from _closed(run)
        run = []
    yield from _closed(run)


def _closed(run: list[_Token]) -> Iterator[list[_Token]]:
    while run and run[-1].bare in CONNECTORS:
        run = run[:-1]
    if run:
        yield run


def _names(run: Sequence[_Token], mended: Sequence[Mending], snapshot: Snapshot) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The names in a stretch of words with the documents called by them: the longest that there are, and what is left between them."""
    catalogue = snapshot.catalogue
    corrections = {each.start: bare(each.mended) for each in mended}
    plain = [corrections.get(token.start, token.bare) for token in run]
    left: list[int] = []
    position = 0
    while position < len(run):
        length, called = _longest_called(plain, position, catalogue)
        if length and not _of_another(plain, position, length, called, catalogue):
            yield from _left_over(run, plain, left, mended, snapshot)
            left = []
            telling = () if catalogue.is_common(len(called)) else called
            yield _name(run[position : position + length], plain[position : position + length], called, mended, snapshot), telling
        else:
            left.extend(range(position, position + max(length, 1)))
        position += max(length, 1)
    yield from _left_over(run, plain, left, mended, snapshot)


def _longest_called(plain: Sequence[str], position: int, catalogue: Catalogue) -> tuple[int, tuple[int, ...]]:
    """How many words from a position on make the longest name that documents are called by, and those documents; 0 for none."""
    for length in range(min(MOST_WORDS, len(plain) - position), 0, -1):
        words = plain[position : position + length]
        if words[0] in CONNECTORS or words[-1] in CONNECTORS or (length == 1 and words[0] in _ORGANISATION):
            continue
        if called := catalogue.called(words):
            return length, tuple(called)
    return 0, ()


def _of_another(plain: Sequence[str], position: int, length: int, called: Sequence[int], catalogue: Catalogue) -> bool:
    """Whether words that documents are called by are part of another name here, as "Wendham" in "West Wendham" where only "East Wendham" is known."""
    if catalogue.is_common(len(called)):
        return False
    beside = [plain[other] for other in (position - 1, position + length) if 0 <= other < len(plain)]
    strange = [word for word in beside if word not in CONNECTORS | _ORGANISATION and not catalogue.is_common(len(catalogue.called([word])))]
    in_titles = catalogue.neighbours(plain[position : position + length], called)
    return bool(strange) and any(word in catalogue.proper and word not in _ORGANISATION for word in in_titles)


def _left_over(
    run: Sequence[_Token], plain: Sequence[str], left: Sequence[int], mended: Sequence[Mending], snapshot: Snapshot
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The words between names as a name that no document is called by, without what only goes with a name."""
    outside = CONNECTORS | _ORGANISATION
    kept = list(left)
    while kept and plain[kept[0]] in outside:
        kept.pop(0)
    while kept and plain[kept[-1]] in outside:
        kept.pop()
    if kept:
        yield _name(run[kept[0] : kept[-1] + 1], plain[kept[0] : kept[-1] + 1], (), mended, snapshot), ()


def _name(tokens: Sequence[_Token], words: Sequence[str], called: Sequence[int], mended: Sequence[Mending], snapshot: Snapshot) -> Name:
    corrections = {each.start: each.mended for each in mended}
    text = " ".join(corrections.get(token.start, token.text).removesuffix("'s").removesuffix("’s") for token in tokens)
    known = bool(called) or bool(_together(words, snapshot).size)
    return Name(text, tokens[0].start, tokens[-1].end, len(called), known, () if known else nearest_names(text, snapshot.catalogue))


def nearest_names(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The names of documents that are written most alike, best first."""
    found = process.extract(name, list(catalogue.names), scorer=fuzz.ratio, processor=str.casefold, limit=NEAREST, score_cutoff=60)
    return tuple(each for each, _, _ in found)


def frequencies(snapshot: Snapshot, word: str) -> tuple[int, ...]:
    """In how many passages a word stands, by field."""
    return tuple(postings.frequency(stem) for postings in snapshot.postings.values() for stem in stems(word))


def _together(words: Sequence[str], snapshot: Snapshot) -> NDArray[np.int32]:
    """The rows of the passages that hold all of some words, in their text or in what they are called."""
    found = [
        reduce(np.union1d, (postings.rows(stem) for postings in snapshot.postings.values())) for word in words for stem in stems(word) if word not in CONNECTORS
    ]
    return reduce(np.intersect1d, found) if found else np.empty(0, dtype=np.int32)
