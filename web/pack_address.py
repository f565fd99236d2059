"""The address of an evidence pack: questions, each followed by what limited it and what was chosen for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from pydantic import ValidationError

from corpus.language.wording import day_in_words
from qa.citing.pack import PASSAGES_MAX, QUESTIONS_MAX, Asked, Chosen, NotChosen, read_chosen
from qa.request import AskRequest
from web.field_errors import FieldError
from web.request_models import RequestSchema

ITEM, DAY, NEXT = "item", "on", "ask"
"""What was chosen, the day on which a question was asked, and a question of which something is to be added."""
ORDER, PAGE, ROWS = "order", "page", "rows"
"""How what was found was looked through when something was chosen, which is no matter of the pack."""
KEPT = "kept"
"""What was chosen for questions before, as the address of a pack."""


class WrongPack(ValueError):
    """The address of a pack is none.

    Args:
        errors: what is wrong, a field each.
    """

    def __init__(self, *errors: FieldError) -> None:
        super().__init__(" ".join(error.message for error in errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Part:
    """A question of a pack.

    Attributes:
        request: the question and what limited it.
        day: on which it was asked; None where the address does not say.
        chosen: of what it found.
    """

    request: AskRequest
    day: date | None
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class PackAddress:
    """What the address of a pack says.

    Attributes:
        parts: the questions.
        next: the question of which something is to be added; "" for none.
        unticked: the last question, where nothing of what it found was chosen, so that it may be; None for none.
    """

    parts: tuple[Part, ...]
    next: str = ""
    unticked: AskRequest | None = None

    def pairs(self, schema: RequestSchema) -> list[tuple[str, str]]:
        """The names and values of the address, in its order."""
        found: list[tuple[str, str]] = []
        for part in self.parts:
            found += [("q", part.request.question), *schema.form_fields(part.request)]
            found += [(DAY, part.day.isoformat())] if part.day else []
            found += [(ITEM, str(chosen)) for chosen in part.chosen]
        return found

    def to(self, schema: RequestSchema, suffix: str = "") -> str:
        """The address; with ".csv" or ".docx" that of the file."""
        return f"/pack{suffix}?{urlencode(self.pairs(schema))}"

    @property
    def count(self) -> int:
        """How much was chosen in all."""
        return sum(len(part.chosen) for part in self.parts)

    def swapped(self, number: int, one: Chosen, other: Chosen) -> PackAddress:
        """The same with two things that were chosen for the question of a number, from 0, in each other's place."""
        part, places = self.parts[number], {one: other, other: one}
        changed = replace(part, chosen=tuple(places.get(each, each) for each in part.chosen))
        return PackAddress((*self.parts[:number], changed, *self.parts[number + 1 :]))

    def without(self, number: int, chosen: Chosen) -> PackAddress:
        """The same without something that was chosen for the question of a number, from 0."""
        part = self.parts[number]
        left = Part(part.request, part.day, tuple(each for each in part.chosen if each != chosen))
        parts = (*self.parts[:number], *([left] if left.chosen else []), *self.parts[number + 1 :])
        return PackAddress(parts)


def read_address(pairs: Iterable[tuple[str, str]], schema: RequestSchema, today: date) -> PackAddress:
    """What the address of a pack says.

    Args:
        pairs: its names and values, in their order.
        schema: what a request may hold.
        today: no question was asked later.

    Raises:
        WrongPack: with sentences on what is wrong.
    """
    asked: list[list[tuple[str, str]]] = []
    following = ""
    for name, value in _flat(pairs):
        if name == NEXT:
            following = value.strip()
        elif name in (ORDER, PAGE, ROWS):
            continue
        elif name == "q":
            asked.append([(name, value)])
        elif not asked:
            raise _wrong(name, f"The address has {name[:200]!r} before any question 'q'.", "a question 'q' comes first")
        else:
            asked[-1].append((name, value))
    given = [_part(own, schema, today) for own in asked]
    parts = _joined(given)
    chosen = sum(len(part.chosen) for part in parts)
    if len(parts) > QUESTIONS_MAX or chosen > PASSAGES_MAX:
        raise _wrong(
            ITEM,
            f"The pack has {len(parts)} questions and {chosen} passages; it may have {QUESTIONS_MAX} and "
            f"{PASSAGES_MAX}. Make two packs of it.",
            f"at most {PASSAGES_MAX} passages",
        )
    unticked = given[-1].request if given and not given[-1].chosen and not following else None
    return PackAddress(parts, following, unticked)


def read_kept(value: str, schema: RequestSchema, today: date) -> PackAddress:
    """What was chosen for questions before; nothing where an address says nothing that can be read.

    Args:
        value: what it says.
        schema: what a request may hold.
        today: no question was asked later.
    """
    try:
        return read_address(parse_qsl(value), schema, today)
    except WrongPack:
        return PackAddress(())


def _flat(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names and values of an address, with those of questions before in place of what holds them."""
    for name, value in pairs:
        if name == KEPT:
            yield from ((inner, said) for inner, said in parse_qsl(value) if inner != KEPT)
        else:
            yield name, value


def asked_of(part: Part, schema: RequestSchema, today: date) -> Asked:
    """A question of a pack as the pack tells it; what limited it is told by the names that people have for it."""
    filters = []
    for field in schema.coming("form"):
        value = getattr(part.request.filters, field.name) if field.is_filter else None
        if value:
            values = value if field.type.repeats else [value]
            filters.append(f"{field.told}: {', '.join(map(_in_words, values))}")
    return Asked(part.request.question, tuple(filters), part.day or today, part.chosen)


def _in_words(value: object) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value)


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Questions, one that was asked again together with the first; those of which nothing was chosen are left out."""
    found: dict[tuple[AskRequest, date | None], tuple[Chosen, ...]] = {}
    for part in parts:
        key = part.request, part.day
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *part.chosen)))
    return tuple(Part(request, day, chosen) for (request, day), chosen in found.items() if chosen)


def _part(pairs: Iterable[tuple[str, str]], schema: RequestSchema, today: date) -> Part:
    known = {field.parameter: field for field in schema.coming("form")}
    given: dict[str, Any] = {}
    chosen: list[Chosen] = []
    day = None
    for name, value in pairs:
        if name == ITEM:
            chosen.append(_chosen(value))
        elif name == DAY:
            day = _day(value, today)
        elif name not in known:
            rule = ", ".join((*known, DAY, ITEM, NEXT))
            raise _wrong(name, f"There is no field {name[:200]!r} in a pack; the fields are {rule}.", rule)
        elif known[name].type.repeats:
            given.setdefault(name, []).append(value)
        elif value:
            given[name] = value
    try:
        return Part(schema.request(schema.models["form"].model_validate(given)), day, tuple(chosen))
    except ValidationError as invalid:
        faults = [schema.fault(error) for error in invalid.errors()]
        raise WrongPack(*(FieldError(name, message, schema.allowed.get(name)) for name, message in faults)) from None


def _chosen(written: str) -> Chosen:
    try:
        return read_chosen(written)
    except NotChosen as error:
        raise _wrong(ITEM, str(error), "the id of a passage") from None


def _day(written: str, today: date) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = date.max
    if day > today:
        rule = "a day such as 2022-07-31, today at the latest"
        raise _wrong(DAY, f"{DAY!r} must be {rule}.", rule)
    return day


def _wrong(field: str, message: str, rule: str) -> WrongPack:
    return WrongPack(FieldError(field[:200], message, rule))
