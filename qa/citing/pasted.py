"""What somebody pastes to have it checked: words, with quotation marks and their reference or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final


def _patterns(opening: str, closing: str) -> Iterator[re.Pattern[str]]:
    """What tells words in quotation marks from their reference: one after them, one before them, one with marks in it.

    Args:
        opening, closing: what finds a quotation mark.
    """
    inside, outside = rf"(?:(?!{closing})[^\0])", rf"(?:(?!{opening})[^\0])"
    yield re.compile(rf"\s*{opening}(?P<words>[^\0]+){closing}(?P<rest>{inside}*)")
    yield re.compile(rf"(?P<rest>{outside}+){opening}(?P<words>[^\0]+){closing}[\s.,;]*")
    yield re.compile(rf"\s*{opening}(?P<words>{inside}+){closing}(?P<rest>[^\0]+)")


_DOUBLE = tuple(_patterns('[“"«„]', '[”"»“]'))
_SINGLE = tuple(_patterns(r"(?<!\w)[‘']", r"[’'](?!\w)"))  # one within a word is an apostrophe
_WITHIN = re.compile(
    '(?:(?P<low>„)|[“"«])(?P<words>[^“”"«»„]{1,4000})(?(low)[“”]|[”"»])'
    r"|(?<!\w)(?:‘(?=\S)(?P<curly>[^\0‘]{1,4000}?)|'(?=\w)(?P<straight>[^\0“”\"«»„]{1,4000}?))(?<=\S)[’'](?!\w)"
)
"""A quotation within others is a part of that: "He said ‘we call it “the pool”’"."""
_LONGER: Final = re.compile(r"(?<=s)[’'](?=\s[a-z])(?P<more>[^\0‘“”\"«»„]{1,4000}?)(?<=\S)[’'](?!\w)")
"""What seemed to end a quotation in single marks may be an apostrophe: "‘the councils’ duties’"."""
_SENTENCE_END: Final = re.compile(r"[.!?;]\s+|\n\s*")
_REFERENCE_AFTER = re.compile(r"[\s.,;]*\((?P<rest>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_IN_BRACKETS = re.compile(r"(?P<words>[^\0]+?)\s*\((?P<rest>[^()]*(?:\([^()]*\)[^()]*)*)\)[\s.]*")
_BROKEN: Final = re.compile(r"\b(?P<first>\w+)(?:[-‐\u00ad\ufffe]\s+|[\u00ad\ufffe])(?P<second>\w+)")
_LETTER: Final = r"[^\W\d_]"
_ADDRESS = re.compile(r"https?://\S+")
_AFTER_DASH: Final = re.compile(r"(?P<words>[^\0]*\S)\s+[–—-]{1,3}\s*(?P<rest>\w[^\0–—]{1,200})")
_EMPHASIS: Final = r"(?:(?:my|our)\s+)?(?:emphasis|italics|underlining)(?:\s+(?:is\s+)?(?:mine|ours|added))?"
_ADDED: Final = re.compile(
    r"</?(?:b|i|u|em|strong|mark|span|p|br)\b[^<>]{0,200}>"
    r"|\A\s{0,9}[-–—]\s{1,9}(?=[\"“‘'(*]{0,3}[^\W\d])"
    r"|(?m:^)[ \t]{0,9}(?:>[ \t]{0,9}){1,9}(?=[\"“‘'(*]{0,3}[^\W\d]|[-–—•·*][ \t]|\d{1,2}[.)][ \t]|\n)"
    r"|(?m:^[ \t|+:]{0,9}-{3}[ \t|+:-]{0,999}$)"
    r"|[(\[<]?https?://[^\s”\"»]+\s*$"
    rf"|[,;]\s*{_EMPHASIS}\s*(?=[)\]])|\s?[(\[]\s*{_EMPHASIS}\s*[)\]]",
    re.I,
)
SOFT_HYPHENS: Final = "\u00ad\ufffe"
"""A hyphen where a line may end, and what viewers of PDF files copy for one."""
_LEFT_OUT: Final = f"{SOFT_HYPHENS}\u200b\u2060\ufeff•◦‣●■▪◼*"
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_SEEN: Final = {
    **dict(zip("‘’ʼ`´“”„«»‐‑‒–—−\u00a0", "'''''\"\"\"\"\"------ ", strict=True)),
    **dict.fromkeys(_LEFT_OUT, ""),
    **_LIGATURES,
}
_UNLIKE: Final = re.compile(f"[{re.escape(''.join(_SEEN))}]")
_AROUND = " \t\r\n.,;:–—-"
_LETTERED: Final = re.compile(rf"\b{_LETTER}+")
_CAPITAL_WORDS: Final = 4
"""So many words in capitals are typed so throughout; fewer may be a name, such as that of a body."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A way in which something that was pasted can be read.

    Attributes:
        words: that are said to stand in a document.
        reference: that is given with them; "" for none.
        is_marked: whether brackets or an address show that it is one.
        beside: what stands around them in somebody's sentence, which may name their document; "" for nothing.
        told_by: what of their own sentence stands before them, or behind those that begin it: "Leisure says".
        longer: the words with more behind them, where the mark that ends them may be an apostrophe.
    """

    words: str
    reference: str = ""
    is_marked: bool = False
    beside: str = ""
    told_by: str = ""
    longer: tuple[str, ...] = ()


def without_additions(pasted: str) -> str:
    """It without what is of no document: marks of web pages and mails, an address at its end, "my emphasis"."""
    return _ADDED.sub("", pasted).strip() or pasted


def ways_to_read(pasted: str) -> Iterator[Pasted]:
    """The ways in which something that was pasted can be read, the likeliest first; the last is all of it as words."""
    matches = [pattern.fullmatch(pasted) for pattern in (*_DOUBLE, *_SINGLE)]
    yield from (_with_reference(match) for match in matches if match and _is_balanced(match["rest"]))
    bare = _ADDRESS.sub("", pasted).strip()
    if (match := _IN_BRACKETS.fullmatch(bare)) and match["rest"].strip():
        yield Pasted(match["words"].strip(), match["rest"].strip())
    if match := _AFTER_DASH.fullmatch(bare):
        yield Pasted(match["words"].strip(), match["rest"].strip())
    yield Pasted(pasted)


def quotations_within(pasted: str) -> Iterator[Pasted]:
    """The quotations in somebody's own words alone, as in "They say that “it is open all year” now.".

    Each has the reference in brackets right after it, if any. What stands in brackets itself, or within another
    quotation, is none of them.
    """
    matches = list(_WITHIN.finditer(pasted))
    beside = _WITHIN.sub(" ", pasted).strip(_AROUND)
    told_by = _told_by(pasted, matches)
    for match, told in zip(matches, told_by, strict=True):
        before = pasted[: match.start()]
        is_within = any(before.count(opens) > before.count(closes) for opens, closes in ("()", "“”", "«»"))
        if match.group() != pasted.strip() and not is_within:
            after = _REFERENCE_AFTER.match(pasted, match.end())
            words = match["words"] or match["curly"] or match["straight"]
            longer = _LONGER.match(pasted, match.end() - 1) if not match["words"] else None
            yield Pasted(
                words,
                after["rest"].strip() if after else "",
                after is not None,
                beside,
                told,
                (f"{words}’{longer['more']}",) if longer else (),
            )


def _told_by(pasted: str, quotations: Sequence[re.Match[str]]) -> list[str]:
    """Of each quotation the words of its sentence before it or, where it begins that, those behind it."""
    found: list[str] = []
    ends = [0, *(match.end() for match in quotations)]
    starts = [*(match.start() for match in quotations), len(pasted)]
    is_led = False
    for place, match in enumerate(quotations):
        lead, rest = pasted[ends[place] : match.start()], pasted[match.end() : starts[place + 1]]
        parts = _SENTENCE_END.split(lead)
        ended = place and pasted[ends[place] - 2] in ".!?" and lead.strip()[:1].isupper()
        if not place or len(parts) > 1 or ended:
            is_led = any(letter.isalpha() for letter in parts[-1])
        found.append(parts[-1] if is_led else _SENTENCE_END.split(rest)[0])
    return found


def _is_balanced(rest: str) -> bool:
    """Whether no quotation ends in what stands beside another: it would be a part of this."""
    return rest.count("”") <= rest.count("“") and rest.count("»") <= rest.count("«")


def _with_reference(match: re.Match[str]) -> Pasted:
    rest = _ADDRESS.sub("", match["rest"]).strip(_AROUND)
    in_brackets = rest.startswith("(") and rest.endswith(")")
    return Pasted(match["words"], rest[1:-1] if in_brackets else rest, in_brackets)


def seen_alike(text: str) -> str:
    """A text with one sign for those that are taken for one another; some, such as bullets, are left out."""
    return _UNLIKE.sub(lambda match: _SEEN[match.group()], text)


def are_in_capitals(words: str) -> bool:
    """Whether words are typed in capitals throughout, which tells nothing of how their document has them."""
    return len(words.split()) >= _CAPITAL_WORDS and all(word.isupper() for word in _LETTERED.findall(words))


def unbroken(words: str, text: str) -> str:
    """Words as they are compared with a text: those that a line broke are whole again, as the text has them."""

    def joined(match: re.Match[str]) -> str:
        first, second = map(seen_alike, match.group("first", "second"))
        ways = (f"{first}{second}", f"{first}-{second}")
        return next((way for way in ways if way in text), match.group())

    return _BROKEN.sub(joined, words)


def plain(text: str, shift: int = 0, between_cells: str = ";") -> tuple[str, list[int]]:
    """A text as it is compared: one space for several, a sign between cells, plain quotation marks and dashes.

    Args:
        text: the text.
        shift: the offset of its first character.
        between_cells: what stands between the cells of a row: a semicolon, as they are quoted, a colon, as people write
            them, or a space, as they are copied from a page.

    Returns:
        The plain text, and the offset of each of its characters.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text, start=shift):
        written = " " if letter.isspace() else between_cells if letter == "|" else _SEEN.get(letter, letter)
        if (written == " " and (not letters or letters[-1] == " ")) or (written == ";" and letters[-1:] == [":"]):
            continue
        if letter == "|" and written != " " and letters[-1:] == [" "] and letters[-2:-1] != [written]:
            letters.pop()
            places.pop()
            if letters[-1:] == [":"]:
                continue
        written += " " if letter == "|" and written != " " else ""
        letters += written
        places += [place] * len(written)
    return "".join(letters), places


def edges(words: str) -> tuple[str, str]:
    """Patterns for what may stand before some words and after them where these are whole, and no part of others.

    A number is whole without more digits ("1" of "1.5" is not); the number of a note may stand at a word.
    """
    before = rf"(?<!{_LETTER})" if words[0].isalpha() else r"(?<!\w)(?<!\d[.,])" if words[0].isdigit() else ""
    after = rf"(?!{_LETTER}|'t\b)" if words[-1].isalpha() else r"(?!\w|[.,]\d)" if words[-1].isdigit() else ""
    return before, after
