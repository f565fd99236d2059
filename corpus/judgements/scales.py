"""Scales by which something is judged: the shipped ones of `en/judgements.toml`, and those of a user."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from corpus.errors import ChapterError
from corpus.language.vocabulary import any_of

SHIPPED: Final = Path(__file__).parent.parent / "language" / "en" / "judgements.toml"
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_FLAGS: Final = ("whole", "of_authorities")
_SCALE_KEYS: Final = (
    "key",
    "name",
    "source",
    "about",
    "signs",
    "judges",
    "leads",
    "grades",
    *_FLAGS,
    "aspects",
    "visits",
)
_GRADE_KEYS: Final = ("key", "name", "forms")
_VISIT_KEYS: Final = ("key", "name", "words")
_ASPECT_KEYS: Final = ("key", "name", "words", "covers", "signs")


class ScalesError(ChapterError):
    """A file of scales cannot be used; the message names the key, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of a scale.

    Attributes:
        key, name: a short name for programs, and what it is called.
        forms: how texts inflect it.
    """

    key: str
    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that is judged by a scale.

    Attributes:
        key, name: a short name for programs, and what it is called.
        words: for it.
        covers: keys of the other aspects that it judges, too.
        signs: words in the title of a report on it alone.
    """

    key: str
    name: str
    words: tuple[str, ...]
    covers: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitKind:
    """A kind of visit that a body makes.

    Attributes:
        key, name: a short name for programs, and what it is called.
        words: for it, one visit and several.
    """

    key: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale by which a body judges what it inspects; see the head of the shipped file.

    Attributes:
        key, name: a short name for programs, and what it is called.
        grades: from best to worst.
        aspects: what is judged; the first is all of it.
        about: words for all that is judged.
        signs: words in the first lines of a report by it.
        judges: who judge by it and by no other scale.
        leads: words that may stand before those for an aspect.
        whole: whether its grades are whole predicates.
        of_authorities: whether authorities are judged by it, which documents are labelled with.
        visits: the kinds of visits, that of its reports first.
    """

    key: str
    name: str
    grades: tuple[Grade, ...]
    aspects: tuple[Aspect, ...]
    about: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    judges: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    whole: bool = False
    of_authorities: bool = False
    visits: tuple[VisitKind, ...] = ()

    @property
    def overall(self) -> Aspect:
        """All that is judged by it."""
        return self.aspects[0]

    @property
    def all_signs(self) -> tuple[str, ...]:
        """Words in the first lines of a report by it, on all that it judges or a part."""
        return (*self.signs, *(words for aspect in self.aspects for words in aspect.signs))

    def part(self, title: str) -> Aspect | None:
        """What a report is on alone by its title; None where that says nothing of it, or names all that is judged."""
        small = plain(title)
        if any(words in small for words in self.signs):
            return None
        return next((each for each in self.aspects if any(words in small for words in each.signs)), None)

    def grade(self, key: str) -> Grade:
        """The grade with a key."""
        return next(grade for grade in self.grades if grade.key == key)

    def aspect(self, key: str) -> Aspect:
        """The aspect with a key."""
        return next(aspect for aspect in self.aspects if aspect.key == key)

    def visit(self, key: str) -> VisitKind:
        """The kind of visit with a key."""
        return next(kind for kind in self.visits if kind.key == key)


Aspects = tuple[tuple[Scale, Aspect], ...]
"""What some words name, each with the scale by which it is judged."""
Grades = tuple[tuple[Scale, Grade], ...]


@dataclass(frozen=True, eq=False)
class Scales:
    """Scales, and what words name of them.

    Attributes:
        scales: by their keys.
        content: the tables that they were read from, as TOML, those of a user after the shipped ones.
    """

    scales: Mapping[str, Scale]
    content: tuple[str, ...] = field(repr=False)

    def __getitem__(self, key: str) -> Scale:
        return self.scales[key]

    def __iter__(self) -> Iterator[Scale]:
        return iter(self.scales.values())

    def __reduce__(self) -> tuple[Callable[[tuple[str, ...]], Scales], tuple[tuple[str, ...]]]:
        return scales_of, (self.content,)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all that is in it."""
        return hashlib.sha256("\0".join(self.content).encode()).hexdigest()

    @cached_property
    def _by_words(self) -> dict[str, Aspects]:
        named: dict[str, Aspects] = {}
        for scale in self:
            for aspect in scale.aspects:
                for words in aspect.words:
                    named[plain(words)] = (*named.get(plain(words), ()), (scale, aspect))
        return named

    @cached_property
    def _by_form(self) -> dict[str, Grades]:
        named: dict[str, Grades] = {}
        for scale in self:
            for grade in scale.grades:
                for form in grade.forms:
                    named[plain(form)] = (*named.get(plain(form), ()), (scale, grade))
        return named

    @cached_property
    def aspect_words(self) -> str:
        """A pattern for the words for aspects, in small letters."""
        return any_of(map(written, self._by_words))

    @cached_property
    def _aspect_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){self.aspect_words}(?![\w-])")

    @cached_property
    def grade_words(self) -> str:
        """A pattern for the forms of grades, in small letters."""
        return any_of(map(written, self._by_form))

    @cached_property
    def _grade_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){self.grade_words}(?![\w-])")

    @cached_property
    def lead_words(self) -> str:
        """A pattern for what may stand before the words for an aspect, in small letters."""
        return any_of(written(plain(lead)) for scale in self for lead in scale.leads)

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return re.compile(rf"{self.lead_words}\s+")

    def aspects_called(self, label: str) -> Aspects:
        """The aspects that a label names and nothing else, such as "2.1 Adoption performance"; () where it is none."""
        bare = plain(_NUMBER.sub("", _NOTE_SIGN.sub("", label.strip())))
        while bare not in self._by_words and (lead := self._lead.match(bare)):
            bare = bare[lead.end() :]
        return self._by_words.get(bare, ())

    def aspects_named(self, text: str) -> Aspects:
        """The aspects that a text names, those with the most words first."""
        found = {plain(match.group()) for match in self._aspect_pattern.finditer(_small(text))}
        return tuple(each for words in sorted(found, key=len, reverse=True) for each in self._by_words[words])

    def grades_called(self, words: str) -> Grades:
        """The grades that words are a form of, and nothing else but its number: "Grade 4 (inadequate)"."""
        return self._by_form.get(plain(_GRADE_NUMBER.sub("", plain(words)).strip(" ()[]")), ())

    def grades_named(self, text: str) -> Grades:
        """The grades that a text names, in its order."""
        return tuple(
            each for match in self._grade_pattern.finditer(_small(text)) for each in self._by_form[plain(match.group())]
        )

    def grades_alone(self, text: str) -> list[Grades]:
        """The grades that a text consists of, one after the other; none where it holds anything else."""
        small = _small(text)
        if self._grade_pattern.sub("", small).strip():
            return []
        return [self._by_form[plain(match.group())] for match in self._grade_pattern.finditer(small)]

    def about(self, text: str) -> tuple[Scale, ...]:
        """The scales whose subject matter a text names, that with the longest words first."""
        small = plain(text)
        found = [(max((len(words) for words in each.about if words in small), default=0), each) for each in self]
        return tuple(each for length, each in sorted(found, key=lambda one: -one[0]) if length)

    def are_all(self, text: str) -> bool:
        """Whether a text names all that a scale judges by the names of several parts."""
        small = plain(text)
        several = (words for scale in self for words in scale.about if len(self.aspects_named(words)) > 1)
        return any(words in small for words in several)

    def judged_by(self, text: str) -> tuple[Scale, ...]:
        """The scales of those whom a text names, where they judge by no other."""
        small = plain(text)
        return tuple(each for each in self if any(re.search(rf"\b{written(name)}\b", small) for name in each.judges))

    def visiting(self, title: str) -> Scale | None:
        """The scale of authorities one of whose kinds of visit a title names: "Monitoring visit to Wick Council"."""
        small = plain(title)
        own = (each for each in self if each.of_authorities)
        return next(
            (each for each in own if any(word in small for kind in each.visits[1:] for word in kind.words)), None
        )

    def signed(self, text: str) -> Scale | None:
        """The scale by which a document is a report, by its first lines; None where these do not say."""
        small = plain(text)
        return next((each for each in self if any(words in small for words in each.all_signs)), None)


_NUMBER = re.compile(r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.):])\s+(?=\S)|[•◼▪●–—-]\s*)", re.I)
_GRADE_NUMBER = re.compile(r"^grade\s*\d\s*[:(–—-]|[\s(:,–—-]grade\s*\d\)?$")
_NOTE_SIGN = re.compile(r"[\s.:*?†‡¹²³⁴⁵⁶⁷⁸⁹]+$|(?<=[a-z])\d{1,2}$")
_EDGES = " .:;,*●“”‘’\"'¹²³⁴⁵⁶⁷⁸⁹"


def plain(words: str) -> str:
    """Words as those of scales are compared: in small letters, on one line, without signs around them."""
    return " ".join(words.lower().replace("’", "'").split()).strip(_EDGES)


def _small(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def written(words: str) -> str:
    """A pattern for plain words as texts write them."""
    return re.escape(words).replace("\\ ", r"\s+").replace("'", "['’]")


@cache
def shipped_scales() -> Scales:
    """The scales that come with the program."""
    return scales_of((SHIPPED.read_text("utf-8"),))


def read_scales(path: Path | None) -> Scales:
    """The shipped scales with those of a user; those alone where there is no file.

    Args:
        path: of a file with tables [[scales]] in the form of the shipped one, or None.

    Raises:
        ScalesError: it cannot be read, or one of its values is not allowed; the message names it.
    """
    shipped = shipped_scales()
    if path is None:
        return shipped
    try:
        return scales_of((*shipped.content, path.read_text("utf-8")), str(path))
    except OSError as error:
        raise ScalesError(
            f"The scales {path} cannot be read: {error.strerror}. Let QA_SCALES name a .toml file."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ScalesError(f"The scales {path} are not valid TOML: {error}.") from None


@lru_cache(maxsize=8)
def scales_of(content: tuple[str, ...], last: str = "") -> Scales:
    """Scales from tables in TOML; one of a later table takes the place of one with its key.

    Args:
        content: of each file.
        last: what the last of them is called in messages.
    """
    scales: dict[str, Scale] = {}
    for written in content:
        tables = tomllib.loads(written).get("scales", [])
        if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
            raise ScalesError(f"The scales {last} have no table; write [[scales]] above each of them.")
        for place, table in enumerate(tables, start=1):
            made = _scale(table, f"In the scales {last}, scale {place}")
            scales[made.key] = made
    return Scales(scales, content)


def _scale(table: Mapping[str, Any], where: str) -> Scale:
    _known(table, _SCALE_KEYS, where)
    made = Scale(
        key=_key(table, where),
        name=_text(table, "name", where),
        grades=tuple(_grade(each, f"{where}, grades") for each in _tables(table, "grades", where)),
        aspects=tuple(_aspect(each, f"{where}, aspects") for each in _tables(table, "aspects", where)),
        about=_texts(table, "about", where),
        signs=_texts(table, "signs", where),
        judges=_texts(table, "judges", where),
        leads=_texts(table, "leads", where),
        whole=table.get("whole") is True,
        of_authorities=table.get("of_authorities") is True,
        visits=tuple(_visit(each, f"{where}, visits") for each in _tables(table, "visits", where))
        if "visits" in table
        else (),
    )
    aspects = {aspect.key for aspect in made.aspects}
    for aspect in made.aspects:
        if strange := aspects.union(aspect.covers) - aspects:
            raise ScalesError(f"{where}: {aspect.key!r} covers {sorted(strange)}, which it has no aspects of.")
    return made


def _grade(table: Mapping[str, Any], where: str) -> Grade:
    _known(table, _GRADE_KEYS, where)
    return Grade(_key(table, where), _text(table, "name", where), _some(table, "forms", where))


def _aspect(table: Mapping[str, Any], where: str) -> Aspect:
    _known(table, _ASPECT_KEYS, where)
    covers, signs = (tuple(map(str, table.get(key, ()))) for key in ("covers", "signs"))
    return Aspect(_key(table, where), _text(table, "name", where), _some(table, "words", where), covers, signs)


def _visit(table: Mapping[str, Any], where: str) -> VisitKind:
    _known(table, _VISIT_KEYS, where)
    return VisitKind(_key(table, where), _text(table, "name", where), _some(table, "words", where))


def _known(table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    if unknown := [key for key in table if key not in keys]:
        raise ScalesError(f"{where} has a key {unknown[0]!r}; allowed are {', '.join(keys)}.")


def _key(table: Mapping[str, Any], where: str) -> str:
    key = table.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise ScalesError(f"{where}: key is {key!r}; give a short name in small letters, such as well_led.")
    return key


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ScalesError(f"{where}: {key} is {value!r}; give a text.")
    return value


def _texts(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and plain(value) for value in values):
        raise ScalesError(f"{where}: {key} is {values!r}; give a list of texts in square brackets.")
    return tuple(map(plain, values))


def _some(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = _texts(table, key, where)
    if not values:
        raise ScalesError(f"{where}: {key} is empty; give at least one text.")
    return values


def _tables(table: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    values = table.get(key)
    if not isinstance(values, list) or not values or not all(isinstance(value, dict) for value in values):
        raise ScalesError(f"{where}: {key} is {values!r}; give at least one table of it.")
    return values
