"""Numbers in a text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from corpus.language.context import before, in_small_letters
from corpus.language.kinds import Span
from corpus.language.lists import BULLETS
from corpus.language.times.dates import times
from corpus.language.times.parts import says_when
from corpus.language.times.written import Time
from corpus.language.vocabulary import COUNTS, CURRENCY_SIGNS, DASH, PHONE, UNIT, alternatives, load

_TABLE = load("numbers")
_SCALES: dict[str, int] = {**_TABLE["scales"], **_TABLE["short_scales"]}
_PARTS: dict[str, int] = _TABLE["parts"]
_PEOPLE: list[str] = load("units")["people"]
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
_SIGNS: dict[str, str] = _TABLE["signs"]
_SIGN = f"[{''.join(_SIGNS)}]"
_NO_NUMBER = (
    rf"{PHONE}|\+[0-9]{{1,3}}(?:[\s-]?\(?[0-9]{{1,5}}\)?){{2,5}}|10\.[0-9]{{4,}}/\S+|[0-9]+(?:\.[0-9]+){{2,}}"
    r"|[0-9]+(?:-[0-9]+){2,}|[0-9]+(?:/[0-9a-z]+){2,}|[0-9]+/0[0-9]+"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}\s?o['’]clock"
)
"""A telephone number, a DOI, the number of a version, a section, an account or a case, or a time of day.

They are matched so that no part of one is taken.
"""
_DIGITS = (
    rf"(?P<currency>[{CURRENCY_SIGNS}]\s?)?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}|\s000(?![0-9]))+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"(?:\s?(?P<sign>{_SIGN})|\s(?P<over>[1-9]/[2-9])(?![0-9/]))?"
)
_SIMPLE = r"(?P<simple>[1-9][0-9]{0,3}/[1-9][0-9]{0,3})"
_OF_GREAT = rf"\s+(?:of\s+)?a\s+{alternatives([*_TABLE['scales'], 'dozen'])}\b"
"""What a part may be one of: "half a million", "three quarters of a million"."""
_FRACTION = (
    rf"(?:a\s+)?(?P<fraction>{alternatives(_TABLE['lone_parts'])})\b(?!-)"
    rf"(?=\s+of\b|\s+the\b|\s+dozen\b|\s+an?\b|\s+[a-z]+s\b)(?P<fraction_of>{_OF_GREAT})?|(?P<lone>{_SIGN})"
)
_COUNTED = rf"(?P<words>{_WORDS})(?:[\s-](?P<part>{_PART})(?P<part_of>{_OF_GREAT})?)?(?![\w-])"
_MORE = r"(?:\s+and\s+(?P<more>a\s+(?:half|quarter)|three[\s-]quarters)\b)?"
_SPELL = rf"an?\s+{alternatives(_TABLE['spells'])}\s+and\s+a\s+(?P<spell>half|quarter)"
_MILLIONS = rf"m\b(?=\s+(?!{alternatives(_TABLE['metre_nouns'])})(?:[a-z-]+\s+)?(?:[a-z]+s|{alternatives(_PEOPLE)})\b)"
"""Without a sign of money "m" stands for metres, but before what is counted: "2m visitors"."""
_SCALE = rf"\s?(?:{alternatives(set(_SCALES) - {'m'})}\b|(?(currency)m\b|{_MILLIONS}))"
_DEGREES = r"\s?[°º]\s?(?:[cf]\b)?|\s?[℃℉]"
_NUMBER = re.compile(
    rf"(?=[0-9(+{CURRENCY_SIGNS}{''.join(_SIGNS)}{_FIRST_LETTERS}])(?<![\w.,/@#])(?<![a-z_]-)(?:(?=[0-9(+])(?:{_NO_NUMBER})(?!\w)"
    rf"|(?P<whole>(?:(?=[{_FIRST_LETTERS}{''.join(_SIGNS)}])(?:{_SPELL}|{_FRACTION}|{_COUNTED})|{_SIMPLE}(?![\w/])|{_DIGITS}){_MORE}"
    rf"(?P<pence>p\b|\s?pence\b)?(?P<scale>{_SCALE})?(?P<percent>{_PERCENT})?"
    rf"(?P<unit>[\s-]?{UNIT}|\s?m\b|(?<=[0-9])in\b|{_DEGREES})?)(?!\w))"
)
"""Numbers in a text in lower case."""
_NAMED_BY_NUMBER = re.compile(
    rf"(?:\b{alternatives(_TABLE['named_by_number'])}\s*(?:[0-9]+\s*(?:,|{DASH}|&|and\b|to\b|or\b)\s*)*|\[[0-9, –-]*)$"
)
_NAMED_WITH_CAPITAL = re.compile(rf"\b{alternatives(_TABLE['named_with_capital'])}\s+$")
_CALLED = re.compile(rf"\b{alternatives(_TABLE['called'])}(?:\s+on)?:?\s+$")
_COUNTED_AFTER = re.compile(r"\s+[a-z]+s\b")
_ADDRESS = re.compile(rf"[a-z]?,?\s+(?:[A-Z][\w'’]+\s+){{1,3}}(?i:{alternatives(_TABLE['streets'])})\b")
_JOINED = re.compile(rf"[0-9]{DASH}|[^\s(|\[]-")
_CHANGING = ("scale", "sign", "over", "more", "pence", "part", "fraction", "lone", "spell")
"""What makes a number another than its words or digits alone say."""
_PENCE_BELOW = 200
"""More than this in pence is the height of a picture: "720p"."""
_MARKER_BEFORE = re.compile(r"(?:^|(?<!:)\n)\s*[([]?$|[.;)]\s+(?:[0-9]{1,3},\s?)*$")
_MARKER_AFTER = re.compile(rf"[.)\]]*(?:,\s?[0-9]+)*[ \t]*(?:$|\n|(?<=[.)\] ])[A-Z{BULLETS}])|[.)\]]\s")
"""What stands around the number of a page, a paragraph or a note."""
_PRONOUN_BEFORE = re.compile(rf"\b{alternatives(_TABLE['pronoun_after'])}\s+$")
_PRONOUN_AFTER = re.compile(rf"\s+{alternatives(_TABLE['pronoun_before'])}\b|[,.;'’]")
_WITHOUT_NUMBER = re.compile(rf"\b(?!no\s+\w+\s+than\b){alternatives(_TABLE['without_number'])}\b", re.I)
_ASKS_HOW_LONG = re.compile(rf"\b{alternatives(_TABLE['asks_how_long'])}\b", re.I)
_ONE_UNIT = rf"{alternatives(_TABLE['one_of_units'])}\s+{alternatives(_TABLE['lasting_units'])}"
_PER_UNIT = re.compile(rf"\b{_ONE_UNIT}['’]s\s+\w", re.I)
_LASTING = re.compile(
    rf"\b(?:{alternatives(_TABLE['lasting'])}|(?:{_WORDS}|[0-9]+|half)-{alternatives(_TABLE['lasting_units'])}|{_ONE_UNIT})\b",
    re.I,
)
_UNTIL_DAY = re.compile(
    rf"\b{alternatives(_TABLE['until_days'])}\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?", re.I
)
"""Before a day "until" tells when something ends, and not how long it lasts."""
_WHOLE_UNIT = re.compile(rf"\b{_ONE_UNIT}\b", re.I)
_ASKS_END = re.compile(rf"\b{alternatives(_TABLE['asks_end'])}\b", re.I)
_ASKS_TIME = re.compile(rf"\b{alternatives(_TABLE['asks_time'])}\b", re.I)
_AWAY = re.compile(rf"['’]?\s+{alternatives(_TABLE['away'])}\b", re.I)
_WITHIN = re.compile(rf"\b{alternatives(_TABLE['within'])}\s+$", re.I)
_ASKS_GOING_ON = re.compile(rf"\bhow\s+(?:much\s+)?long(?:er)?\s+{alternatives(_TABLE['going_on'])}\b", re.I)
_HAS_LENGTH = re.compile(rf"\b{alternatives(_TABLE['having_length'])}\b", re.I)
_TIME_UNITS = frozenset[str](load("units")["time"])
_WORD = re.compile(r"\w+")
_RATED = re.compile(rf"(?:[0-9]|\b{alternatives(_TABLE['rated'])})\s+$", re.I)
_SHARE_WORD = alternatives([*_TABLE["percent"], *_TABLE["shares"], *_TABLE["lone_parts"], *_PARTS])
_OUT_OF = alternatives(_TABLE["joined"]["shares"])
_OF_SO_MANY = re.compile(rf"\s+{_OUT_OF}\s+(?:\d|{_BELOW_HUNDRED}\b)")
_SHARE = re.compile(
    rf"%|\d/\d|{_SIGN}|\b{_SHARE_WORD}s?\b|\b{_OUT_OF}\s+(?:\d|{_BELOW_HUNDRED}\b)",
    re.I,
)


def says_how_much(text: str) -> bool:
    """Whether a text has a number, or a word such as "twice" or "none" that says how much without one."""
    return says_without_number(text) or any(True for _ in numbers(text))


def says_without_number(text: str) -> bool:
    """Whether a text has a word such as "twice" or "none" that says how much without a number, or "a week's rent"."""
    return bool(_WITHOUT_NUMBER.search(text) or _PER_UNIT.search(text))


def asks_how_long(question: str) -> bool:
    """Whether a question asks how long something lasts, or how much time there is."""
    return _ASKS_HOW_LONG.search(question) is not None


def says_how_long(text: str) -> bool:
    """Whether a text says how long something lasts without a number.

    It does with its first and last day, as in "from 2 June until 9 June 2023", or with words such as "a month", "a
    two-day course" and "until you are well"; "once a month" is how often, and "until 2031" only when it ends.
    """
    told = times(text)
    lasting = (match.start() for match in _LASTING.finditer(text))
    days = {time.start for time in told}
    ends = {match.start() for match in _UNTIL_DAY.finditer(text) if match.end() in days}
    return any(start not in ends and not before(_RATED, text, start) for start in lasting) or any(
        time.ends for time in told
    )


def goes_on_until(question: str, text: str) -> bool:
    """Whether a question asks how long something goes on, and a text says until which day.

    Args:
        question: such as "How long is the bridge shut for?"; "How long was it shut?" asks for a length, and so does
            "How long is the lease?".
        text: such as "The bridge is shut until 20 April."
    """
    if not _ASKS_GOING_ON.search(question) or _HAS_LENGTH.search(question):
        return False
    days = {time.start for time in times(text)}
    return any(match.end() in days for match in _UNTIL_DAY.finditer(text))


def _lengths(text: str) -> list[Span]:
    """Where lengths of time stand in a text: "six weeks", "a year"."""
    counted = [match.span("whole") for match in numbers(text) if (match["unit"] or "").strip(" \t\n-") in _TIME_UNITS]
    return [*counted, *(match.span() for match in _WHOLE_UNIT.finditer(text))]


def says_length(text: str) -> bool:
    """Whether a text says how long something lasts, with a number or without one."""
    return bool(_lengths(text)) or says_how_long(text)


def names_length(text: str) -> bool:
    """Whether a text names a measure of time, as a column "Wait (weeks)" does."""
    return not _TIME_UNITS.isdisjoint(_WORD.findall(text.casefold()))


def only_says_how_long(question: str, text: str) -> bool:
    """Whether a question asks when something begins or ends, and a text tells only for how long it is.

    "After six weeks" and "in six weeks" say when.
    """
    return _ASKS_END.search(question) is not None and _tells_lengths_alone(question, text)


def only_lasts(question: str, text: str) -> bool:
    """Whether a question asks what time something is, and a text tells only how long something lasts: "for 48 hours".

    "24 hours before" says when.
    """
    is_asked = _ASKS_TIME.search(question) is not None
    return (
        is_asked
        and not any(_AWAY.match(text, end) for _, end in _lengths(text))
        and _tells_lengths_alone(question, text)
    )


def _tells_lengths_alone(question: str, text: str) -> bool:
    """Whether a text tells of no time but lengths, and none within which, or after which, something is."""
    lengths = [
        span for span in _lengths(text) if not before(_RATED, text, span[0]) and not before(_WITHIN, text, span[0])
    ]
    if not lengths or times(text):
        return False
    asked = frozenset(_WORD.findall(question.casefold()))
    rest = (word for word in _WORD.finditer(text) if not any(start <= word.start() < end for start, end in lengths))
    return not says_when(" ".join(word[0] for word in rest if word[0].casefold() not in asked))


def says_share(text: str) -> bool:
    """Whether a text says which part of a whole: "40 %", "a third", "one in ten", "most"."""
    return bool(_SHARE.search(text))


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers that count or measure something: neither dates nor numbers of sections, pages or telephones."""
    lowered = in_small_letters(text)
    taken: Sequence[Time] | None = None
    last_end = -1
    for match in _NUMBER.finditer(lowered):
        start, end = match.span()
        if not match["whole"] or _counts_nothing(match, text, lowered):
            continue
        if start > 1 and last_end != start - 1 and _JOINED.match(lowered, start - 2):
            continue
        taken = times(text) if taken is None else taken
        if not any(time.start < end and start < time.end and not _is_counted(time, start, end) for time in taken):
            last_end = end
            yield match


def _is_counted(time: Time, start: int, end: int) -> bool:
    """Whether a number is how many days, months or years a date is counted from another by."""
    return time.counted is not None and time.counted[0] <= start and end <= time.counted[1]


def _counts_nothing(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether a number counts nothing where it stands: it is that of a page or a note, or the pronoun "one"."""
    start, end = match.span()
    if match["words"]:
        is_alone = not any(match[group] for group in ("more", "part", "scale", "percent", "unit"))
        if is_alone and before(_NAMED_BY_NUMBER, lowered, start):
            return True
        is_one = is_alone and match["words"] == "one" and not _OF_SO_MANY.match(lowered, end)
        return is_one and (bool(_PRONOUN_AFTER.match(lowered, end)) or before(_PRONOUN_BEFORE, lowered, start))
    if match["simple"]:
        over, under = map(int, match["simple"].split("/"))
        return over > under or before(_NAMED_BY_NUMBER, lowered, start)
    if match["pence"] == "p" and Decimal(match["digits"].replace(",", "")) > _PENCE_BELOW:
        return True
    if (match["unit"] or "").strip() in _PEOPLE and before(_NAMED_WITH_CAPITAL, text, start):
        return True
    if not match["digits"] or any(match[group] for group in ("currency", "scale", "percent", "unit", "pence")):
        return False
    return _names_by_digits(match, text, lowered)


def _names_by_digits(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether digits without a unit are the number of a thing, a telephone, a house or a paragraph."""
    start, end = match.span()
    if before(_NAMED_BY_NUMBER, lowered, start) or before(_NAMED_WITH_CAPITAL, text, start):
        return True
    if end - start > 2 and before(_CALLED, lowered, start) and not _COUNTED_AFTER.match(lowered, end):
        return True
    if _ADDRESS.match(text, end):
        return True
    return end - start < 4 and bool(_MARKER_AFTER.match(text, end)) and before(_MARKER_BEFORE, text, start)


def in_digits(match: re.Match[str]) -> str:
    """A number in plain decimal digits, "%" kept; fractions as "1/2" and pence as "0.50"."""
    percent = "%" if match["percent"] else ""
    if match["simple"]:
        return match["simple"] + percent
    if not any(match[group] for group in _CHANGING):
        plain = Decimal(_in_words(match["words"]) if match["words"] else re.sub(r"[,\s]", "", match["digits"] or "12"))
        return (format(plain.normalize(), "f") if plain else "0") + percent
    if match["part"] and not match["part_of"] and not match["scale"] and not match["percent"]:
        return f"{_in_words(match['words'])}/{_PARTS[match['part'].removesuffix('s')]}"
    value = _value(match)
    if match["pence"]:
        return format(Decimal(value.numerator) / value.denominator / 100, ".2f")
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    if value.denominator == 1:
        return f"{value.numerator}{percent}"
    written = Decimal(value.numerator) / Decimal(value.denominator)
    is_part = value < 1 and not match["digits"]
    if percent or (Fraction(written) == value and not is_part):
        return format(written.normalize(), "f") + percent
    return f"{value.numerator}/{value.denominator}"


def _value(match: re.Match[str]) -> Fraction:
    """What a number is worth without its scale."""
    if match["simple"]:
        return Fraction(match["simple"])
    if match["spell"]:
        return 1 + Fraction(1, _PARTS[match["spell"]])
    more = _worth(match["more"]) if match["more"] else Fraction()
    if match["lone"]:
        return Fraction(_SIGNS[match["lone"]]) + more
    part = (match["fraction"] or match["part"] or "dozen").removesuffix("s")
    if part != "dozen":
        great = match["fraction_of"] or match["part_of"]
        count = _in_words(match["words"]) if match["words"] else 1
        return Fraction(count, _PARTS[part]) * (_SCALES[great.split()[-1]] if great else 1)
    if match["words"]:
        return _in_words(match["words"]) + more
    sign = Fraction(_SIGNS[match["sign"]]) if match["sign"] else Fraction(match["over"] or 0)
    return Fraction(re.sub(r"[,\s]", "", match["digits"] or "12")) + sign + more


def _worth(more: str) -> Fraction:
    """What "a half", "a quarter" or "three quarters" is worth."""
    count, part = re.split(r"[\s-]+", more)
    return Fraction(_VALUES[count], _PARTS[part.removesuffix("s")])


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
