"""Numbers in a text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.language.context import before, in_small_letters
from corpus.language.date_time import Time
from corpus.language.dates import times
from corpus.language.lists import BULLETS
from corpus.language.vocabulary import COUNTS, CURRENCY_SIGNS, PHONE, UNIT, alternatives, load

_TABLE = load("numbers")
_SCALES: dict[str, int] = {**_TABLE["scales"], **_TABLE["short_scales"]}
_PARTS: dict[str, int] = _TABLE["parts"]
_COUNTED_PARTS = set(_PARTS) - {"half"}
_GREAT = alternatives(set(_TABLE["scales"]) - {"hundred"})
_ONES = alternatives(word for word, count in COUNTS.items() if 0 < count < 10)
_VALUES: dict[str, int] = {**COUNTS, **_TABLE["tens"], "a": 1}
_BELOW_HUNDRED = rf"(?:{alternatives(_TABLE['tens'])}(?:[\s-]{_ONES}\b)?|{alternatives(COUNTS)})"
_HUNDRED = rf"(?:[\s-]hundred\b(?:(?:\s+and\s+|[\s-]){_BELOW_HUNDRED}(?![\s-]hundred\b|\w))?)?"
_WORDS = (
    rf"(?:{_BELOW_HUNDRED}|a(?=[\s-](?:hundred|{_GREAT})\b)){_HUNDRED}"
    rf"(?:[\s-]{_GREAT}\b(?:\s+(?:and\s+)?{_BELOW_HUNDRED}{_HUNDRED}(?!\w))?)*"
)
"""A number in words: "twenty-five", "a hundred", "two hundred and fifty", "three million two hundred thousand"."""
_PART = rf"(?:{alternatives(f'{part}s' for part in _COUNTED_PARTS)}|(?<=\bone[\s-]){alternatives(_COUNTED_PARTS)})"
_PERCENT = rf"\s?(?:%|{alternatives(_TABLE['percent'])}\b)"
_FIRST_LETTERS = "".join(sorted({word[0] for word in (*COUNTS, *_TABLE["tens"], *_TABLE["lone_parts"], "a")}))
_NO_NUMBER = (
    rf"{PHONE}|10\.[0-9]{{4,}}/\S+|[0-9]+(?:\.[0-9]+){{2,}}"
    r"|[0-9]{1,2}[:.][0-9]{2}\s?[ap]\.?m\b|[0-9]{1,2}:[0-9]{2}"
)
"""A telephone number, a DOI, the number of a version or a section, or a time of day.

They are matched so that no part of one is taken.
"""
_DIGITS = (
    rf"(?P<currency>[{CURRENCY_SIGNS}]\s?)?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}|\s000(?![0-9]))+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
)
_OF_GREAT = rf"\s+(?:of\s+)?a\s+{alternatives([*_TABLE['scales'], 'dozen'])}\b"
"""What a part may be one of: "half a million", "three quarters of a million"."""
_FRACTION = (
    rf"(?:a\s+)?(?P<fraction>{alternatives(_TABLE['lone_parts'])})\b(?!-)"
    rf"(?=\s+of\b|\s+the\b|\s+dozen\b|\s+an?\b|\s+[a-z]+s\b)(?P<fraction_of>{_OF_GREAT})?"
)
_COUNTED = (
    rf"(?P<words>{_WORDS})"
    rf"(?:\s+and\s+a\s+(?P<more>half|quarter)\b|[\s-](?P<part>{_PART})(?P<part_of>{_OF_GREAT})?)?(?![\w-])"
)
_NUMBER = re.compile(
    rf"(?=[0-9({CURRENCY_SIGNS}{_FIRST_LETTERS}])(?<![\w.,/@#-])(?:(?=[0-9(])(?:{_NO_NUMBER})(?!\w)"
    rf"|(?P<whole>(?:{_DIGITS}|{_FRACTION}|{_COUNTED})"
    rf"(?P<scale>\s?{alternatives(_SCALES)}\b)?(?P<percent>{_PERCENT})?(?P<unit>[\s-]?{UNIT})?)(?!\w))"
)
"""Numbers in a text in lower case."""
_NAMED_BY_NUMBER = re.compile(rf"(?:\b{alternatives(_TABLE['named_by_number'])}\s+(?:[0-9]+\s+and\s+)?|\[[0-9, –-]*)$")
_MARKER_BEFORE = re.compile(r"(?:^|(?<!:)\n)\s*[([]?$|[.;)]\s+(?:[0-9]{1,3},\s?)*$")
_MARKER_AFTER = re.compile(rf"[.)\]]*(?:,\s?[0-9]+)*[ \t]*(?:$|\n|(?<=[.)\] ])[A-Z{BULLETS}])|[.)\]]\s")
"""What stands around the number of a page, a paragraph or a note."""
_PRONOUN_BEFORE = re.compile(rf"\b{alternatives(_TABLE['pronoun_after'])}\s+$")
_PRONOUN_AFTER = re.compile(rf"\s+{alternatives(_TABLE['pronoun_before'])}\b|[,.;'’]")
_WITHOUT_NUMBER = re.compile(rf"\b{alternatives(_TABLE['without_number'])}\b", re.I)
_SHARE_WORD = alternatives([*_TABLE["percent"], *_TABLE["shares"], *_TABLE["lone_parts"], *_PARTS])
_SHARE = re.compile(rf"%|\d/\d|\b{_SHARE_WORD}s?\b|\bin\s+(?:\d|{_BELOW_HUNDRED}\b)", re.I)


def says_how_much(text: str) -> bool:
    """Whether a text has a number, or a word such as "twice" or "none" that says how much without one."""
    return bool(_WITHOUT_NUMBER.search(text)) or any(True for _ in numbers(text))


def says_share(text: str) -> bool:
    """Whether a text says which part of a whole: "40 %", "a third", "one in ten", "most"."""
    return bool(_SHARE.search(text))


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers that count or measure something: neither dates nor numbers of sections, pages or telephones."""
    lowered = in_small_letters(text)
    taken: Sequence[Time] | None = None
    for match in _NUMBER.finditer(lowered):
        start, end = match.span()
        if not match["whole"] or _counts_nothing(match, text, lowered):
            continue
        taken = times(text) if taken is None else taken
        if not any(time.start < end and start < time.end and not _is_counted(time, start, end) for time in taken):
            yield match


def _is_counted(time: Time, start: int, end: int) -> bool:
    """Whether a number is how many days, months or years a date is counted from another by."""
    return time.counted is not None and time.counted[0] <= start and end <= time.counted[1]


def _counts_nothing(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether a number counts nothing where it stands: it is that of a page or a note, or the pronoun "one"."""
    start, end = match.span()
    if match["words"]:
        is_one = match["words"] == "one" and not any(match[group] for group in ("more", "part", "scale", "percent"))
        return is_one and (bool(_PRONOUN_AFTER.match(lowered, end)) or before(_PRONOUN_BEFORE, lowered, start))
    if not match["digits"] or any(match[group] for group in ("currency", "scale", "percent", "unit")):
        return False
    if before(_NAMED_BY_NUMBER, lowered, start):
        return True
    return end - start < 4 and bool(_MARKER_AFTER.match(text, end)) and before(_MARKER_BEFORE, text, start)


def in_digits(match: re.Match[str]) -> str:
    """A number in plain decimal digits, "%" kept; fractions in words as "1/2"."""
    part = (match["fraction"] or match["part"] or "dozen").removesuffix("s")
    if part != "dozen":
        count = Decimal(_in_words(match["words"])) if match["words"] else Decimal(1)
        great = match["fraction_of"] or match["part_of"]
        if not great:
            return f"{count}/{_PARTS[part]}"
        value = count * _SCALES[great.split()[-1]] / _PARTS[part]
    elif match["words"]:
        value = Decimal(_in_words(match["words"]))
        if match["more"]:
            value += 1 / Decimal(_PARTS[match["more"]])
    else:
        value = Decimal(re.sub(r"[,\s]", "", match["digits"] or "12"))
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    return (format(value.normalize(), "f") if value else "0") + ("%" if match["percent"] else "")


def _in_words(words: str) -> int:
    """The value of a number in words, from left to right: what stands before a scale is multiplied by it."""
    whole = below = 0
    for word in re.split(r"[\s-]+", words):
        scale = _TABLE["scales"].get(word, 0)
        if word == "hundred":
            below *= scale
        elif scale > whole:
            whole, below = (whole + below) * scale, 0
        elif scale:
            whole, below = whole + below * scale, 0
        else:
            below += _VALUES.get(word, 0)
    return whole + below
