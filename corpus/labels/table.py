"""The table that says how documents are labelled: the shipped one, and that of a user, which is tried before it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args

from corpus.errors import ChapterError
from corpus.labels.names import NameForm

Place = Literal["title", "line", "start", "opening", "ending"]
"""Where words must stand; the head of the shipped table says what each means."""

SHIPPED: Final = Path(__file__).parent.parent / "language" / "en" / "labels.toml"
YEAR: Final = "year"
"""The label that is worked out from a document's day."""
IN_FORCE: Final = "in force from"
"""The label of the day from which a document holds, by its first lines, as YYYY-MM-DD."""
IN_FORCE_UNTIL: Final = "in force until"
"""The label of the last day on which a document holds, in the same way."""
WORKED_OUT: Final = frozenset({YEAR, IN_FORCE, IN_FORCE_UNTIL})
"""The labels that no table gives."""
NAME: Final = "<name>"
WORDS: Final = "<words>"
_KEYS = ("label", "value", "in", "words", "patterns", "when")
_LABEL = re.compile(r"[a-z][a-z0-9 _-]{0,39}")


class LabelsError(ChapterError):
    """A table of labels cannot be used; the message names the key, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Gives a label to documents.

    Attributes:
        label: what is said.
        value: what it is called; NAME and WORDS stand for what is found.
        places: where one of the patterns must be found.
        patterns: of words.
        when: labels that the document must have, each with the values that will do.
    """

    label: str
    value: str
    places: tuple[Place, ...]
    patterns: tuple[re.Pattern[str], ...]
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LabelTable:
    """Rules that label documents.

    Attributes:
        rules: in the order in which they are tried; the first that fits gives its label.
        names: how proper names are found and cut.
        fingerprint: of all that is in it.
    """

    rules: tuple[Rule, ...]
    names: NameForm
    fingerprint: str


@cache
def shipped_labels() -> LabelTable:
    """The table that comes with the program."""
    content, table = _read(SHIPPED)
    names = NameForm.of(table.pop("names"))
    return LabelTable(_rules(SHIPPED, table, names), names, hashlib.sha256(content).hexdigest())


def read_labels(path: Path | None) -> LabelTable:
    """The table of a user with the shipped one after it; the shipped one alone where there is none.

    Args:
        path: of a file in the form of the shipped table, or None.

    Raises:
        LabelsError: it cannot be read, or one of its values is not allowed; the message names it.
    """
    shipped = shipped_labels()
    if path is None:
        return shipped
    content, table = _read(path)
    own = _rules(path, table, shipped.names)
    fingerprint = hashlib.sha256(content + shipped.fingerprint.encode()).hexdigest()
    return LabelTable(own + shipped.rules, shipped.names, fingerprint)


def _read(path: Path) -> tuple[bytes, dict[str, Any]]:
    try:
        content = path.read_bytes()
        return content, tomllib.loads(content.decode())
    except OSError as error:
        raise LabelsError(
            f"The table of labels {path} cannot be read: {error.strerror}. Let QA_LABELS name a .toml file."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LabelsError(f"The table of labels {path} is not valid TOML: {error}.") from None


def _rules(path: Path, table: dict[str, Any], names: NameForm) -> tuple[Rule, ...]:
    if unknown := [key for key in table if key != "rules"]:
        raise LabelsError(
            f"The table of labels {path} has a key {unknown[0]!r}; it may hold [[rules]] and nothing else."
        )
    rules = table.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        raise LabelsError(f"In the table of labels {path}, rules is {rules!r}; write [[rules]] above each of them.")
    return tuple(
        _rule(rule, f"In the table of labels {path}, rule {n}", names) for n, rule in enumerate(rules, start=1)
    )


def _rule(given: dict[str, object], where: str, names: NameForm) -> Rule:
    if unknown := [key for key in given if key not in _KEYS]:
        raise LabelsError(f"{where} has a key {unknown[0]!r}; allowed are {', '.join(_KEYS)}.")
    label, value = given.get("label"), given.get("value", NAME)
    if not isinstance(label, str) or not _LABEL.fullmatch(label) or label in WORKED_OUT:
        raise LabelsError(
            f"{where}: label is {label!r}; give a word in small letters, such as series. "
            f"{' and '.join(sorted(WORKED_OUT))} are worked out by themselves."
        )
    if not isinstance(value, str) or not value.strip():
        raise LabelsError(f"{where}: value is {value!r}; give a text, or leave it out for what {NAME} stands for.")
    patterns = (
        *(_words(words, names) for words in _texts(given, "words", where)),
        *(_pattern(pattern, where) for pattern in _texts(given, "patterns", where)),
    )
    if not patterns:
        raise LabelsError(f"{where} has neither words nor patterns; give it one of them.")
    if NAME in value and any("name" not in pattern.groupindex for pattern in patterns):
        raise LabelsError(f"{where}: value is {value!r}, but not all of its words and patterns have a {NAME}.")
    return Rule(label, value, _places(given, where), patterns, _when(given, where))


def _places(given: dict[str, object], where: str) -> tuple[Place, ...]:
    allowed = get_args(Place)
    places = _texts(given, "in", where) or ("title",)
    if wrong := [place for place in places if place not in allowed]:
        raise LabelsError(f"{where}: in is {wrong[0]!r}; allowed are {', '.join(allowed)}.")
    return cast(tuple[Place, ...], places)


def _when(given: dict[str, object], where: str) -> dict[str, tuple[str, ...]]:
    when = given.get("when", {})
    if not isinstance(when, dict):
        raise LabelsError(f'{where}: when is {when!r}; write it like {{ type = ["Minutes", "Agenda"] }}.')
    return {label: _texts(when, label, f"{where}, when") for label in when}


def _texts(given: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    """The one or several texts under a key; none where it is not there."""
    value = given.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise LabelsError(f"{where}: {key} is {value!r}; give a text, or a list of them in square brackets.")
    return tuple(texts)


def _words(words: str, names: NameForm) -> re.Pattern[str]:
    """The pattern of words in capitals or not, with white space and apostrophes of any kind."""
    first, *others = words.split(NAME, 1)
    pattern = _plain(first) + "".join((names.within if rest else names.last) + _plain(rest) for rest in others)
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.I)


def _plain(words: str) -> str:
    escaped = re.escape(" ".join(words.split())).replace("\\ ", r"\s+").replace("'", "['’]")
    before, after = (r"\s+" if words[at : at + 1 or None].isspace() else "" for at in (0, -1))
    return before + escaped + after if escaped else before or after


def _pattern(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise LabelsError(f"{where}: patterns has {pattern!r}, which is no regular expression: {error}.") from None
