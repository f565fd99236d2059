"""Questions over many documents that their facts can answer: what they ask for, of whom, and of which time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from corpus.judgements.scales import Scale
from corpus.language.folding import searchable
from corpus.language.names import bare
from corpus.language.predicates import asks_what_to_improve
from corpus.language.times.parts import ORDINALS
from corpus.language.vocabulary import alternatives, load
from qa.across.beside import Beside, read_beside
from qa.across.framed import asks_which
from qa.across.visited import Keys, asks_when, inspections_of, speaks_of_visits, visits_meant
from qa.across.whom import AUTHORITY, SEVERAL, subjects_named, whom_asked, without_about
from qa.judged.question import grades_worded, named_parts, speaks_of_judging, spoken, taken, without, words_of
from qa.judged.subjects import Subject, subject_named
from qa.query import Query
from qa.query.coverage import Period
from qa.query.intent import Order, find_order

Asks = Literal["judged", "moved", "changed", "visited", "reports", "compared", "apart", "parts"]
Holding = Literal["now", "ever", "given", "held"]
Direction = Literal["better", "worse", ""]
Counted = Literal["authorities", "inspections", "visits", "reports", "times", "rows", "dates"]
Days = tuple[int | None, int | None]
_TABLE = load("across_questions")
ALLOWED: Final = frozenset(bare(word) for words in _TABLE.values() for phrase in words for word in phrase.split()) | {
    *SEVERAL.values()
}
"""The words of such a question that ask for nothing beside it."""
_READ: Final = "\n"
_ANY_GRADE: Final[Keys] = frozenset()


def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(_TABLE[name])}(?![\w-])", re.I)


_LISTS, _REPORTS = _any("lists"), _any("reports")
_TIMES, _COMPARES, CHANGES = _any("times"), _any("compares"), _any("changes")
_THAN = _any("than")
_BETTER, _WORSE, _NOW, _GIVING = _any("better"), _any("worse"), _any("now"), _any("giving")
_OPEN, _BOUNDING, _SEQUENCE = _any("open"), _any("bounding"), _any("sequence")
NUMBERED: Final = re.compile(
    rf"\b(?:(?P<word>(?!first){alternatives(ORDINALS)})|(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th))(?=\s+[a-z]|\W*$)"
)
"""Which of several things is meant, but for the first."""
_OUTCOME = re.compile(rf"^\W*what\b[^?]*\b{alternatives(_TABLE['outcome_asked'])}\b", re.I)
"""It asks for the grade, not for the days of visits."""
_ASKS_ABOUT = re.compile(r"\babout\W*$", re.I)
"""What something was about no fact tells."""
FROM_TO: Final = re.compile(r"\bfrom\b.*\bto\b", re.I | re.S)
_ASKS_FOR_GRADE = re.compile(r"\b(?:rating|grade|judge?ment)\b|^\W*how\s+(?!many\b)", re.I)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of two dated things between which a question asks for the time.

    Attributes:
        visits: the scale and the key of the kind of visits it is of; none for a judgement.
        grades: the meanings of the grade it gives; none for any.
        times: the days it is of; None where none are named.
        order: whether it is the first or the last of its kind; None for neither.
        number: which of its kind it is; 0 for none named.
    """

    visits: Keys
    grades: Keys
    times: Days | None
    order: Order | None
    number: int


@dataclass(frozen=True, slots=True)
class RowsQuestion:
    """What a question over many documents asks for.

    Attributes:
        asks: for which rows: who was judged so, who moved from one grade to another, how one that is judged changed,
            visits, reports, judgements side by side, parts that were given a grade, or two things that are some time
            apart.
        counted: what is counted of them.
        subjects: whom it names.
        aspects: the scale and the key of what is judged; none where it names nothing of that.
        scales: the keys of the scales that it may mean.
        grades: the meanings of each grade that it names, in its order; of those who moved, the one before and the one
            after, with no meaning for any.
        visits: the scale and the key of the kind of visits.
        times: the days that it asks about, both included, as ordinals, None where open; one or more.
        holding: whether it asks for what holds now, held or was given at these times, or ever was.
        direction: whether it asks for grades that became better or worse; "" for any.
        order: of visits or judgements, whether only the first, the latest or the one before is asked for.
        number: of visits, which of its kind is asked for; 0 for any.
        beside: the other visit by which those are told that are asked for; None for none.
        kind: what it calls those for whom it asks, where they are no authorities, such as "home"; "" for nothing.
        is_other: of parts, whether those are asked for that were not given the grade.
        of_whole: of parts, whether the whole counts as one.
        anchors: the things that are some time apart; of one alone, the time until the next judgement is asked for.
        asked_on: the day on which it is asked, as an ordinal: what is so after it is not known.
    """

    asks: Asks
    counted: Counted
    subjects: tuple[Subject, ...]
    aspects: Keys
    scales: frozenset[str]
    grades: tuple[Keys, ...]
    visits: Keys
    times: tuple[Days, ...]
    holding: Holding
    direction: Direction = ""
    order: Order | None = None
    number: int = 0
    beside: Beside | None = None
    kind: str = ""
    is_other: bool = False
    of_whole: bool = False
    anchors: tuple[Anchor, ...] = ()
    asked_on: int = date.max.toordinal()

    def is_to_come(self, days: Days) -> bool:
        """Whether days that it asks about are after the day on which it is asked."""
        return (days[0] or 0) > self.asked_on


def may_ask_for_rows(question: str, scales: Iterable[Scale] = ()) -> bool:
    """Whether a question has a word that asks for a list, a count, a comparison or a time; a quick look.

    Args:
        question: as it is searched.
        scales: with the kinds of visits of which it may ask when one was.
    """
    if any(asked.search(question) for asked in (_LISTS, _COMPARES, CHANGES, _OPEN, _THAN)):
        return True
    return asks_when(question) and speaks_of_visits(question, scales)


def direction_of(question: str) -> Direction:
    """Which way a question asks for grades to have gone; "" where it does not say."""
    return "better" if _BETTER.search(question) else "worse" if _WORSE.search(question) else ""


def read_rows_question(query: Query, subjects: Collection[Subject], scales: Sequence[Scale]) -> RowsQuestion | None:
    """What a question asks for, where a table can answer it; None where a word of it may ask for something else.

    Args:
        query: the question.
        subjects: who is known.
        scales: by which facts are known.
    """
    question = query.question
    if _ASKS_ABOUT.search(question):
        return None
    whom, scales = whom_asked(question, scales)
    which = _which(query, scales)
    order, number, times = which.order, which.number, which.times
    text, visits = taken(which.text, ((scale.key, kind.key, kind.words) for scale in scales for kind in scale.visits))
    text, aspects = taken(text, ((scale.key, each.key, each.words) for scale in scales for each in scale.aspects))
    text, said = taken(text, ((scale.key, each.key, spoken(each)) for scale in scales for each in scale.aspects))
    text, _ = taken(text, ((scale.key, "", scale.leads) for scale in scales))
    text, about = without_about(text, scales, subjects)
    graded, (text, grades) = text, taken(text, grades_worded(scales))
    named, left = subjects_named(words_of(text), subjects)
    parts = named_parts([*aspects, *said], scales)
    if not ALLOWED.issuperset(left) or len(parts) > 1 or (named and asks_what_to_improve(question)):
        return None
    kinds = frozenset().union(*visits)
    if not kinds and not grades:
        kinds = visits_meant(question, scales, is_any_meant=bool(named) and not aspects)
    is_one = len(named or subjects) == 1
    direction = direction_of(text)
    asks = _asks(question, whom, bool(kinds), len(grades), named, direction)
    asks = asks or (None if grades else _asked_openly(question, times, is_of_visits=bool(kinds) and is_one))
    if asks == "visited" and (query.interpretation.answer_type == "rating" or _OUTCOME.search(question)):
        return None
    asks, grades = _by_grades(asks, whom, graded, text, grades, scales)
    if asks is None or (asks == "compared" and not named) or (number and asks != "visited"):
        return None
    is_told = bool(named or times or order or number or grades)
    if not (asks == "compared" or asks_which(question, _nouns(scales), is_told=is_told)):
        return None
    is_picked = _is_picked(asks, question, named, which, is_one=is_one)
    counted = "rows" if asks == "judged" and not grades else _counted(question, whom, named, asks, bool(kinds))
    if asks == "visited" and is_picked and (order or number or kinds <= inspections_of(scales)):
        counted = "visits" if order or number else "inspections"
    return RowsQuestion(
        asks,
        counted,
        named,
        frozenset().union(*(parts or aspects)),
        _meant((*about, *parts), whom, scales),
        tuple(grades),
        kinds,
        times,
        "given" if times and (counted == "inspections" or (counted == "rows" and order)) else _holding(query, times),
        direction,
        order if is_picked or (counted == "rows" and is_one) else None,
        number,
        which.beside if which.beside.other else None,
        kind=whom if whom and whom in SEVERAL else "",
        asked_on=query.today.toordinal(),
    )


def _asked_openly(question: str, times: Sequence[Days], *, is_of_visits: bool) -> Asks | None:
    """What is asked for without a word for it: when one was visited, or how it was judged since a time."""
    is_since = speaks_of_judging(question) and any(last is None for _, last in times)
    return "visited" if is_of_visits and asks_when(question) else "judged" if is_since else None


def _is_picked(asks: Asks, question: str, named: Collection[Subject], which: _Which, *, is_one: bool) -> bool:
    """Whether one row is asked for: when one was judged or visited, or the first or latest visit of any."""
    if asks in ("judged", "visited") and is_one and (asks_when(question) or which.beside.order is not None):
        return True
    return asks == "visited" and not named and which.order in ("first", "latest")


def _by_grades(
    asks: Asks | None, whom: str | None, text: str, left: str, grades: list[Keys], scales: Sequence[Scale]
) -> tuple[Asks | None, list[Keys]]:
    """What a question asks for by the grades it names, and which these are; None where it asks for others by them.

    Args:
        asks: what it asks for otherwise.
        whom: for whom it asks.
        text: of it, in small letters, with its grades.
        left: the same without them.
        grades: these.
        scales: by which facts are known.
    """
    if asks != "judged" or not grades:
        return asks, grades
    if len(grades) == 1 and whom and (turned := _turned(text, grades[0], scales)):
        return "moved", turned
    asks_others = _BOUNDING.search(left) or direction_of(left) or (len(grades) > 1 and _SEQUENCE.search(left))
    return (None if asks_others else asks), grades


def _turned(text: str, grade: Keys, scales: Sequence[Scale]) -> list[Keys]:
    """The grades before and after, where a question names one of them: the other is any; [] where it tells neither."""
    worded = alternatives(words.casefold() for _, _, wordings in grades_worded(scales) for words in wordings)
    for side, made in (("leaving", [grade, _ANY_GRADE]), ("reaching", [_ANY_GRADE, grade])):
        if re.search(rf"\b{alternatives(_TABLE[side])}\s+(?:being\s+|an?\s+)?{worded}(?![\w-])", text):
            return made
    return []


def _meant(named: Iterable[Keys], whom: str | None, scales: Iterable[Scale]) -> frozenset[str]:
    """The scales that a question means: of what it names, or else by which those are judged for whom it asks."""
    told = frozenset(key for keys in named for key, _ in keys)
    return told or frozenset(scale.key for scale in scales if scale.of_authorities or whom != AUTHORITY)


def _nouns(scales: Sequence[Scale]) -> frozenset[str]:
    """The last words of the names of visits."""
    return frozenset(words.casefold().split()[-1] for scale in scales for kind in scale.visits for words in kind.words)


@dataclass(frozen=True, slots=True)
class _Which:
    """Which of several things a question asks for.

    Attributes:
        text: the rest of it, in small letters.
        order: whether the first, the latest or the one before is.
        number: which by its number; 0 for none named.
        times: the days that it asks about.
        beside: the other visit by which a visit is told.
    """

    text: str
    order: Order | None
    number: int
    times: tuple[Days, ...]
    beside: Beside


def _which(query: Query, scales: Sequence[Scale]) -> _Which:
    question, periods = query.question, query.interpretation.periods
    order, spans = find_order(question, ())
    beside = read_beside(query, scales, is_range=_is_range(question, periods))
    text, number = without_number(searchable(without(question, (*spans, *beside.spans))).casefold())
    times = beside.times or _times(query, compares=_compares(question))
    for period in periods:
        text = text.replace(period.text.casefold(), _READ, 1)
    if order == "previous" and len(times) == 1 and times[0][0] is None:
        order = "latest"  # "the previous inspection before 2022" is the last one until then
    return _Which(text, beside.order or order, number, times, beside)


def whose_and_what(
    query: Query, text: str, subjects: Collection[Subject], scales: Sequence[Scale], allowed: Collection[str]
) -> tuple[tuple[Subject, ...], Keys | None]:
    """Whom a question names, and which parts of what is judged; None for these where a word may ask for more.

    Args:
        query: the question.
        text: of it, in small letters.
        subjects: who is known.
        scales: by which facts are known.
        allowed: the words that ask for nothing more.
    """
    for period in query.interpretation.periods:
        text = text.replace(period.text.casefold(), _READ, 1)
    text = NUMBERED.sub(_READ, text)
    text, aspects = taken(text, ((scale.key, each.key, each.words) for scale in scales for each in scale.aspects))
    text, said = taken(text, ((scale.key, each.key, spoken(each)) for scale in scales for each in scale.aspects))
    for words in (
        [(scale.key, kind.key, kind.words) for scale in scales for kind in scale.visits],
        [(scale.key, "", scale.leads) for scale in scales],
        [(scale.key, "", scale.about) for scale in scales],
        list(grades_worded(scales)),
    ):
        text, _ = taken(text, words)
    subject, left = subject_named(words_of(text), subjects)
    parts = named_parts([*aspects, *said], scales)
    is_read = set(left).issubset(allowed) and len(parts) <= 1
    return (subject,) if subject else (), frozenset().union(*parts) if is_read else None


def without_number(text: str) -> tuple[str, int]:
    """A text without the word for which of several things it means, such as "fifth", and that number; 0 for none.

    Args:
        text: in small letters.
    """
    found = list(NUMBERED.finditer(text))
    if len(found) != 1:
        return text, 0
    (match,) = found
    number = ORDINALS[match["word"]] if match["word"] else int(match["digits"])
    return f"{text[: match.start()]}{text[match.end() :]}", number


def _compares(question: str) -> bool:
    return _COMPARES.search(question) is not None or CHANGES.search(question) is not None


def _asks(
    question: str, whom: str | None, has_visits: bool, grades: int, subjects: Sequence[Subject], moves: Direction
) -> Asks | None:
    """Which rows a question asks for; None where that is none of these."""
    has_noun = bool(whom) or has_visits or _REPORTS.search(question) is not None
    if len(subjects) > 1 and not grades and _THAN.search(question):
        return "compared"
    if subjects and not grades and not moves and _compares(question):
        return "compared"
    if not subjects and has_visits and _COMPARES.search(question):
        return None  # what tells two kinds of visits apart no fact tells
    if not _LISTS.search(question) or (whom is None and not has_noun):
        return None
    if grades == 2 and FROM_TO.search(question) and whom:
        return "moved"
    if grades:
        return "judged" if has_noun or _TIMES.search(question) else None
    if whom and (moves or CHANGES.search(question)):
        return "moved"
    if _ASKS_FOR_GRADE.search(question):
        return None
    if _REPORTS.search(question):
        return "reports"
    return "visited" if has_visits else None


def _counted(question: str, whom: str | None, named: Sequence[Subject], asks: Asks, has_visits: bool) -> Counted:
    """What a question counts; of those whom it names, nobody."""
    if asks == "compared":
        return "rows"
    if _TIMES.search(question):
        return "times"
    if whom and not named:
        return "authorities"
    if _REPORTS.search(question):
        return "reports"
    return "inspections" if asks == "judged" and has_visits else "visits" if asks == "visited" else "authorities"


def _holding(query: Query, times: Sequence[Days]) -> Holding:
    """Whether a question asks for what holds now, or held or was given at some time, or ever was."""
    given = _GIVING.search(query.question) is not None
    if times:
        return "given" if given else "held"
    if query.interpretation.order == "latest" or _NOW.search(query.question):
        return "now"
    return "ever"


def _times(query: Query, *, compares: bool) -> tuple[Days, ...]:
    """The times that a question names; two with "between" and "and" around them are one, where nothing is compared."""
    periods = query.interpretation.periods
    days = [days_of(period) for period in periods]
    if not compares and _is_range(query.question, periods):
        return ((days[0][0], days[1][1]),)
    return tuple(days)


def days_of(period: Period) -> Days:
    """The days of a period, as ordinals; None where it is open."""
    first, last = (day.toordinal() if day else None for day in (period.first, period.last))
    return first, last


def _is_range(question: str, periods: Sequence[Period]) -> bool:
    if len(periods) != 2:
        return False
    one, other = (re.escape(period.text) for period in periods)
    return (
        re.search(rf"\b(?:between|from)\s+(?:the\s+)?{one}\s+(?:and|to|until|till)\s+(?:the\s+)?{other}", question)
        is not None
    )
