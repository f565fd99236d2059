"""Reading a question: the names and times in it, which of several documents it means, and what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import pairwise
from string import ascii_lowercase

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from corpus.language.kinds import AnswerType
from corpus.language.words import stems
from index.catalogue import CONNECTORS, MOST_WORDS, WORD, Catalogue, bare, bare_words
from index.encoder import Encoder
from index.snapshot import Snapshot
from qa.answer import Correction, Interpretation, Name, Order, Period
from qa.query.periods import CALENDAR, in_range, read_periods

_PASSAGES_READ = 50
"""So many passages at most are read to see how the words of a name stand in them."""
_ABBREVIATION = 3
"""A word of so many letters may have a full stop and go on, as in "St. Helens"."""
NEAREST = 3
"""So many names are offered for one that is not known."""

_JOIN = re.compile(r"\s*|[-‐‑–]|['’]\s+")
"""What may stand between two words of a name."""
_STOP = re.compile(r"[.!?:;\n]")
_SMALL_WORDS = frozenset(
    """a an the i we you he she it they my our your his her its their this that these those what when where which who whom whose why how is are was were be
    been did do does has have had can could will would shall should may might must and or but if in on at by for from to of with about into over after before
    since during under between as than then not no name list tell give show find please describe explain state there any all each many much
    latest newest earliest previous current recent most so just also yes thanks hello hi dear let here
    anyone anybody anything someone everyone everybody everything nobody nothing general total short brief summary example instance detail""".split()
)
_TITLE_CASE = _SMALL_WORDS - CONNECTORS - frozenset("a an i may will".split())
"""Small words that have a capital in mid-sentence only where nearly all words have one."""
_ORGANISATION = frozenset(
    """council councils borough county city district metropolitan royal unitary authority authorities local lb rb mbc mdc cc bc dc london trust nhs
    board service services department directorate government combined partnership the of""".split()
)
"""Words that may stand beside a place's name without making it the name of another place."""
_DIVIDING = frozenset(
    "north south east west northern southern eastern western central mid greater great upper lower inner outer new".split()
)
"""Words before a place's name that make it the name of another place."""
_BEFORE_PLACES = frozenset("of in for at give gave".split())
_PART = CONNECTORS - frozenset("and & in with".split())
"""Connectors that make one name of what stands before and after them."""
_ALIKE = "aeiouy cksz mn lł oø qw we er rt ty ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm".split()
"""Letters that are typed for each other: by sound, or side by side on the keyboard."""
_SHORT = 4
"""In a word of so many letters no slip is seen but two letters swapped; in a shorter one none at all."""
_LONG = 8
"""In a word of so many letters any one letter may be another by a slip; in a shorter one that is often another name: Boston, Bolton."""
_ORDINARY = 6
"""No slip is seen from an ordinary word of fewer letters: too many right words are near it."""
_INFLECTIONS = tuple(
    re.compile(rf"{ending}$") for ending in ("(?<!s)s", "e[sd]", "(?<=e)(?:d|rs?)", "ers?", "ing", "ly", "ness")
)
_BEGINNINGS = ("un", "re", "dis", "non", "in", "de", "over", "under", "mis")
"""What a right word may be made of another with."""
_APART = re.compile(r"([^\W\d_]+)(\d+)")
"""A word and a number that may be written apart, as "COVID19" and "COVID-19"."""
_INFLECTED = re.compile(r"(?:ans?|a|man|men)$")
_OF_NATION = re.compile(r"(?<=sh|ch)m[ae]n$")
"""What makes "Frenchman" and "Frenchmen" of "French": where one stands in the documents the others are no unknown names."""

_TIMES = "year|date|dates|day|days|month|decade|century"
_PEOPLE = "inspector|councillor|director|minister|president|king|queen|leader|officer|author|scientist|mayor|chair|chief executive"
_AUXILIARY = "is|are|was|were|did|do|does|has|have|had|can|could|will|would|should"
_PARTS = "areas|points|actions|steps|recommendations|measures|priorities|weaknesses|strengths|things|services|parts"
_TYPES: Mapping[AnswerType, re.Pattern[str]] = {
    "date": re.compile(
        rf"\b(?:when|what (?:time of year|{_TIMES})|(?:which|on what) (?:{_TIMES})|how long ago"
        r"|in (?:which|what) (?:inspection|report|visit|review|meeting)|(?<!to )(?<!of )dates?(?! back))\b",
        re.I,
    ),
    "number": re.compile(
        r"\bhow (?:many|much|old|long|far|often|large|big|tall|high|deep|fast)\b"
        r"|\bwhat (?:number|percentage|proportion|share|amount|sum|budget|cost|price)\b"
        r"|\b(?:number|percentage|proportion|share|amount|length|size|cost|average|total|population) (?:of|for)\b",
        re.I,
    ),
    "reason": re.compile(
        r"\bwhy\b|\breasons?\b|\bhow come\b|\bwhat (?:is|was|were|are) the causes?\b|\bwhat (?:caused|led to)\b", re.I
    ),
    "yes_no": re.compile(
        rf"^\W*(?:{_AUXILIARY}|may(?! \d)|must)\b(?! (?:you|i|some(?:body|one)|any(?:body|one))\b)", re.I
    ),
    "rating": re.compile(
        r"\b(?:rating|rated|grade|graded|judgement|judgment|judged|score|scored|overall effectiveness)\b", re.I
    ),
    "person": re.compile(
        rf"\bwho(?:m|se)?\b|\bnames? of\b|\bnames?\W*$|\b(?:which|what) (?!(?:{_AUXILIARY}) )(?:person|people|\w*\s?(?:{_PEOPLE}))s?\b",
        re.I,
    ),
    "list": re.compile(
        rf"\b(?:what|which) (?:are|were) the\b|\bwhat (?:needs?|needed|has|had|must|should) to\b"
        rf"|\bwhat\b(?>[^?]*?\b(?:needs?|needed|must|should)\b)[^?]*\b(?:improve|change|do|done|better)\b|\b(?:which|what) (?:{_PARTS})\b|\blist\b",
        re.I,
    ),
}
"""What the words of a question ask after; the first that fits counts."""
_NOT_LATEST = rf"years?|months?|weeks?|night|century|spring|summer|autumn|winter|two|three|few|for|until|in|on|name|{'|'.join(sorted(CALENDAR))}"
_ORDERS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    ("previous", re.compile(r"\b(?:previous(?:ly)?|prior(?! to\b)|before last|the one before|preceding)\b", re.I)),
    (
        "latest",
        re.compile(
            rf"\b(?:latest|most recent(?:ly)?|newest|current(?:ly)?|at present|nowadays|(?:(?<=the )last|last(?= \w))(?! (?:{_NOT_LATEST})\b))\b",
            re.I,
        ),
    ),
    ("first", re.compile(r"\b(?:first|earliest|original(?:ly)?)\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is understood, with what ranking needs of it.

    Attributes:
        interpretation: what it says of names, times, order and answer.
        documents: for each name that documents are called by, and that tells some from others, their numbers.
        unknown: the names that stand in none of the documents.
        terms: stems that the answer should hold: without times and order, and in a series without the names of its documents, which stand in
            their titles; at least one wherever the question has any.
        name_stems: stems of the names.
    """

    interpretation: Interpretation
    documents: tuple[tuple[int, ...], ...]
    unknown: tuple[Name, ...]
    terms: tuple[str, ...]
    name_stems: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question with misspelt words mended."""
        return self.interpretation.question

    @property
    def only_mentioned(self) -> tuple[Name, ...]:
        """Where no name of the question calls a document that it tells from others: the names that only stand in texts."""
        return (
            ()
            if self.documents
            else tuple(name for name in self.interpretation.names if name.known and not name.documents)
        )


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the question.

    Attributes:
        text, start, end: the word and where it stands.
        plain: it as names are compared.
        joined: whether it may be of one name with the word before it: there is no comma or the like between them.
        opens: whether a sentence starts with it, so that its capital says nothing.
    """

    text: str
    start: int
    end: int
    plain: str
    joined: bool
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def _tokens(question: str, catalogue: Catalogue) -> list[_Token]:
    found: list[_Token] = []
    for match in WORD.finditer(question):
        before = found[-1].text if found else ""
        gap = question[found[-1].end : match.start()] if found else "."
        unstopped = gap.removeprefix(".") if before.isalpha() and len(before) <= _ABBREVIATION else gap
        joined = bool(found) and _JOIN.fullmatch(unstopped) is not None
        opens = _STOP.search(unstopped if before[:1].isupper() else gap) is not None
        found.append(_Token(match.group(), *match.span(), _plain(match.group(), catalogue), joined, opens))
    return found


def _plain(word: str, catalogue: Catalogue) -> str:
    """A word as names are compared; of "Suttons", where no document is called so, the name without the ending whose apostrophe was left out."""
    plain = bare(word)
    owner = plain.removesuffix("s")
    left_out = (
        owner != plain
        and owner in catalogue.proper
        and plain not in catalogue.proper
        and (catalogue.is_series or word[0].isupper())
    )
    return owner if left_out and catalogue.called([owner]) and not catalogue.called([plain]) else plain


def whole_words(encoder: Encoder) -> Callable[[str], bool]:
    """Which words an encoder has a token of their own for, as models have for common words that are spelt right."""
    return lambda word: encoder.count_tokens([word]) == [1]


def understand(
    question: str,
    snapshot: Snapshot,
    *,
    today: date,
    as_typed: bool = False,
    is_word: Callable[[str], bool] = lambda word: True,
) -> Query:
    """Read a question against what the documents are called.

    Args:
        question: as it was typed.
        snapshot: the documents.
        today: what "last year" counts from.
        as_typed: leave misspelt words as they are.
        is_word: whether a word in small letters is surely right, see `whole_words`; where all are, only names are mended.

    Returns:
        The reading; offsets in it are those of the question as it was typed.
    """
    tokens = _tokens(question, snapshot.catalogue)
    periods = tuple(read_periods(question, today))
    taken = [(each.start, each.end) for each in periods]
    mended = () if as_typed else tuple(_mendings(tokens, snapshot))
    slips = () if as_typed else tuple(_ordinary_mendings(tokens, mended, snapshot, is_word))
    tokens = [_as_mended(token, slips) for token in tokens]
    named: list[Name] = []
    documents: list[tuple[int, ...]] = []
    runs = list(_runs(tokens, taken, mended, snapshot))
    for run in runs:
        for name, called in _names(run, mended, snapshot):
            named.append(name)
            if called and not snapshot.catalogue.is_common(len(called)) and called not in documents:
                documents.append(called)
    if not documents and all(name.known for name in named):
        named.extend(_uncapitalised(tokens, mended, snapshot))
    understood = question
    everything = tuple(sorted((*mended, *slips), key=lambda mending: mending.start))
    for mending in reversed(everything):
        understood = understood[: mending.start] + mending.mended + understood[mending.end :]
    orders = [
        (name, match.span())
        for name, pattern in _ORDERS
        for match in pattern.finditer(question)
        if not any(run[0].start <= match.start() < run[-1].end for run in runs if len(run) > 1)
    ]
    order = orders[0][0] if orders else None
    elsewhere = (
        [(name.start, name.end) for name in named if name.documents or not name.known]
        if snapshot.catalogue.is_series
        else []
    )
    left_out = [*taken, *elsewhere]
    left_out += [span for name, span in orders if name == order]
    rest = [token for token in tokens if not any(start <= token.start < end for start, end in left_out)]
    terms = tuple(dict.fromkeys(stem for token in rest for stem in stems(token.text))) or tuple(
        dict.fromkeys(stems(understood))
    )
    return Query(
        Interpretation(
            question=understood,
            names=tuple(named),
            mended=everything,
            periods=_covered(periods, documents, snapshot.catalogue, question),
            order=order,
            answer_type=answer_type(understood),
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


def of_period(catalogue: Catalogue, number: int, period: Period) -> bool:
    """Whether a document is of a period: published in it, or naming a year of it in its title or beginning."""
    first, last = period.first or date.min, period.last or date.max
    each = catalogue.entries[number]
    if first.toordinal() <= each.day <= last.toordinal():
        return True
    whole = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    return whole and any(first.year <= year <= last.year for year in each.years)


def _covered(
    periods: Sequence[Period], documents: Sequence[Sequence[int]], catalogue: Catalogue, question: str
) -> tuple[Period, ...]:
    """The periods with whether any of the documents that are meant is of them; where no name is, all are.

    That none is of a day or month, when some are of its year, says nothing: few documents say each day they are about. So it is with
    the first and last year of "between 2018 and 2021" when some are of a year between them.
    """
    meant = {number for numbers in documents for number in numbers} or range(len(catalogue.entries))

    def holds(period: Period) -> bool:
        return any(of_period(catalogue, number, period) for number in meant)

    def covered(each: Period) -> bool | None:
        wide = in_range(each, question)
        if wide == each:
            wide = replace(
                each,
                first=each.first and each.first.replace(month=1, day=1),
                last=each.last and each.last.replace(month=12, day=31),
            )
        return True if holds(each) else None if wide != each and holds(wide) else False

    return tuple(replace(each, covered=covered(each)) for each in periods)


def _mendings(tokens: Sequence[_Token], snapshot: Snapshot) -> Iterator[Correction]:
    """For each word that stands in no document the name, if there is one, that it is a slip of the keyboard from; without a capital only a document's."""
    catalogue = snapshot.catalogue
    for position, token in enumerate(tokens):
        plain = token.plain
        if (
            len(plain) < _SHORT
            or plain in catalogue.proper
            or plain in _SMALL_WORDS
            or any(frequencies(snapshot, plain))
        ):
            continue
        if token.is_capital and (apart := _APART.fullmatch(token.text)) and _together(apart.groups(), snapshot).size:
            yield Correction(token.text, token.start, token.end, " ".join(apart.groups()))
        if not plain.isalpha():
            continue
        most = 1 if len(plain) < 10 else 2
        near = [
            (OSA.distance(plain, word, score_cutoff=most), not catalogue.called([word]), -times, word, written)
            for word, (written, times) in catalogue.proper.items()
            if word[0] == plain[0]
            and abs(len(word) - len(plain)) <= most
            and (token.text.isupper() or not written.isupper())
            and (token.is_capital or catalogue.called([word]))
        ]
        for distance, _, _, word, written in sorted(near):
            if distance <= most and _is_slip(token, word) and _fits(word, position, tokens, snapshot):
                yield Correction(token.text, token.start, token.end, written + ("'s" if _is_possessive(token) else ""))
                break


def _ordinary_mendings(
    tokens: Sequence[_Token], mended: Sequence[Correction], snapshot: Snapshot, is_word: Callable[[str], bool]
) -> Iterator[Correction]:
    """For each word that stands in no document, is no mended name and not surely right: the commonest word of the documents that it is a slip from."""
    proper = snapshot.catalogue.proper
    starts = {each.start for each in mended}
    telling = any(token.text[0].islower() for token in tokens)
    for token in tokens:
        plain = token.plain
        least = _LONG if telling and token.is_capital and not token.opens else _ORDINARY
        if (
            len(plain) < least - 1
            or not (plain.isascii() and plain.isalpha())
            or token.start in starts
            or plain in _SMALL_WORDS | CALENDAR
        ):
            continue
        if not stems(plain) or any(frequencies(snapshot, plain)) or any(map(is_word, _bases(plain))):
            continue
        near = {
            word: sum(frequencies(snapshot, word))
            for word in _meant_by(plain)
            if len(word) >= (_LONG if word in proper else least)
        }
        often = {
            word: count * _share_written(word, snapshot)
            for word, count in near.items()
            if count and _stripped(word) != _stripped(plain)
        }
        best = max(
            (word for word in often if often[word] or is_word(word)),
            key=lambda word: (often[word], near[word]),
            default="",
        )
        if best:
            written = (
                best.upper()
                if token.text.isupper()
                else best.title()
                if token.is_capital
                else proper.get(best, (best, 0))[0]
            )
            yield Correction(token.text, token.start, token.end, written + ("'s" if _is_possessive(token) else ""))


def _bases(word: str) -> set[str]:
    """A word, and what it may be an inflection of."""
    begun = {word, *(word.removeprefix(beginning) for beginning in _BEGINNINGS)}
    found = begun | {ending.sub("", each) for each in begun for ending in _INFLECTIONS}
    return {each for each in found if len(each) >= _SHORT}


def _meant_by(typed: str) -> set[str]:
    """What may have been meant by a word: with a letter dropped or typed too much, two swapped, or one typed for another like it; never the first."""
    halves = [(typed[:place], typed[place:]) for place in range(1, len(typed) + 1)]
    found = {f"{left}{letter}{right}" for left, right in halves for letter in ascii_lowercase}
    found |= {
        left + right[1:]
        for left, right in halves
        if right and (typed.count(right[0]) > 1 or (len(typed) >= _LONG and _beside(left[-1], right)))
    }
    found |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    found |= {
        left + letter + right[1:]
        for left, right in halves
        for alike in _ALIKE
        if right and right[0] in alike
        for letter in alike
    }
    return found - {typed}


def _beside(before: str, rest: str) -> bool:
    """Whether the first letter of the rest of a word may be typed for the one before or after it."""
    return any(rest[0] in alike and (before in alike or rest[1:2] in [*alike]) for alike in _ALIKE)


def _share_written(word: str, snapshot: Snapshot) -> float:
    """The share of the first passages with its stem that hold just this word, in small letters unless it nearly always has a capital."""
    rows = [
        row
        for stem in stems(word)
        for postings in snapshot.postings.values()
        for row in postings.rows(stem)[:_PASSAGES_READ].tolist()
    ]
    wanted = re.compile(rf"(?i:\b{word}\b)" if word in snapshot.catalogue.proper else rf"\b{word}\b")
    return sum(
        wanted.search(f"{passage.text} {passage.heading}") is not None for passage in snapshot.passages(rows)
    ) / len(rows)


def _as_mended(token: _Token, mended: Sequence[Correction]) -> _Token:
    """A word of the question as it was mended, standing where it was typed."""
    written = next((each.mended for each in mended if each.start == token.start), None)
    return replace(token, text=written, plain=bare(written)) if written else token


def _is_slip(token: _Token, word: str) -> bool:
    """Whether a word may be typed by a slip for another that is near to it, and is not an inflection of it or, likely, another word."""
    typed = token.plain
    differing = [{one, other} for one, other in zip(typed, word, strict=False) if one != other]
    if len(typed) == _SHORT:
        return token.text.istitle() and sorted(typed) == sorted(word)
    if len(typed) == len(word) < _LONG and len(differing) == 1:
        return (
            token.is_capital
            and any(differing[0] <= set(alike) for alike in _ALIKE)
            and _stripped(typed) != _stripped(word)
        )
    return _stripped(typed) != _stripped(word)


def _stripped(word: str) -> str:
    """A word without an ending that makes of a country's name what is of it."""
    return _INFLECTED.sub("", word)


def _fits(word: str, position: int, tokens: Sequence[_Token], snapshot: Snapshot) -> bool:
    """Whether a mended word stands anywhere in the documents beside the capitalised words next to it in the question."""

    def named(other: int) -> list[str]:
        inside = 0 <= other < len(tokens) and tokens[max(position, other)].joined and not tokens[other].opens
        capital = inside and tokens[position].is_capital and tokens[other].is_capital
        return [tokens[other].plain] if capital and tokens[other].plain not in _ORGANISATION else []

    whole = [*named(position - 1), word, *named(position + 1)]
    return len(whole) == 1 or bool(snapshot.catalogue.called(whole)) or bool(_together(whole, snapshot).size)


def _runs(
    tokens: Sequence[_Token], taken: Sequence[tuple[int, int]], mended: Sequence[Correction], snapshot: Snapshot
) -> Iterator[list[_Token]]:
    """Stretches of words that are names, or may be."""
    catalogue = snapshot.catalogue
    inner = [token for token in tokens if not token.opens]
    has_title_case = any(token.is_capital and len(token.text) > 1 and token.plain in _TITLE_CASE for token in inner)
    telling = not has_title_case and any(token.text[0].islower() for token in tokens[1:])
    starts = {each.start for each in mended}
    in_titles = _title_words(tokens, catalogue)
    run: list[_Token] = []
    for position, token in enumerate(tokens):
        if run and not token.joined:
            yield from _closed(run)
            run = []
        named = False
        plain = token.plain
        if (
            not any(start <= token.start < end for start, end in taken)
            and plain.removesuffix("s") not in CALENDAR
            and not token.text[0].isdigit()
        ):
            if token.start in starts or position in in_titles:
                named = True
            elif plain not in _SMALL_WORDS:
                called = len(catalogue.called([plain])) if plain in catalogue.proper else 0
                named = bool(called) and not catalogue.is_common(called)
                named = named or (plain in _DIVIDING and _divides(tokens, position, catalogue))
                named = named or (
                    token.is_capital
                    and telling
                    and (not token.opens or plain in catalogue.proper or _opens_as_name(tokens, position, snapshot))
                )
        if named or (run and plain in CONNECTORS and len(run) < MOST_WORDS):
            run.append(token)
            continue
        yield from _closed(run)
        run = []
    yield from _closed(run)


def _divides(tokens: Sequence[_Token], position: int, catalogue: Catalogue) -> bool:
    """Whether what follows a word such as "south" is a name that documents are called by."""
    following = [
        each.plain for each in tokens[position + 1 : position + 2] if each.joined and each.plain in catalogue.proper
    ]
    called = len(catalogue.called(following)) if following else 0
    return called > 0 and not catalogue.is_common(called)


def _opens_as_name(tokens: Sequence[_Token], position: int, snapshot: Snapshot) -> bool:
    """Whether a word of no document is a name though a sentence starts with it: by its possessive, what follows, or as there is no sentence."""
    word, following = tokens[position], tokens[position + 1 : position + 2]
    of_place = any(each.joined and each.is_capital and each.plain in _ORGANISATION - CONNECTORS for each in following)
    is_keywords = not any(each.plain in _SMALL_WORDS for each in tokens)
    return (_is_possessive(word) or of_place or is_keywords) and not any(frequencies(snapshot, word.plain))


def _is_possessive(token: _Token) -> bool:
    return token.text.casefold().endswith(("'s", "’s"))


def _title_words(tokens: Sequence[_Token], catalogue: Catalogue) -> set[int]:
    """The places of words that, one after the other, are what documents are called, and of which one is always written with a capital."""
    found: set[int] = set()
    for first in range(len(tokens)):
        for length in range(min(MOST_WORDS, len(tokens) - first), 1, -1):
            words = [token.plain for token in tokens[first : first + length]]
            if (
                not {words[0], words[-1]} & (CONNECTORS | _SMALL_WORDS)
                and any(word in catalogue.proper for word in words)
                and catalogue.called(words)
            ):
                if not any(
                    catalogue.is_common(len(catalogue.called([word]))) for word in words if word not in CONNECTORS
                ):
                    found.update(range(first, first + length))
                break
    return found


def _closed(run: list[_Token]) -> Iterator[list[_Token]]:
    while run and run[-1].plain in CONNECTORS:
        run = run[:-1]
    if run:
        yield run


def _names(
    run: Sequence[_Token], mended: Sequence[Correction], snapshot: Snapshot
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The names in a stretch of words with the documents called by them: the longest that there are, and what is left between them."""
    catalogue = snapshot.catalogue
    corrections = {each.start: bare(each.mended) for each in mended}
    plain = [corrections.get(token.start, token.plain) for token in run]
    left: list[int] = []
    position = 0
    while position < len(run):
        length, called = _longest_called(plain, position, catalogue)
        if length and not _of_another(plain, position, length, called, catalogue):
            yield from _left_over(run, plain, left, mended, snapshot)
            left = []
            telling = () if catalogue.is_common(len(called)) else called
            yield (
                _name(run[position : position + length], plain[position : position + length], called, mended, snapshot),
                telling,
            )
        else:
            left.extend(range(position, position + max(length, 1)))
        position += max(length, 1)
    yield from _left_over(run, plain, left, mended, snapshot)


def _longest_called(plain: Sequence[str], position: int, catalogue: Catalogue) -> tuple[int, tuple[int, ...]]:
    """How many words from a position on make the longest name that documents are called by, and those documents; 0 for none.

    Where some documents are called by just this name, and others by a longer one with it inside, only the former count: "Somerset" is
    not "North East Somerset".
    """
    for length in range(min(MOST_WORDS, len(plain) - position), 0, -1):
        words = plain[position : position + length]
        if {words[0], words[-1]} & CONNECTORS or (
            length > 1 and any(catalogue.is_common(len(catalogue.called([end]))) for end in (words[0], words[-1]))
        ):
            continue
        called = catalogue.called(words)
        if not called or catalogue.is_common(len(called)):
            whole = called
        else:
            whole = [
                number
                for number in called
                if any({*beside, ""} <= _ORGANISATION | {""} for beside in catalogue.neighbours(words, number))
            ]
        is_alone = bool(whole) and {*plain} <= _ORGANISATION | CONNECTORS
        if called and (is_alone or length > 1 or words[0] not in _ORGANISATION | _DIVIDING):
            return length, tuple(whole or called)
    return 0, ()


def _uncapitalised(tokens: Sequence[_Token], mended: Sequence[Correction], snapshot: Snapshot) -> Iterator[Name]:
    """In a series, for a question whose capitals tell nothing: the words that stand in no document, where a place would be named."""
    if (
        not snapshot.catalogue.is_series
        or len({token.is_capital for token in tokens[1:] if token.text[0].isalpha()}) != 1
    ):
        return
    starts = {each.start for each in mended}
    for before, token in pairwise(tokens):
        is_word = (
            token.plain.isalpha()
            and len(token.plain) >= _SHORT
            and token.plain not in CALENDAR | _SMALL_WORDS | _ORGANISATION
        )
        if (
            is_word
            and before.plain in _BEFORE_PLACES
            and token.start not in starts
            and not any(frequencies(snapshot, token.plain))
        ):
            yield _name([token], [token.plain], (), mended, snapshot)


def _of_another(plain: Sequence[str], position: int, length: int, called: Sequence[int], catalogue: Catalogue) -> bool:
    """Whether words that documents are called by are part of another name here, as "Wendham" in "West Wendham" where only "East Wendham" is known."""
    if catalogue.is_common(len(called)):
        return False
    before = next((word for word in reversed(plain[:position]) if word not in _PART), "")
    after = next((word for word in plain[position + length :] if word not in _PART), "")
    beside = [pair for number in called for pair in catalogue.neighbours(plain[position : position + length], number)]
    for here, others in ((before, {pair[0] for pair in beside}), (after, {pair[1] for pair in beside})):
        if here in _DIVIDING and here == before and here not in others:
            return True
        strange = (
            here and here not in CONNECTORS | _ORGANISATION and not catalogue.is_common(len(catalogue.called([here])))
        )
        if strange and others - _ORGANISATION - {""}:
            return True
    return False


def _left_over(
    run: Sequence[_Token], plain: Sequence[str], left: Sequence[int], mended: Sequence[Correction], snapshot: Snapshot
) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The words between names as a name that no document is called by, without what only goes with a name.

    Where its words stand nowhere together, but "and" or a possessive parts it and some part stands there, each part is a name.
    """
    whole = _inside(left, plain)
    if not whole:
        return

    def named(places: Sequence[int]) -> Name:
        stretch = slice(places[0], places[-1] + 1)
        return _name(run[stretch], plain[stretch], (), mended, snapshot)

    name = named(whole)
    parts: list[list[int]] = [[]]
    for place in whole:
        if plain[place] not in CONNECTORS - _PART:
            parts[-1].append(place)
        if plain[place] in CONNECTORS - _PART or _is_possessive(run[place]):
            parts.append([])
    names = [] if name.known else [named(inside) for part in parts if (inside := _inside(part, plain))]
    for each in names if any(part.known for part in names) else [name]:
        yield each, ()


def _inside(places: Sequence[int], plain: Sequence[str]) -> list[int]:
    """Places of words without those at either end that only go with a name."""
    outside = CONNECTORS | _ORGANISATION
    kept = list(places)
    while kept and plain[kept[0]] in outside:
        kept.pop(0)
    while kept and plain[kept[-1]] in outside:
        kept.pop()
    return kept


def _name(
    tokens: Sequence[_Token],
    words: Sequence[str],
    called: Sequence[int],
    mended: Sequence[Correction],
    snapshot: Snapshot,
) -> Name:
    written = [
        _written(token, word, bool(called), mended, snapshot.catalogue)
        for token, word in zip(tokens, words, strict=True)
    ]
    text = " ".join(written)
    others = ([_OF_NATION.sub(ending, word) for word in words] for ending in ("", "man", "men"))
    known = bool(called) or any(_holds(spelt, snapshot) for spelt in (written, words, *others))
    return Name(
        text,
        tokens[0].start,
        tokens[-1].end,
        len(called),
        known,
        () if known else nearest_names(text, snapshot.catalogue),
    )


def _written(token: _Token, word: str, is_called: bool, mended: Sequence[Correction], catalogue: Catalogue) -> str:
    """A word of a name as it is understood: as it was mended or, when documents are called so, as they write it."""
    typed = (
        next((each.mended for each in mended if each.start == token.start), token.text)
        .removesuffix("'s")
        .removesuffix("’s")
    )
    return catalogue.proper[word][0] if is_called and word in catalogue.proper else typed


def nearest_names(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The names of documents that are written most alike, best first."""
    found = process.extract(
        name, list(catalogue.names), scorer=fuzz.ratio, processor=str.casefold, limit=NEAREST, score_cutoff=60
    )
    return tuple(each for each, _, _ in found)


def frequencies(snapshot: Snapshot, word: str) -> tuple[int, ...]:
    """In how many passages a word stands, by field."""
    return tuple(postings.frequency(stem) for stem in stems(word) for postings in snapshot.postings.values())


def _holds(words: Sequence[str], snapshot: Snapshot) -> bool:
    """Whether a passage holds all words of a name; of "East Kent" they stand one after the other, for "in the east of Kent" does not name it."""
    if bare(words[0]) not in _DIVIDING:
        return bool(_together(words, snapshot).size)
    wanted = f" {' '.join(bare(word) for word in words[:2])} "
    passages = snapshot.passages(_together(words, snapshot)[:_PASSAGES_READ].tolist())
    return any(wanted in f" {' '.join(bare_words(passage.text))} " for passage in passages)


def _together(words: Sequence[str], snapshot: Snapshot) -> NDArray[np.int32]:
    """The rows of the passages that hold all of some words, in their text or in what they are called."""
    found = [
        reduce(
            np.union1d, (postings.rows(stem) for postings in snapshot.postings.values()), np.empty(0, dtype=np.int32)
        )
        for word in words
        for stem in stems(word)
        if word not in CONNECTORS
    ]
    return reduce(np.intersect1d, found) if found else np.empty(0, dtype=np.int32)
