"""Questions that ask for a judgement and for nothing else: whose, of what, and as of when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from corpus.judgements.scales import Aspect, Scale
from corpus.language.folding import searchable
from corpus.language.kinds import QUESTIONS_KEPT, AnswerType, Span
from corpus.language.names import WORD, bare
from corpus.language.times.dates import find_times
from corpus.language.times.parts import ALL_YEARS, BOUNDS
from corpus.language.vocabulary import alternatives, load
from qa.judged.standing import HOW_GOOD, WORDS, asks_standing, names_judging
from qa.judged.subjects import KINDS, Subject, find_subject, subject_named
from qa.query import Query
from qa.query.intent import Order, find_order

Wanted = Literal["grade", "days"]
_TABLE = load("judgement_questions")
_READ = "\n"
"""Stands for words that are understood, so that those around them do not become neighbours."""
_ALLOWED = frozenset(bare(word) for name in ("nouns", "verbs", "about", "plain") for word in _TABLE[name])
_SPOKEN: Mapping[str, Sequence[str]] = _TABLE["spoken"]
_SPOKEN_GRADES: Mapping[str, Sequence[str]] = _TABLE["spoken_grades"]
_POLITE = re.compile(rf"\b{alternatives(_TABLE['polite'])}\b")
_NOUN = re.compile(rf"\b{alternatives(_TABLE['nouns'])}s?\b", re.I)
_VERB = re.compile(rf"\b{alternatives(_TABLE['verbs'])}\b", re.I)
_GIVING = re.compile(rf"\b{alternatives(_TABLE['giving'])}\b", re.I)
_UNTIL_WHEN = re.compile(rf"\b{alternatives(_TABLE['until_when'])}\b")
_SINCE_WHEN = re.compile(rf"\b{alternatives(_TABLE['since_when'])}\b")
_STAYED = re.compile(rf"\b{alternatives(_TABLE['stayed'])}\s+(?:the\s+)?", re.I)
_LEAVING = re.compile(rf"\b{alternatives(_TABLE['leaving'])}\b", re.I)
_EARLIER = re.compile(rf"\b{alternatives(_TABLE['earlier'])}(?=\W*$)", re.I)
_WAS = re.compile(rf"\W*{alternatives(_TABLE['was'])}\b", re.I)
_NOT = re.compile(r"\bnot\b|(?<=\w)n['’]t\b", re.I)
"""It leaves open what is asked: "Is it not good?" is answered by the grade that holds."""
_ASKS_NOT = re.compile(r"^\W*\w{2,4}n['’]t\b", re.I)
_JUDGED_BY: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b{alternatives(words)}(?![\w'’])", re.I) for name, words in _TABLE["judged_by"].items()
}
_KIND = re.compile(rf"\b(?:the|our|this)\s+(?:[a-z]+\s+)?(?P<kind>{alternatives(KINDS)})(?:['’]s)?\b", re.I)
_KIND_WITHIN = re.compile(
    rf"\b(?P<kind>{alternatives(KINDS)})\s+(?:{alternatives(_TABLE['verbs'])}\s+)?(?:{alternatives(_TABLE['within'])})\b",
    re.I,
)
"""It may ask for what is only a part of whom it names: "surgery at the General Hospital"."""
_NO_KINDS: Final[Mapping[str, Subject]] = {}
_THINGS = re.compile(
    rf"\b{alternatives(_TABLE['things'])}\s+{alternatives(_TABLE['was'])}\s+{alternatives(_TABLE['verbs'])}\b", re.I
)
"""It asks for things that were judged so, not how they were judged."""
_JUDGES = re.compile(rf"\b{alternatives(_TABLE['judges'])}\b", re.I)


@dataclass(frozen=True, slots=True)
class JudgementQuestion:
    """A question that asks for a judgement and for nothing else.

    Attributes:
        wants: the grade, or the days on which a grade was given.
        subject: whose; None where the question names none.
        aspects: the scale and the key of what is judged; none where the question names nothing of that.
        scales: the keys of the scales that its words speak of; all of them where they tell nothing.
        grades: the scale and the key of a grade that it names.
        order: whether the first, the latest or the one before is asked for.
        is_given: whether it asks for a judgement given at the time asked about, and not for the one that held then.
        is_ever: whether it asks if a grade was ever given.
        first, last: the days that it asks about, both included, as ordinals; None where the time is open or not told.
        than: the scale and the key of the grade beside which the one stands that is asked for: "before it was good".
        side: whether it is the one before that or the one after.
        is_end: whether the days are asked for on which a grade gave way to another.
        is_start: whether they are those since which it has been given without another between.
        is_bare: whether no word of it says that a judgement is asked for, so that the documents must.
        kind: what it calls somebody whom it does not name, "the hospital", or what is at the place that it names,
            "surgery at the General Hospital"; "" for nothing.
    """

    wants: Wanted
    subject: Subject | None
    aspects: frozenset[tuple[str, str]]
    scales: frozenset[str]
    grades: frozenset[tuple[str, str]]
    order: Order | None = None
    is_given: bool = False
    is_ever: bool = False
    first: int | None = None
    last: int | None = None
    than: frozenset[tuple[str, str]] = frozenset()
    side: Literal["before", "after"] = "before"
    is_end: bool = False
    is_start: bool = False
    is_bare: bool = False
    kind: str = ""

    @property
    def asks_latest(self) -> bool:
        """Whether it asks for the grade that holds now, or the one before."""
        return (
            self.wants == "grade" and not self.is_ever and self.last is None and not self.than and self.order != "first"
        )

    @property
    def is_all_told(self) -> bool:
        """Whether the question tells whose judgement it asks for, and as of when or which."""
        return self.subject is not None and bool(self.last or self.order or self.than or self.wants == "days")


def read_judgement_question(
    query: Query, subjects: Collection[Subject], scales: Sequence[Scale], kinds: Mapping[str, Subject] = _NO_KINDS
) -> JudgementQuestion | None:
    """What a question asks for, where that is a judgement; None where a word of it may ask for something else.

    Args:
        query: the question.
        subjects: whose judgements are known.
        scales: by which they are given.
        kinds: which subject is meant by what it is, such as "the trust"; see `only_of_kinds`.
    """
    kind = "yes_no" if _ASKS_NOT.match(query.question) else query.interpretation.answer_type
    times = _times(query)
    if times is None or kind in ("number", "person", "reason", "list") or _JUDGES.search(query.question):
        return None
    scales = by_whom(query.question, scales)
    text, order = _ordered(query)
    text = _NOT.sub(_READ, text) if kind == "yes_no" else text
    text, is_end = _UNTIL_WHEN.subn(_READ, HOW_GOOD.sub(_READ, text))
    text, is_left = _LEAVING.subn(_READ, text)
    is_start = _SINCE_WHEN.search(text) is not None
    text, aspects = taken(text, ((scale.key, each.key, each.words) for scale in scales for each in scale.aspects))
    text, said = taken(text, ((scale.key, each.key, spoken(each)) for scale in scales for each in scale.aspects))
    text, _ = taken(text, ((scale.key, "", scale.leads) for scale in scales))
    text, about = taken(text, ((scale.key, "", scale.about) for scale in scales))
    text, side, than = _beside(text, scales) if kind not in ("date", "yes_no") else (text, "", frozenset())
    text, grades = taken(text, grades_worded(scales))
    subject, left, called = _whose(query.question, words_of(_POLITE.sub(_READ, text)), subjects, kinds)
    named = named_parts([*aspects, *said], scales)
    is_bare = not _is_asked(query.question, kind)
    if is_bare and not asks_standing(query.question, subject):
        return None
    if not (_ALLOWED | WORDS if is_bare else _ALLOWED).issuperset(left) or len(named) > 1:
        return None
    if bool(grades) == (kind not in ("date", "yes_no")):
        return None
    told = {key for keys in (*about, *named) for key, _ in keys}
    is_past = times == (None, None) and order is None and _WAS.match(_NOT.sub("", query.question)) is not None
    return JudgementQuestion(
        wants="days" if kind == "date" else "grade",
        subject=subject,
        aspects=frozenset().union(*named),
        scales=frozenset(told or (scale.key for scale in scales)),
        grades=frozenset().union(*grades),
        order=order,
        is_given=_GIVING.search(query.question) is not None,
        is_ever=is_past and not is_left and len(grades) == 1,
        first=times[0],
        last=times[1],
        than=than,
        side="after" if side == "after" else "before",
        is_end=bool(is_end or (is_left and kind == "date")),
        is_start=is_start,
        is_bare=is_bare and not names_judging(query.question),
        kind=called,
    )


def by_whom(question: str, scales: Sequence[Scale]) -> list[Scale]:
    """The scales by which those judge that a question names; all of them where it names none.

    Args:
        question: as it is searched.
        scales: by which judgements are known.
    """
    named = [name for name, words in _JUDGED_BY.items() if words.search(question)]
    return [scale for scale in scales if not named or any(name in scale.name.casefold() for name in named)]


def kind_called(question: str) -> str:
    """What a question calls whoever was judged, in small letters: "hospital" of "the hospital"; "" for nothing."""
    called = _KIND.search(question)
    return called["kind"].casefold() if called else ""


def _whose(
    question: str, words: Sequence[str], subjects: Collection[Subject], kinds: Mapping[str, Subject]
) -> tuple[Subject | None, list[str], str]:
    """Whose judgement a question asks for, the words of it that are left, and what it calls them that must be true."""
    subject, left = subject_named(words, subjects)
    called = _before_name(words, subjects) if subject else kind_called(question)
    within = _kind_within(question) if subject else ""
    left = [word for word in left if word != called]
    return subject or kinds.get(called), left, within or ("" if called in kinds else called)


def _before_name(words: Sequence[str], subjects: Collection[Subject]) -> str:
    """What a question calls whom it names right after that: "the home Hill House"; "" for nothing."""
    _, start, _ = find_subject(words, subjects) or (None, 0, 0)
    return words[start - 1] if start and words[start - 1] in KINDS else ""


def _kind_within(question: str) -> str:
    """What a question calls whatever is at a place that it names, in small letters; "" for nothing."""
    called = _KIND_WITHIN.search(question)
    return called["kind"].casefold() if called else ""


def _ordered(query: Query) -> tuple[str, Order | None]:
    """A question in small letters without its times and the words for which judgement is meant, and which that is."""
    text = searchable(query.question)
    text, is_earlier = _EARLIER.subn(_READ, text)
    order, spans = find_order(text, (), query.plain)
    text = without(text, spans).casefold()
    for period in query.interpretation.periods:
        text = text.replace(period.text.casefold(), _READ, 1)
    return text, "previous" if is_earlier else order


def speaks_of_judging(question: str) -> bool:
    """Whether a question has a noun or a verb of judging."""
    return _NOUN.search(question) is not None or _VERB.search(question) is not None


def _is_asked(question: str, kind: AnswerType) -> bool:
    """Whether a question speaks of judging, and not of which things were judged so."""
    if _NOUN.search(question) or kind in ("date", "yes_no"):
        return True
    if kind == "rating" and not _VERB.search(question):
        return True
    return _VERB.search(question) is not None and not _THINGS.search(question)


def _times(query: Query) -> tuple[int | None, int | None] | None:
    """The days that a question asks about, as ordinals; None where it names several times, or one that is open.

    What was so since 2018 may be several judgements; what was so before 2018 is one, and so is what was until then.
    """
    periods = query.interpretation.periods
    if not periods:
        return None, None
    bound = next((BOUNDS[word] for word in BOUNDS if periods[0].text.casefold().startswith(f"{word} ")), "before")
    if bound == "until" and len(periods) == 1 and _STAYED.search(query.question):
        return None, find_times(periods[0].text, ALL_YEARS)[0].days()[0].toordinal() - 1
    if len(periods) > 1 or periods[0].last is None or bound != "before":
        return None
    first = periods[0].first
    return first.toordinal() if first else None, periods[0].last.toordinal()


def _beside(text: str, scales: Sequence[Scale]) -> tuple[str, str, frozenset[tuple[str, str]]]:
    """A text without a grade that tells beside which other one the grade stands that is asked for.

    Returns:
        The text, on which side of that grade, and what it means; "" and nothing where none tells so.
    """
    for side, words in _TABLE["beside"].items():
        for match in re.finditer(rf"\b{alternatives(words)}\b", text):
            rest, grades = taken(text[match.end() :], grades_worded(scales))
            if len(grades) == 1:
                return f"{text[: match.start()]}{_READ}{rest}", side, grades[0]
    return text, "", frozenset()


def without(question: str, spans: Iterable[Span]) -> str:
    """A question with a break in place of some of its words."""
    for start, end in sorted(spans, reverse=True):
        question = question[:start] + _READ + question[end:]
    return question


def taken(text: str, worded: Iterable[tuple[str, str, Sequence[str]]]) -> tuple[str, list[frozenset[tuple[str, str]]]]:
    """A text without the wordings of some keys, the longest first, and what each that stood there means.

    Args:
        text: in small letters.
        worded: scales, keys and their wordings.
    """
    meanings: dict[str, set[tuple[str, str]]] = {}
    for scale, key, wordings in worded:
        for wording in wordings:
            meanings.setdefault(wording.casefold(), set()).add((scale, key))
    if not meanings:
        return text, []
    pattern = _worded(tuple(meanings))
    found = [frozenset(meanings[" ".join(match[0].split())]) for match in pattern.finditer(text)]
    return pattern.sub(_READ, text), found


@lru_cache(maxsize=QUESTIONS_KEPT)
def _worded(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of some wordings, the longest first."""
    return re.compile(rf"(?<![\w-]){alternatives(wordings)}(?![\w-])")


def grades_worded(scales: Iterable[Scale]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """The wordings of the grades of some scales, as texts have them and as people say them."""
    for scale in scales:
        for grade in scale.grades:
            said = (words for word, others in _SPOKEN_GRADES.items() if word in grade.forms for words in others)
            yield scale.key, grade.key, (*grade.forms, *said)


def spoken(aspect: Aspect) -> list[str]:
    """What people say for an aspect beside the words that its scale has for it."""
    return [words for word, others in _SPOKEN.items() if word in aspect.words for words in others]


def named_parts(
    aspects: Iterable[frozenset[tuple[str, str]]], scales: Sequence[Scale]
) -> set[frozenset[tuple[str, str]]]:
    """What is judged by the words of a question, without the whole of it where a part is named beside it."""
    whole = {(scale.key, scale.aspects[0].key) for scale in scales}
    return {keys for keys in aspects if not keys <= whole}


def words_of(text: str) -> list[str]:
    """The words of a text as names are compared, with "" for each break."""
    lines = [[bare(word) for word in WORD.findall(line)] for line in text.split(_READ)]
    return [word for line in lines for word in (*line, "")]
