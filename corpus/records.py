"""Records of documents in JSON: which of their fields is which, and where a file keeps them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TypeVar

from corpus.errors import UnreadableFile
from corpus.language.vocabulary import load
from corpus.metadata import Given, clean_text, parse_date, web_address

_TABLE = load("records")
_DEEPEST = 6
_SHOWN_CHARS = 60
_SECONDS = range(10**9, 10**11)  # of a time counted from 1970
_TAG = re.compile(r"<[^<>]{1,2000}>")
_LOOKS_HTML = re.compile(r"</(?:p|div|h[1-6]|[uo]l|table|section|article|body)\s*>", re.I)
_FILE_NAME = re.compile(r"[^\s/\\]*[/\\]\S*|\S+\.[A-Za-z0-9]{2,5}")

T = TypeVar("T")
Json = object
Fields = Mapping[str, Json]


@lru_cache(maxsize=1 << 12)
def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold()) or name


_NAMES = {kind: [_bare(name) for name in names] for kind, names in _TABLE["fields"].items()}
_INSIDE = [_bare(name) for name in _TABLE["nesting"]["inside"]]
_LISTS = [_bare(name) for name in _TABLE["nesting"]["lists"]]


class NoText(UnreadableFile):
    """A record's text is there and empty."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document as a record gives it.

    Attributes:
        id: its own id; "" for none.
        is_shared: whether the id may be that of other records too, as the pieces of one document have it.
        text: its text.
        is_html: whether the text is written in HTML.
        title: a text, or None.
        given: what else it states, without a title.
        unread_date: what it gives as a date, as it may be shown, when that is no day; else None.
    """

    id: str
    is_shared: bool
    text: str
    is_html: bool
    title: str | None
    given: Given
    unread_date: str | None


def read_record(fields: Fields) -> Record:
    """Read the fields of a record, by the names in `en/records.toml`.

    Raises:
        UnreadableFile: it has no text, or an id that cannot be one; the message is the reason.
    """
    look = _Lookup(fields)
    own, shared = look.first("id", _plain), look.first("shared_id", _identifier)
    document_id = shared if own is None else _own_id(own)
    text, is_html = _text_of(look)
    if text is None:
        has_blank = any(look.first(kind, _blank) is not None for kind in ("text", "html", "lead"))
        raise (NoText if has_blank else UnreadableFile)(
            f"{f'The document {document_id!r}' if document_id else 'It'} has "
            + ('an empty "text".' if has_blank else 'no "text". Give it one.')
        )
    refuse_lone_surrogates(text, "text")
    published, dated = look.first("published", _plain), look.first("dated", _plain)
    day, other_day = _day(published), _day(dated)
    unread = next((value for value in (published, dated) if value and _day(value) is None), None)
    given = Given(
        source=_encodable(_publisher(look)),
        url=_encodable(look.first("url", web_address) or look.first("publisher", web_address)),
        published=day,
        dated=None if day else other_day,
        dated_basis="stated" if other_day and not day else None,
    )
    title = _encodable(look.first("title", _line))
    shown = quoted(unread) if unread is not None else None
    return Record(document_id or "", own is None, text, is_html, title, given, shown)


def records_in(value: Json, depth: int = 0) -> list[Json]:
    """The records that a JSON value keeps: its items, those of a list inside it, or itself; [] where there are none."""
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        are_texts = not depth and all(isinstance(item, str) for item in value)
        return value if any(has_text(item) and (are_texts or isinstance(item, dict)) for item in value) else []
    if not isinstance(value, dict):
        return []
    known = _Lookup(value)
    for inner in known.every(_LISTS):
        if found := records_in(inner, depth + 1):
            return found
    if has_text(value):
        return [value]
    lists = [found for inner in value.values() if isinstance(inner, list) and (found := records_in(inner, depth + 1))]
    if lists:
        return max(lists, key=len)
    named = [{"id": key, **inner} for key, inner in value.items() if isinstance(inner, dict) and has_text(inner)]
    return [*named]


def has_text(value: Json) -> bool:
    """Whether a JSON value is a record with a text, or a text by itself."""
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, dict) and _text_of(_Lookup(value))[0] is not None


def refuse_lone_surrogates(text: str, field: str) -> None:
    """Refuse the halves of characters that JSON can write and UTF-8 cannot.

    Raises:
        UnreadableFile: there is one.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableFile(
            f'Its "{field}" holds half a character (\\u{ord(text[error.start]):04x}) at {error.start + 1}. '
            "Write it whole."
        ) from None


def quoted(value: Json) -> str:
    """A value as JSON, on one line and not too long."""
    written = json.dumps(value)
    return written if len(written) <= _SHOWN_CHARS else f"{written[:_SHOWN_CHARS]}…"


class _Lookup:
    """The fields of a record and of the records inside it, by the names of a table."""

    def __init__(self, fields: Fields) -> None:
        self._levels = [_by_name(fields)]
        for name in _INSIDE:
            inner = self._levels[0].get(name)
            if isinstance(inner, dict):
                self._levels.append(_by_name(inner))

    def every(self, names: Sequence[str]) -> Iterator[Json]:
        """The values of the record's own fields with some names."""
        return (self._levels[0][name] for name in names if name in self._levels[0])

    def first(self, kind: str, read: Callable[[Json], T | None]) -> T | None:
        """The first field of a kind that can be read, the record's own before those inside it; None where none can."""
        for level in self._levels:
            for name in _NAMES[kind]:
                if name in level and (found := read(level[name])) is not None:
                    return found
        return None


def _by_name(fields: Fields) -> dict[str, Json]:
    """Fields by their names as they are compared; of several the first, but one that is written so before others."""
    named: dict[str, Json] = {}
    for name, value in fields.items():
        bare = _bare(name)
        if bare == name or bare not in named:
            named[bare] = value
    return named


def _plain(value: Json) -> Json | None:
    """A value that is there; what MongoDB wraps in an object of one field is taken out of it."""
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("$"):
        value = next(iter(value.values()))
    return None if value is None or value == "" else value


def _own_id(value: Json) -> str:
    if isinstance(value, str) and not value.strip():
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnreadableFile(f'Its "id" {quoted(value)} is neither a text nor a whole number. Write it as one.')
    return str(value).strip()


def _identifier(value: Json) -> str | None:
    value = _plain(value)
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _text_of(look: _Lookup) -> tuple[str | None, bool]:
    """A record's text with what stands before it, and whether it is HTML; None where it has none."""
    text = look.first("text", _text)
    lead = look.first("lead", _text)
    if text is None:
        markup = look.first("text", _markup) or look.first("html", _markup)
        return (markup, True) if markup else (lead, False)
    if next((value for value in look.every(["text"]) if value == text), None) is not None:
        return text, False  # as it is, so that anyone's offsets hold
    if lead and lead not in text:
        text = f"{lead}\n\n{text}"
    return text, _LOOKS_HTML.search(text) is not None


def _text(value: Json, depth: int = 0) -> str | None:
    """A text; of a list its paragraphs, of an object its own text below its title."""
    if isinstance(value, str):
        return value if value.strip() else None
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return "\n\n".join(part for item in value if (part := _text(item, depth + 1))) or None
    if not isinstance(value, dict):
        return None
    look = _Lookup(value)
    text = look.first("text", lambda inner: _text(inner, depth + 1)) or look.first(
        "lead", lambda inner: _text(inner, depth + 1)
    )
    title = look.first("title", _line)
    return f"{title}\n\n{text}" if text and title else text


def _markup(value: Json) -> str | None:
    """A text in HTML, which may be wrapped as WordPress does it."""
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) and value.strip() else None


def _blank(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _line(value: Json) -> str | None:
    """A title on one line, without markup where it is wrapped as WordPress does it."""
    if isinstance(value, dict) and isinstance(rendered := value.get("rendered"), str):
        return clean_text(html.unescape(_TAG.sub("", rendered)))
    return clean_text(value[0] if isinstance(value, list) and value else value)


def _publisher(look: _Lookup) -> str | None:
    """A publisher's name; an address or the name of a file is none."""

    def name(value: Json) -> str | None:
        text = clean_text(value.get("name") if isinstance(value, dict) else value)
        return None if text is None or web_address(text) or _FILE_NAME.fullmatch(text) else text

    return look.first("publisher", name)


def _day(value: Json) -> date | None:
    """A day, also where it is a time counted from 1970 in seconds or thousandths of them."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{10,13}", value.strip()):
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        for seconds in (int(value), int(value) // 1000):
            if seconds in _SECONDS:
                return datetime.fromtimestamp(seconds, UTC).date()
    return parse_date(value)


def _encodable(value: str | None) -> str | None:
    """A text without the halves of characters that JSON can write and UTF-8 cannot."""
    return value.encode("utf-8", "replace").decode("utf-8") if value is not None else None
