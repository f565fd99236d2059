"""Imprint questions: what is asked of a paper itself, and the line of its first or last ones that tells it.

"When was the leave policy last reviewed?", "Who owns the fire plan?", "What version is the handbook?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

from corpus.language.kinds import Span
from corpus.language.times.dates import times
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

Wanted = Literal["day", "who", "often", "version"]
Form = tuple[str, Wanted, Sequence[str]]
"""A pattern for a question, what it asks, and the labels beside which that is told."""

_TABLE: Final[dict[str, Any]] = load("imprint_questions")
_DEEDS, _ROLES = _TABLE["deeds"], _TABLE["roles"]
_PAPERS: Final = frozenset(stem for word in _TABLE["papers"] for stem in stems(word))
_PLAIN: Final = frozenset(stem for word in _TABLE["plain"] for stem in stems(word))
_CHANGES: Final = ("reviewed", "updated")
_REVIEWED: Final = tuple(label for deed in (*_CHANGES, "due") for label in _DEEDS[deed]["labels"])
_REVIEWING: Final = frozenset(
    stems(" ".join(["date", *(verb.split()[0] for deed in _CHANGES for verb in _DEEDS[deed]["verbs"])]))
)
_MOST_VALUE: Final = 90
"""What stands beside a label and has more characters is no value of it but a sentence."""
_PAPER: Final = r"(?P<paper>\w[^?.!]{2,99}?)"
_BESIDE: Final = rf"(?:{alternatives(_TABLE['beside'])}\s+)*"
_WHEN: Final = (
    r"^\W*(?:and\s+)?(?:when|(?:on|in)\s+(?:what|which)\s+(?:date|day|month|year)|what\s+(?:date|day|month|year))\s+"
)
_NOT_AGAIN: Final = rf"(?:\s+{alternatives(_TABLE['beside'])})*\W*$"
_FREQUENCY = re.compile(
    r"\b(?:every|each|once|annual\w*|yearly|monthly|weekly|quarterly|termly|months?|years?)\b", re.I
)
_BEFORE_DAY = re.compile(r"[\s,:(–—-]*(?:\b(?:on|in)\s*)?$")
_ELSEWHERE = re.compile(rf"\b{alternatives(_TABLE['elsewhere'])}\b", re.I)
_COLUMN = re.compile(rf"\W*{alternatives(_TABLE['columns'])}\W*", re.I)
_APART = re.compile(r"\n|\s*\|\s*|\s{3,}|\s*[;•·]\s*|\.\s+(?=[A-Z])")
_LABEL_END: Final = r"(?P<end>\s*[:|–—-]\s*|\s+(?:(?:on|in|is|was)\s+)?)"


@dataclass(frozen=True, slots=True)
class ImprintAsked:
    """What a question asks of a paper.

    Attributes:
        paper: stems of what the paper is called, without words for any paper.
        wanted: what is told of it: a day, who did something, how often, or which version it is.
        labels: beside which the paper tells that.
    """

    paper: frozenset[str]
    wanted: Wanted
    labels: tuple[str, ...]


def read_imprint_question(question: str) -> ImprintAsked | None:
    """What a question asks of a paper itself: a day, who did something with it, its version; None for other questions.

    Args:
        question: such as "When was the leave policy last reviewed?".
    """
    for pattern, wanted, labels in _questions():
        if found := pattern.search(question):
            said = stems(found["paper"])
            paper = frozenset(said) - _PAPERS - _PLAIN
            return ImprintAsked(paper, wanted, labels) if paper and not _PAPERS.isdisjoint(said) else None
    return None


def is_all_of_title(asked: ImprintAsked, title: str) -> bool:
    """Whether what a question calls a paper is all of its title, but for words for any paper, numbers and the like."""
    return {stem for stem in stems(title) if not stem.isdigit()} - _PAPERS - _PLAIN <= asked.paper


def value_told(line: str, asked: ImprintAsked) -> Span | None:
    """Where a line tells what is asked of its paper; None where it does not.

    Args:
        line: one of the paper's, or some of its lines that stand together.
        asked: what is asked.

    Returns:
        Half-open offsets of the value: the day of "Approved by Full Council on 3 May 2024" where that is wanted.
    """
    for start, end in _parts(line):
        label = _led_by(asked.labels).match(line, start, end)
        value = _value(line, (label.end(), end), asked.wanted) if label else None
        if value:
            return value
    return None


def is_of_imprint(line: str) -> bool:
    """Whether a line begins with a label beside which a paper tells something of itself, such as "Last reviewed"."""
    return _led_by(_ALL_LABELS).match(line) is not None


def is_only_of_paper(question: str, lead: str) -> bool:
    """Whether the day behind some words is that of a paper's review or change, which a question does not ask for.

    Args:
        question: such as "When were the bins last replaced?".
        lead: what stands in the line before the day, such as "Last reviewed: ".
    """
    return _led_by(_REVIEWED).fullmatch(lead) is not None and _REVIEWING.isdisjoint(stems(question))


def is_label(words: str) -> bool:
    """Whether words are no more than a label beside which a paper tells something of itself: "last_reviewed"."""
    return _led_by(_ALL_LABELS, whole=True).fullmatch(words) is not None


def _parts(line: str) -> Iterator[Span]:
    """Where the parts of a line stand, and of a row each cell with the one that follows."""
    bounds = [0, *(place for match in _APART.finditer(line) for place in match.span()), len(line)]
    spans = list(zip(bounds[::2], bounds[1::2], strict=True))
    for place, (start, end) in enumerate(spans):
        is_led = is_label(line[start:end]) and place + 1 < len(spans)
        yield (start, spans[place + 1][1] if is_led else end)


def _value(line: str, rest: Span, wanted: Wanted) -> Span | None:
    """What of the rest of a part is the value that is wanted."""
    start, end = rest
    said = line[start:end].rstrip(" .;|*_")
    if not said or len(said) > _MOST_VALUE:
        return None
    days = times(said)
    before = said[: days[0].start] if days else said
    if wanted == "day":
        is_own = days and not _ELSEWHERE.search(before) and not _FREQUENCY.search(before)
        return (start + days[0].start, start + days[0].end) if is_own else None
    if wanted == "often":
        return (start, start + len(said)) if _FREQUENCY.search(said) and not days else None
    name = _BEFORE_DAY.sub("", before, count=1) if days else before
    is_value = any(char.isdigit() for char in name) if wanted == "version" else any(map(str.isalnum, name))
    heads = _COLUMN.fullmatch(name) or is_label(name)
    return (start, start + len(name)) if is_value and not heads else None


@lru_cache(maxsize=64)
def _led_by(labels: Sequence[str], *, whole: bool = False) -> re.Pattern[str]:
    """A pattern for what begins with one of some labels, or is one."""
    first = alternatives([*load("metadata")["updated"]["first_words"], *_TABLE["papers"]])
    led = rf"[\W_]{{0,4}}(?:{first}\s+(?:(?:was|is|has\s+been)\s+)?)?{alternatives(labels)}".replace(r"\s+", r"[\s_-]*")
    return re.compile(rf"{led}\W*" if whole else rf"{led}(?![\w'’]){_LABEL_END}", re.I)


@lru_cache(maxsize=1)
def _questions() -> tuple[tuple[re.Pattern[str], Wanted, tuple[str, ...]], ...]:
    """How papers are asked about: a pattern, what is wanted, and the labels that tell it."""
    made = [*_of_days(), *_of_roles(), *_of_rest(), *_by_label("day", _DEEDS), *_by_label("who", _ROLES)]
    return tuple((re.compile(pattern, re.I), wanted, tuple(labels)) for pattern, wanted, labels in made)


def _of_days() -> Iterator[Form]:
    """When was it reviewed, when is it due."""
    for deed in _DEEDS.values():
        if verbs := deed.get("verbs"):
            done = rf"(?:was|were)\s+{_PAPER}\s+{_BESIDE}{alternatives(verbs)}{_NOT_AGAIN}"
        else:
            done = rf"(?:is|are|will|does|do)\s+{_PAPER}\s+{alternatives(_TABLE['due'])}{_NOT_AGAIN}"
        yield rf"{_WHEN}{done}", "day", deed["labels"]


def _of_roles() -> Iterator[Form]:
    """Who approved it, who is its owner."""
    for role in _ROLES.values():
        verbs, nouns = alternatives(role["verbs"]), alternatives(role["nouns"])
        yield rf"^\W*who\s+(?:ha[sd]\s+|have\s+)?{_BESIDE}{verbs}\s+{_PAPER}\W*$", "who", role["labels"]
        yield rf"^\W*who(?:['’]s|\s+is|\s+was)\s+the\s+{nouns}\s+of\s+{_PAPER}\W*$", "who", role["labels"]


def _of_rest() -> Iterator[Form]:
    """Which version it is, how often it is reviewed."""
    version = rf"^\W*(?:what|which)\s+version\s+(?:is|of)\s+{_PAPER}(?:\s+(?:on|at|in|is\b.*))?\W*$"
    yield version, "version", _TABLE["version"]["labels"]
    often = rf"^\W*how\s+often\s+(?:is|are|does|do|must|should)\s+{_PAPER}\s+(?:(?:be|get)\s+)?"
    yield rf"{often}{alternatives(_TABLE['often']['verbs'])}\W*$", "often", _TABLE["often"]["labels"]


def _by_label(wanted: Wanted, group: Mapping[str, Any]) -> Iterator[Form]:
    """The review date of it; with the words of a label, as "leave policy review date"."""
    for one in group.values():
        label = alternatives(label for label in one["labels"] if " " in label)
        leads = r"^\W*(?:(?:what|when)(?:['’]s|\s+is)\s+)?(?:the\s+)?"
        yield rf"{leads}{label}\s+(?:of|for)\s+{_PAPER}(?:\s+due)?\W*$", wanted, one["labels"]
        yield rf"^\W*{_PAPER}\s+{label}\W*$", wanted, one["labels"]


_ALL_LABELS: Final = tuple(
    label
    for group in (*_DEEDS.values(), *_ROLES.values(), _TABLE["version"], _TABLE["often"])
    for label in group["labels"]
)
