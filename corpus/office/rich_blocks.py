"""The paragraphs, tables, notes and headings of rich text (.rtf)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.assembly import SourceBlock
from corpus.document import BlockKind
from corpus.language.folding import RAISED_DIGITS
from corpus.office.rich_tables import Row, RowForm, table_blocks
from corpus.office.rich_text import CHARACTERS, SIGNS, Token, encoding_of_charset, encoding_of_page, tokens

_SKIPPED = frozenset(
    "colortbl filetbl revtbl pict objdata nonshppict bkmkstart bkmkend xe tc rxe txe falt panose fontemb fontfile "
    "category manager company operator author keywords comment doccomm hlinkbase subject creatim revtim printim buptim "
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private datafield objclass objname sp fldtype".split()
)
_SHOWN_ALTHOUGH_MARKED = frozenset("shptxt moMath annotation atnauthor atnid fldinst pn pntext moMathPara".split())
_FURNITURE = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
_HEADING = re.compile(r"heading ([1-9])\b")
_CHANGING_FIELD = re.compile(r"\s*(?:NUM)?PAGES?\b|\s*SECTIONPAGES\b|\s*TOC\b")
_GROUPS_MAX = 5_000
_DEPTH_MAX = 20


@dataclass(slots=True)
class _Looks:
    """What holds for the text at a place of the file: how a group changes it ends with the group."""

    holder: str = "body"
    is_skipped: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_raised: bool = False
    encoding: str = ""
    unicode_skip: int = 1


@dataclass(slots=True)
class _Paragraph:
    """What holds for the paragraph that is being read."""

    style: int = 0
    outline: int = 9
    level: int = 0
    in_table: bool = False
    label: str = ""
    has_label: bool = False


@dataclass(slots=True)
class _Holder:
    """What collects text: the body, a note, a header, or a table of names."""

    kind: str
    parts: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def take(self) -> str:
        text = " ".join("".join(self.parts).split())
        self.parts.clear()
        return text


class RichText:
    """Reads a rich text file.

    Args:
        data: the file.
    """

    def __init__(self, data: bytes) -> None:
        self.title = ""
        self.furniture: dict[str, None] = {}
        self._tokens = tokens(data)
        self._looks = _Looks()
        self._stack: list[tuple[_Looks, _Holder]] = []
        self._body = _Holder("body")
        self._holder = self._body
        self._paragraph = _Paragraph()
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._styles: dict[int, tuple[str, int]] = {}
        self._style = (0, 9)
        self._bytes = bytearray()
        self._to_skip = 0
        self._high = 0
        self._marked = False  # whether the group has begun with the sign of a destination that may be passed over
        self._row = Row()
        self._form = RowForm()
        self._rows: list[Row] = []
        self._notes: list[SourceBlock] = []
        self._author = ""
        self._done: list[SourceBlock] = []

    def blocks(self) -> Iterator[SourceBlock]:
        """The blocks of the file, in order; afterwards `title` and `furniture` are known."""
        for token in self._tokens:
            self._take(token)
            if self._done:
                yield from self._done
                self._done.clear()
        self._flush()
        self._end_paragraph()
        self._end_table()
        yield from self._done

    # Tokens

    def _take(self, token: Token) -> None:
        match token.kind:
            case "text":
                self._add_bytes(token.text)
            case "{":
                self._flush()
                self._to_skip = 0
                if len(self._stack) < _GROUPS_MAX:
                    self._stack.append((replace(self._looks), self._holder))
            case "}":
                self._flush()
                self._to_skip = 0
                self._end_group()
            case "sign":
                self._sign(token.word)
            case _:
                self._word(token)

    def _sign(self, sign: str) -> None:
        self._flush()
        if sign == "*":
            self._marked = True
        elif self._to_skip:
            self._to_skip -= 1
        elif SIGNS.get(sign) == "\\par":
            self._end_line()
        else:
            self._add(SIGNS.get(sign, ""))

    def _word(self, token: Token) -> None:
        marked, self._marked = self._marked, False
        if token.word == "u":
            self._unicode(token.number)
            return
        self._flush()
        if self._to_skip:
            self._to_skip -= 1
        if token.word in CHARACTERS:
            self._add(CHARACTERS[token.word])
        elif self._begin_holder(token.word):
            return
        elif _is_skipped(token.word, marked=marked):
            self._looks.is_skipped = True
        elif not (self._character_word(token) or self._table_word(token)):
            self._paragraph_word(token)

    def _begin_holder(self, word: str) -> bool:
        """Whether a word begins something that collects its own text; text from here to the group's end goes there."""
        kind = ""
        if word in ("fonttbl", "stylesheet", "info", "title", "fldinst", "annotation", "atnauthor", "footnote"):
            kind = word
        elif word in ("listtext", "pntext"):
            kind = "label"
        elif word in _FURNITURE:
            kind = "furniture"
        elif word == "shptxt":
            self._looks.is_skipped = False
            self._end_line()
            return True
        if not kind or (self._looks.is_skipped and kind != "title"):
            return False
        self._looks.holder = kind
        self._looks.is_skipped = False
        self._holder = _Holder(kind)
        return True

    def _character_word(self, token: Token) -> bool:
        looks = self._looks
        match token.word:
            case "v":
                looks.is_hidden = token.number != 0
            case "deleted":
                looks.is_deleted = token.number != 0
            case "plain":
                looks.is_hidden = looks.is_deleted = looks.is_raised = False
                looks.encoding = ""
            case "super" | "sub" | "nosupersub":
                looks.is_raised = token.word == "super" and token.number != 0
            case "uc":
                looks.unicode_skip = min(max(token.number, 0), 8)
            case "f":
                self._font = token.number
                looks.encoding = self._fonts.get(token.number, "")
            case "fcharset" if looks.holder == "fonttbl":
                self._fonts[self._font] = encoding_of_charset(token.number)
            case "ansicpg":
                self._encoding = encoding_of_page(token.number)
            case "mac" | "pc":
                self._encoding = "mac_roman" if token.word == "mac" else "cp437"
            case _:
                return False
        return True

    def _paragraph_word(self, token: Token) -> None:
        paragraph = self._paragraph
        if self._looks.holder == "stylesheet":
            if token.word == "s":
                self._style = (token.number, 9)
            elif token.word == "outlinelevel":
                self._style = (self._style[0], token.number)
            return
        match token.word:
            case "pard":
                self._paragraph = _Paragraph(label=paragraph.label, has_label=paragraph.has_label)
            case "s":
                paragraph.style = token.number
            case "outlinelevel":
                paragraph.outline = token.number
            case "ilvl":
                paragraph.level = min(max(token.number, 0), _DEPTH_MAX)
            case "intbl":
                paragraph.in_table = True
            case "par" | "sect" | "page" | "column":
                self._end_line()

    def _table_word(self, token: Token) -> bool:
        match token.word:
            case "trowd":
                self._form = RowForm()
            case "trhdr":
                self._form.is_header = True
            case "clmrg":
                self._form.goes_right = True
            case "clvmrg":
                self._form.goes_down = True
            case "cellx":
                self._form.end_cell(token.number)
            case "cell" if self._holder is self._body and not self._looks.is_skipped:
                self._row.texts.append(self._body.take())
                self._paragraph.label, self._paragraph.has_label = "", False
            case "row" if self._holder is self._body and not self._looks.is_skipped:
                self._row.form = self._form
                if any(self._row.texts):
                    self._rows.append(self._row)
                self._row = Row()
            case _:
                return False
        return True

    # Characters

    def _add_bytes(self, data: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if not self._looks.is_skipped:
            self._bytes += data

    def _flush(self) -> None:
        """Make characters of the bytes that have come together."""
        if self._bytes:
            encoding = self._looks.encoding or self._encoding
            text = self._bytes.decode(encoding, "replace")
            self._bytes.clear()
            self._add(text)

    def _unicode(self, number: int) -> None:
        self._flush()
        code = number + 65_536 if number < 0 else number
        self._to_skip = self._looks.unicode_skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._add(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        elif 0 < code < 0x110000:
            self._add(chr(code))

    def _add(self, text: str) -> None:
        looks = self._looks
        if looks.is_skipped or looks.is_hidden or looks.is_deleted:
            return
        self._holder.parts.append(text.translate(RAISED_DIGITS) if looks.is_raised and text.isdecimal() else text)

    # Ends

    def _end_group(self) -> None:
        if not self._stack:
            return
        ended = self._looks
        self._looks, holder = self._stack.pop()
        if self._holder is not holder:
            closed, self._holder = self._holder, holder
            self._close(closed)
        elif ended.holder in ("fonttbl", "stylesheet") and not ended.is_skipped:
            self._name(ended.holder)

    def _name(self, kind: str) -> None:
        """Take in the name of a style; the names of fonts are of no use."""
        name = self._holder.take().rstrip(";").strip().lower()
        if kind == "stylesheet" and name:
            number, outline = self._style
            self._styles[number] = (name, outline)
            self._style = (0, 9)

    def _close(self, holder: _Holder) -> None:
        """Put what a holder has collected where it belongs."""
        text = holder.take()
        match holder.kind:
            case "title":
                self.title = self.title or text
            case "label":
                self._paragraph.label, self._paragraph.has_label = text, True
            case "footnote" | "annotation":
                text = " ".join([*holder.texts, text]).strip()
                if holder.kind == "annotation" and self._author:
                    text = f"{self._author}: {text}"
                if text:
                    self._notes.append(SourceBlock(text, "note"))
            case "atnauthor":
                self._author = text
            case "furniture":
                text = " ".join([*holder.texts, text]).strip()
                if sum(char.isalpha() for char in text) > len("page"):
                    self.furniture[text] = None
            case "fldinst":
                self._is_changing(text)

    def _is_changing(self, instruction: str) -> None:
        """Pass over the rest of a field's group where it shows a page number or a table of contents."""
        if _CHANGING_FIELD.match(instruction):
            self._looks.is_skipped = True

    def _end_line(self) -> None:
        """A paragraph ends: in a note or a header it goes on, in a cell it is parted by a space."""
        if self._looks.is_skipped:
            return
        if self._holder is not self._body:
            self._holder.texts.append(self._holder.take())
        elif self._paragraph.in_table or self._row.texts:
            self._body.parts.append(" ")
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        paragraph, text = self._paragraph, self._body.take()
        label, has_label = paragraph.label, paragraph.has_label
        paragraph.label, paragraph.has_label = "", False
        if text:
            self._end_table()
            name, outline = self._styles.get(paragraph.style, ("", 9))
            kind, level = _kind(name, min(paragraph.outline, outline))
            if kind == "paragraph" and has_label:
                kind, level = "list_item", paragraph.level + 1
            number = label if any(char.isalnum() for char in label) else ""
            if not name.startswith("toc "):
                self._done.append(SourceBlock(f"{number} {text}", kind, level, marker=number))
        if not self._rows:
            self._done += self._notes
            self._notes.clear()

    def _end_table(self) -> None:
        if self._rows:
            self._done += table_blocks(self._rows)
            self._rows = []
            self._done += self._notes
            self._notes.clear()


def _kind(style: str, outline: int) -> tuple[BlockKind, int]:
    if style == "title":
        return "heading", 1
    if (heading := _HEADING.match(style)) is not None:
        return "heading", min(int(heading[1]), 6)
    if 0 <= outline < 6:
        return "heading", outline + 1
    return ("caption", 0) if style == "caption" else ("paragraph", 0)


def _is_skipped(word: str, *, marked: bool) -> bool:
    """Whether a word begins what nobody sees; the properties of a formula's part are words too."""
    if word in _SKIPPED or (word.startswith("m") and word.endswith("Pr")):
        return True
    return marked and word not in _SHOWN_ALTHOUGH_MARKED
