"""Markdown becomes the markup that it stands for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from corpus.language.lists import marker_at

DEEPEST = 100
"""How many lists may stand in each other."""
_NESTING = 2 * DEEPEST  # a list and its item are a level each
_INLINE_NESTING = 20
_MARKED_MAX_CHARS = 50_000

_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]{1,60})\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^(?P<label>[^\]\s]{1,60})\]")
_TASK = re.compile(r"\[(?P<mark>[ xX])\][ \t\n]+")
_EMPHASIS = re.compile(r"[*_]+")
_LABEL = re.compile(r"[A-Z][\w ]{0,30}:\s")
_WIDTH = 60
"""A line that is shorter was not broken for want of room."""
_GOES_ON = frozenset(",;.!?")
_NO_HEAD = frozenset(("bullet_list_open", "ordered_list_open", "table_open", "fence", "code_block"))
_DEFINED = re.compile(r"\n[ \t]*:[ \t]+")
_TAG = re.compile(r"</?(?P<name>[a-z][\w:-]*)\b[^<>]*>", re.I)
_CLOSING = re.compile(r"</([a-z][\w:-]*)", re.I)
_KNOWN_TAGS = frozenset(defs.tags) | frozenset(
    "svg math mi mn mo mrow mfrac msup msub msqrt mtext summary picture wbr".split()
)


class NestedTooDeep(Exception):
    """Lists or quotations stand in each other beyond what is read."""


def markup_of(text: str) -> str:
    """The markup that a text in Markdown stands for.

    The marks in each paragraph are read apart, and not in a very long one, where that could take as long as its length
    squared. Above the first list, table or part, lines that are broken for no want of room stay lines. A picture
    gives its description; what looks like a tag but is none is text.

    Args:
        text: in CommonMark, with tables, strikethrough, notes, tasks and definitions.

    Raises:
        NestedTooDeep: lists or quotations stand in each other more than `DEEPEST` deep.
    """
    parser = _parser()
    notes: dict[str, Any] = {"notes": set(), "tags": _KNOWN_TAGS | {name.lower() for name in _CLOSING.findall(text)}}
    parser.options["maxNesting"] = _NESTING
    tokens = parser.parse(text, notes)
    if any(token.level >= _NESTING - 1 for token in tokens):
        raise NestedTooDeep
    _keep_numbers(tokens)
    tokens = list(_with_definitions(tokens))
    parser.options["maxNesting"] = _INLINE_NESTING
    opening: str | None = None
    head = _head(tokens)
    for place, token in enumerate(tokens):
        if token.type == "inline":
            if opening == "list_item_open":
                token.content = _TASK.sub(_box, token.content, count=1) if _TASK.match(token.content) else token.content
            _read_marks(parser, token, notes)
            if place < head and _are_own_lines(token.content.split("\n")):
                for child in token.children or []:
                    child.meta["is_own"] = child.type == "softbreak"
        if token.type != "paragraph_open":
            opening = token.type
    rendered: str = parser.renderer.render(tokens, parser.options, notes)
    return rendered


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", renderer_cls=_Renderer).enable(["table", "strikethrough"])
    parser.core.ruler.disable("inline")
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_mark", _note_mark)
    return parser


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """Have items keep the numbers that are written before them where these rise, also where one is left out."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(token)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            items = lists.pop()
            numbers = [int(item.info) for item in items if item.info]
            if len(numbers) == len(items) and all(one < other for one, other in pairwise(numbers)):
                for item in items:
                    item.attrSet("value", item.info)


def _head(tokens: Sequence[Token]) -> int:
    """How many tokens stand above the first list or table, and above the first heading of a part."""
    is_headed, before = False, ""
    for place, kind in enumerate(token.type for token in tokens):
        if kind in _NO_HEAD or (kind == "heading_open" and is_headed and before != "heading_close"):
            return place
        is_headed, before = is_headed or kind == "heading_open", kind
    return len(tokens)


def _are_own_lines(lines: Sequence[str]) -> bool:
    """Whether each line of a paragraph is one by itself, as in an address: the next word had room in it, or labels."""
    width = max(_WIDTH, *map(len, lines))
    return all(
        below[:1].isupper()
        and above[-1:] not in _GOES_ON
        and (_LABEL.match(below) or len(f"{above} {below.split(' ', 1)[0]}") <= width)
        for above, below in pairwise(_EMPHASIS.sub("", line).strip() for line in lines)
    )


def _box(match: re.Match[str]) -> str:
    return "☐ " if match["mark"] == " " else "☑ "


def _read_marks(parser: MarkdownIt, token: Token, notes: EnvType) -> None:
    children = token.children if token.children is not None else []
    if len(token.content) > _MARKED_MAX_CHARS:
        children.append(Token("text", "", 0, content=token.content))
    else:
        parser.inline.parse(token.content, parser, notes, children)
    for child in children:
        if child.type == "text_special":
            child.type = "text"
    token.children = children


class _Renderer(RendererHTML):
    """Renders markup for readers of text."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture's description in its place."""
        return escape(self.renderInlineAsText(tokens[idx].children or [], options, env) or tokens[idx].content)

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A line end, which counts between lines of their own and where the next begins with a number or a bullet."""
        if tokens[idx].meta.get("is_own"):
            return "<br data-line>"
        after = tokens[idx + 1].content if idx + 1 < len(tokens) else ""
        marker = marker_at(after)
        return "<br>" if marker is not None and not marker.is_bare else "\n"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A tag, or what looks like one and is text."""
        return _with_tags(tokens[idx].content, env["tags"])

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Markup, with what looks like a tag and is text."""
        return _with_tags(tokens[idx].content, env["tags"])

    def ordered_list_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A list, with the sign that its numbers are written with."""
        tokens[idx].attrSet("data-mark", tokens[idx].markup)
        return self.renderToken(tokens, idx, options, env)


def _with_tags(markup: str, known: Collection[str]) -> str:
    """Markup in which what looks like a tag, and is neither known nor closed anywhere, is text."""
    return _TAG.sub(lambda match: match[0] if match["name"].lower() in known else escape(match[0]), markup)


def _note(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The rule for a note: its label, its first line, and the indented lines after it."""
    if state.is_code_block(start_line):
        return False
    match = _NOTE.match(state.src, state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line])
    if match is None:
        return False
    if silent:
        return True
    line = start_line + 1
    while line < end_line and (_goes_on(state, line) or (state.isEmpty(line) and _goes_on(state, line + 1))):
        line += 1
    label = match["label"]
    state.env["notes"].add(label)
    written = state.src[match.end() : state.eMarks[start_line]]
    lines = (
        state.src[state.bMarks[one] + state.tShift[one] : state.eMarks[one]] for one in range(start_line + 1, line)
    )
    token = state.push("note_open", "div", 1)
    token.block = True
    token.attrSet("role", "doc-footnote")
    state.md.block.parse("\n".join((f"\\[{label}\\] {written}", *lines)), state.md, state.env, state.tokens)
    state.push("note_close", "div", -1)
    state.line = line
    return True


def _goes_on(state: StateBlock, line: int) -> bool:
    return line < state.lineMax and not state.isEmpty(line) and state.sCount[line] - state.blkIndent >= 2


def _note_mark(state: StateInline, silent: bool) -> bool:
    """The rule for the mark of a note in a sentence."""
    match = _NOTE_MARK.match(state.src, state.pos)
    if match is None or match["label"] not in state.env["notes"]:
        return False
    if not silent:
        state.push("text", "", 0).content = f"[{match['label']}]"
    state.pos = match.end()
    return True


def _with_definitions(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with paragraphs of a term and lines that begin with a colon made lists of definitions."""
    for index, token in enumerate(tokens):
        paragraph = tokens[index - 1] if index and token.type == "inline" else None
        parts = _DEFINED.split(token.content) if paragraph is not None and paragraph.type == "paragraph_open" else []
        if len(parts) < 2 or "\n" in parts[0].strip():
            yield token
            continue
        yield Token("definitions_open", "dl", 1, block=True)
        for number, part in enumerate(parts):
            tag = "dd" if number else "dt"
            yield Token(f"{tag}_open", tag, 1, block=True)
            yield Token("inline", "", 0, content=part, children=[], block=True, level=token.level)
            yield Token(f"{tag}_close", tag, -1, block=True)
        yield Token("definitions_close", "dl", -1, block=True)
