"""Names of those who are judged, and whether two are of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpus.labels import shipped_labels
from corpus.language.folding import searchable
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.shape import is_name, names_inspector

_WORDS = load("judgements")["wording"]
_BODIES = alternatives(_WORDS["bodies"]).replace("'", "['’]")
_NAMED_CHARS = 6000
_TITLE_NAME = r"(?P<name>[A-Z][\w'’.&-]*(?:\s+(?:of|and|the|on|upon|at|&|[A-Z][\w'’.&-]*)){0,7})"
_WHERE = r"(?:,(?:\s+[A-Z][\w'’-]*){1,4})?"
"""Where it is, which is no part of its name: "Larch House, Wick"."""
_REPORT_TITLE = re.compile(rf"{_TITLE_NAME}{_WHERE}\s*(?:[:|–—-]\s*|\s+)(?i:{alternatives(_WORDS['report_titles'])})")
_TITLE_OF_REPORT = re.compile(
    rf"(?i:{alternatives(_WORDS['report_titles'])})(?:\s*[:|–—-]\s*|\s+(?:of|on|for)\s+){_TITLE_NAME}{_WHERE}"
)


@cache
def _body_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name before the words for what kind of body it is, and one after them: "children's services in York"."""
    names = shipped_labels().names
    return (
        re.compile(rf"\b{names.within}(?:['’]s)?\s+{_BODIES}(?!\w)"),
        re.compile(rf"\b{_BODIES}\s+in\s+{names.last}(?![\w-])"),
    )


def bare_name(words: str) -> str:
    """A name without the words for what kind of body it is, as it would be a label; "" where nothing is left."""
    return shipped_labels().names.bare(words.removesuffix("'s").removesuffix("’s"))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, or one of them is the beginning of the other: "Hammersmith" is.

    "Northamptonshire" is not "North Northamptonshire".
    """
    short, long = sorted((f"{searchable(name).casefold()} " for name in (one, other)), key=len)
    return bool(short.strip()) and long.startswith(short)


def named_with(words: Iterable[str], text: str) -> str:
    """The first name in a text that ends with one of some words: "Moor Lane Primary School"; "" where there is none.

    Whoever inspects is none that is judged: "Care Quality Commission. Care home".
    """
    named = re.finditer(rf"\b(?:[A-Z][\w'’.-]*\s+){{1,6}}?(?=[A-Z])(?i:{alternatives(words)})\b", text)
    return next((name for one in named if not names_inspector(name := " ".join(one[0].split()))), "")


def named_in_title(title: str) -> str:
    """Whose report a title says it is: "Moor House: inspection report", and the other way; "" for none."""
    named = _REPORT_TITLE.fullmatch(title) or _TITLE_OF_REPORT.fullmatch(title)
    return " ".join(named["name"].split()) if named else ""


def named_alone(title: str) -> str:
    """Whom a title names and nothing else: "Moor House", but no "Inspection Report"; "" where it says more."""
    is_report = re.search(rf"\b(?i:{alternatives([*_WORDS['report_titles'], 'report', 'reports'])})\b", title)
    return title if is_name(title) and not is_report else ""


def only_body(text: str) -> str:
    """The one council or the like that a text names near its beginning; "" where there is none, or several."""
    names = set(bodies(text[:_NAMED_CHARS]))
    return names.pop() if len(names) == 1 else ""


def bodies(text: str) -> list[str]:
    """The names of the councils and the like that a text names, in its order."""
    found = sorted((match.start("name"), match["name"]) for each in _body_patterns() for match in each.finditer(text))
    return [name for name in (bare_name(words) for _, words in found) if name]
