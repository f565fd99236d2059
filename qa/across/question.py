"""Questions over many documents that their facts can answer: what they ask for, of whom, and of which time."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from corpus.judgements.scales import Scale
from corpus.language.folding import searchable
from corpus.language.names import bare
from corpus.language.vocabulary import alternatives, load
from qa.judged.question import named_parts, spoken, taken, without, words_of
from qa.judged.subjects import Subject, subject_named
from qa.query import Query
from qa.query.coverage import Period
from qa.query.intent import find_order

Asks = Literal["judged", "moved", "visited", "reports", "compared"]
Holding = Literal["now", "ever", "given", "held"]
Counted = Literal["authorities", "inspections", "visits", "reports", "times", "rows"]
Days = tuple[int | None, int | None]
Keys = frozenset[tuple[str, str]]
_TABLE = load("across_questions")
_ALLOWED: Final = frozenset(bare(word) for words in _TABLE.values() for phrase in words for word in phrase.split())
_READ: Final = "\n"


def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(_TABLE[name])}(?![\w-])", re.I)


_LISTS, _COUNTS, _JUDGED, _OTHERS = _any("lists"), _any("counts"), _any("judged"), _any("others_judged")
_REPORTS, _TIMES, _COMPARES, _CHANGES = _any("reports"), _any("times"), _any("compares"), _any("changes")
_BETTER, _WORSE, _NOW, _GIVING = _any("better"), _any("worse"), _any("now"), _any("giving")
_INSPECTED = re.compile(r"\binspected\b", re.I)
_FROM_TO = re.compile(r"\bfrom\b.*\bto\b", re.I | re.S)
_ASKS_FOR_GRADE = re.compile(r"\b(?:rating|grade|judge?ment)\b|^\W*how\s+(?!many\b)", re.I)


@dataclass(frozen=True, slots=True)
class RowsQuestion:
    """What a question over many documents asks for.

    Attributes:
        asks: for which rows: who was judged so, who moved from one grade to another, visits, reports, or judgements
            side by side.
        counted: what is counted of them.
        subjects: whom it names.
        aspects: the scale and the key of what is judged; none where it names nothing of that.
        scales: the keys of the scales that it may mean.
        grades: the meanings of each grade that it names, in its order.
        visits: the scale and the key of the kind of visits.
        times: the days that it asks about, both included, as ordinals, None where open; one or more.
        holding: whether it asks for what holds now, held or was given at these times, or ever was.
        direction: whether it asks for grades that became better or worse; "" for any.
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
    direction: Literal["better", "worse", ""] = ""


def may_ask_for_rows(question: str) -> bool:
    """Whether a question has a word that asks for a list, a count or a comparison; a quick look."""
    return any(asked.search(question) for asked in (_LISTS, _COMPARES, _CHANGES))


def read_rows_question(query: Query, subjects: Collection[Subject], scales: Sequence[Scale]) -> RowsQuestion | None:
    """What a question asks for, where a table can answer it; None where a word of it may ask for something else.

    Args:
        query: the question.
        subjects: who is known.
        scales: by which facts are known.
    """
    question = query.question
    _, spans = find_order(question, ())
    text = searchable(without(question, spans)).casefold()
    times = _times(query, compares=_compares(question))
    for period in query.interpretation.periods:
        text = text.replace(period.text.casefold(), _READ, 1)
    text, visits = taken(text, ((scale.key, kind.key, kind.words) for scale in scales for kind in scale.visits))
    text, aspects = taken(text, ((scale.key, each.key, each.words) for scale in scales for each in scale.aspects))
    text, said = taken(text, ((scale.key, each.key, spoken(each)) for scale in scales for each in scale.aspects))
    text, _ = taken(text, ((scale.key, "", scale.leads) for scale in scales))
    text, about = taken(text, ((scale.key, "", scale.about) for scale in scales))
    text, grades = taken(text, ((scale.key, each.key, each.forms) for scale in scales for each in scale.grades))
    named, left = _subjects(words_of(text), subjects)
    parts = named_parts([*aspects, *said], scales)
    if not _ALLOWED.issuperset(left) or len(parts) > 1:
        return None
    if not visits and not grades and _INSPECTED.search(question):
        visits = [frozenset((scale.key, scale.visits[0].key) for scale in scales if scale.visits)]
    asks = _asks(question, bool(visits), len(grades), named)
    if asks is None or (asks == "compared" and not named):
        return None
    counted = _counted(question, asks, bool(visits))
    told = {key for keys in (*about, *parts) for key, _ in keys}
    authorities = {scale.key for scale in scales if scale.of_authorities}
    wanted = frozenset(told or (authorities if _JUDGED.search(question) else {scale.key for scale in scales}))
    return RowsQuestion(
        asks,
        counted,
        named,
        frozenset().union(*(parts or aspects)),
        wanted,
        tuple(grades),
        frozenset().union(*visits),
        times,
        "given" if counted == "inspections" and times else _holding(query, times),
        "better" if _BETTER.search(question) else "worse" if _WORSE.search(question) else "",
    )


def _compares(question: str) -> bool:
    return _COMPARES.search(question) is not None or _CHANGES.search(question) is not None


def _asks(question: str, has_visits: bool, grades: int, subjects: Sequence[Subject]) -> Asks | None:
    """Which rows a question asks for; None where that is none of these."""
    has_noun = _JUDGED.search(question) is not None or has_visits or _REPORTS.search(question) is not None
    moves = _BETTER.search(question) or _WORSE.search(question)
    if subjects and not grades and not moves and _compares(question):
        return "compared"
    if not _LISTS.search(question) or (_OTHERS.search(question) and not has_noun):
        return None
    if grades == 2 and _FROM_TO.search(question) and _JUDGED.search(question):
        return "moved"
    if grades:
        return "judged" if has_noun or _TIMES.search(question) else None
    if _JUDGED.search(question) and (moves or _CHANGES.search(question)):
        return "moved"
    if _ASKS_FOR_GRADE.search(question):
        return None
    if _REPORTS.search(question):
        return "reports"
    return "visited" if has_visits else None


def _counted(question: str, asks: Asks, has_visits: bool) -> Counted:
    """What a question counts."""
    if asks == "compared":
        return "rows"
    if _TIMES.search(question):
        return "times"
    if _JUDGED.search(question):
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
    days = [_days(period) for period in periods]
    if len(periods) == 2 and not compares and _is_range(query.question, periods):
        return ((days[0][0], days[1][1]),)
    return tuple(days)


def _days(period: Period) -> Days:
    first, last = (day.toordinal() if day else None for day in (period.first, period.last))
    return first, last


def _is_range(question: str, periods: Sequence[Period]) -> bool:
    one, other = (re.escape(period.text) for period in periods)
    return (
        re.search(rf"\b(?:between|from)\s+(?:the\s+)?{one}\s+(?:and|to|until|till)\s+(?:the\s+)?{other}", question)
        is not None
    )


def _subjects(words: Sequence[str], known: Collection[Subject]) -> tuple[tuple[Subject, ...], list[str]]:
    """Whom some words name, in their order, and the words that are left."""
    found: list[Subject] = []
    left = list(words)
    while (named := subject_named(left, known))[0] is not None:
        subject = named[0]
        length = len(subject)
        start = next(at for at in range(len(left)) if tuple(left[at : at + length]) == subject)
        left[start : start + length] = [""]
        found.append(subject)
    order = " ".join(words)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.find(" ".join(one)))), [
        word for word in left if word
    ]
