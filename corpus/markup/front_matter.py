"""What stands before the text of a Markdown file: fields in YAML, TOML or JSON."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import yaml

from corpus.language.imprints import is_label
from corpus.language.vocabulary import load
from corpus.metadata import Given, clean_text, parse_date, web_address

_FENCED = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M
)
_FIELD = re.compile(r"(?P<name>[\w][\w .-]{0,60}?)(?::(?=[ \t]|$)|[ \t]*=)[ \t]*(?P<value>.*)")
_PART_OF_FIELD = re.compile(r"[ \t#-]|[\]})]")
_QUOTED = re.compile(r"([\"'])(.+?)\1")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
_NO_TEXT = "[{|>&*!"
_CHARS_LOOKED_AT = 200_000
_QUOTES = "[\"'{&"
_NAMES = load("web")["front_matter"]
_KNOWN = frozenset(name for names in _NAMES.values() for name in names)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields before a text.

    Attributes:
        fields: by their names.
        text: what follows them, or all where there are none.
        imprint: those that tell of the paper itself when it was reviewed, who owns it and the like, a line each, in
            their own words: "last_reviewed: 2024-11-20". Of JSON there are none, nor the day of publication, which
            every citation has.
        problems: sentences that say what of them could not be read.
    """

    fields: Mapping[str, object]
    text: str
    imprint: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)

    def given(self) -> Given:
        """What the fields state of the document; what gives no day goes to `problems`."""
        known = {_plain(name): value for name, value in self.fields.items()}
        publishers = (_name(known.get(name)) for name in _NAMES["source"])
        addresses = (web_address(known.get(name)) for name in _NAMES["url"])
        dated = self._day(known, _NAMES["dated"])
        return Given(
            titles=tuple(known.get(name) for name in _NAMES["title"]),
            source=next((name for name in publishers if name and not web_address(name)), None),
            url=next((address for address in addresses if address), None),
            published=self._day(known, _NAMES["published"]),
            dated=dated,
            dated_basis="front matter" if dated else None,
        )

    def _day(self, known: Mapping[str, object], names: Sequence[str]) -> date | None:
        for name in names:
            value = known.get(name)
            if (day := parse_date(value)) is not None:
                return day
            if isinstance(value, str) and value.strip() and any(char.isdigit() for char in value):
                self.problems.append(
                    f"Its front matter gives no day that can be read as “{name}”: “{value.strip()[:60]}”. "
                    "Write it as in 2023-07-04."
                )
        return None


def split_front_matter(text: str) -> FrontMatter:
    """Part the fields that stand before a text from it.

    A file that begins with a rule, and one whose first lines hold no fields, has none. Where fields break the rules of
    their format they are read line by line.

    Args:
        text: the whole file, decoded.
    """
    fenced = _FENCED.match(text)
    is_toml = fenced is not None and fenced["fence"] == "+++" and "=" in fenced["fields"]
    if fenced is not None and (is_toml or _looks_like_fields(fenced["fields"])):
        first_line = text.count("\n", 0, fenced.start("fields")) + 1
        kind = "TOML" if is_toml else "YAML"
        read = _toml if kind == "TOML" else _yaml
        fields, problem = read(fenced["fields"], first_line)
        imprint = tuple(_imprint(fenced["fields"]))
        if fields is not None:
            return FrontMatter(fields, text[fenced.end() :], imprint)
        advice = 'Put values with ":" in quotation marks.' if kind == "YAML" else "Put texts in quotation marks."
        said = f"Its front matter is not valid {kind}{problem}; it was read line by line. {advice}"
        return FrontMatter(_line_by_line(fenced["fields"]), text[fenced.end() :], imprint, [said])
    return _json(text) or FrontMatter({}, text)


def _looks_like_fields(written: str) -> bool:
    """Whether the lines between two fences are fields, and not text between two rules."""
    lines = written[:_CHARS_LOOKED_AT].split("\n")
    if not lines[0].strip():
        return not any(line.strip() for line in lines)
    begun = [line for line in lines if line.strip() and not _PART_OF_FIELD.match(line)]
    fields = [match for line in begun if (match := _FIELD.match(line))]
    if not fields or any(line[0] not in _QUOTES and not _FIELD.match(line) for line in begun):
        return False
    is_known = any(_plain(match["name"]) in _KNOWN for match in fields)
    return is_known or not any(" " in match["name"] or match["value"].rstrip().endswith(".") for match in fields)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _yaml(written: str, first_line: int) -> tuple[dict[str, object] | None, str]:
    try:
        fields = yaml.safe_load(written)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        return None, f" at line {line} ({error.problem or 'it cannot be parsed'})"
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, f" ({' '.join(str(error).split())[:150]})"
    return ({str(name): value for name, value in fields.items()}, "") if isinstance(fields, dict) else (None, "")


def _toml(written: str, first_line: int) -> tuple[dict[str, object] | None, str]:
    try:
        return tomllib.loads(written), ""
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = re.sub(r"at line (\d+)", lambda match: f"at line {int(match[1]) + first_line - 1}", str(error))
        return None, f" ({said[:150]})"


def _json(text: str) -> FrontMatter | None:
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "{":
        return None
    try:
        fields, end = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    rest = text[end:]
    return FrontMatter(fields, rest) if fields and (not rest.strip() or rest.lstrip(" \t;").startswith("\n")) else None


def _line_by_line(written: str) -> dict[str, object]:
    """The fields that stand in one line each."""
    fields: dict[str, object] = {}
    for name, value in _lines(written):
        if stripped := value.strip("\"'"):
            fields.setdefault(name, stripped)
    return fields


def _imprint(written: str) -> Iterator[str]:
    """The lines of fields that tell of the paper itself, without quotation marks and comments."""
    for name, value in _lines(written):
        quoted = _QUOTED.match(value)
        said = quoted[2] if quoted else _COMMENT.sub("", value)
        is_cited = _plain(name) in _NAMES["published"]
        if is_label(name) and not is_cited and said.strip() and said[0] not in _NO_TEXT:
            yield f"{name}: {said.strip()}"


def _lines(written: str) -> Iterator[tuple[str, str]]:
    """The names and values of the fields that stand in one line each."""
    for line in written.split("\n"):
        if match := _FIELD.match(line):
            yield match["name"], match["value"].strip()


def _name(value: object) -> str | None:
    """A name, the names of a list, or the name that a mapping holds."""
    if isinstance(value, list):
        return clean_text(", ".join(name for one in value[:5] if (name := _name(one))))
    return clean_text(value.get("name") if isinstance(value, dict) else value)
