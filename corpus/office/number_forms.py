"""Numbers and days as a spreadsheet shows them, by the codes of their formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from corpus.language.times.parts import MONTH_NAMES, WEEKDAYS

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"£"#,##0',
    6: '"£"#,##0',
    7: '"£"#,##0.00',
    8: '"£"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"£"#,##0;-"£"#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"£"#,##0.00;-"£"#,##0.00;"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    48: "0.0E+0",
    49: "@",
}
"""The codes that a workbook refers to by number alone; those that follow the reader's country are Britain's."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General)'
    r"|(?P<half>AM/PM|A/P)|(?P<power>E[+-])|(?P<date>y+|m+|d+|h+|s+)|(?P<digit>[0#?])|(?P<mark>[.,%/@])|(?P<other>.)",
    re.I | re.S,
)
_CONDITION = re.compile(r"(?P<sign>[<>=]{1,2})\s*(?P<limit>-?\d+(?:\.\d+)?)$")
_CODE_MAX_CHARS = 500
_LAST_DAY = 2_958_466
_FALSE_LEAP_DAY = 60  # the 29th of February 1900, which these programs count and no calendar has
_GENERAL_DIGITS = 10
_GENERAL_MAX = 1e15  # longer numbers are not kept to their last digit
_NUMBER_MAX = 1e300

_Token = tuple[str, str]
_GENERAL = (("general", "General"),)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a number is written: what stands before and after it, its places, and by what it is multiplied.

    `least` is how many digits stand before the point at least; `is_plain` says that no text stands among the digits.
    """

    before: str
    whole: tuple[_Token, ...]
    decimals: tuple[_Token, ...]
    after: str
    factor: Decimal
    unit: Decimal
    least: int
    is_grouped: bool
    is_plain: bool


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the parts of a code, parted by semicolons; `sign` and `limit` say for which numbers it is."""

    tokens: tuple[_Token, ...]
    sign: str = ""
    limit: float = 0.0
    is_day: bool = False
    form: _Form | None = None

    def takes(self, number: float) -> bool:
        """Whether it is for a number by its condition."""
        match self.sign:
            case "<":
                return number < self.limit
            case "<=":
                return number <= self.limit
            case ">":
                return number > self.limit
            case ">=":
                return number >= self.limit
            case "=":
                return number == self.limit
            case "<>":
                return number != self.limit
        return False


def shown(number: float, code: str, *, from_1904: bool = False) -> str:
    """A number as a spreadsheet shows it, but for days, which are written out: "14 March 2023".

    How a day is shown differs from country to country, with the day or the month first; written out it is the same
    day to everybody. What the code does not show of a day, such as its year, is not written either.

    Args:
        number: the number.
        code: of its format, such as "#,##0.00".
        from_1904: whether the days of the file are counted from 1904.
    """
    if abs(number) > _NUMBER_MAX or number != number:
        return ""
    sections = _sections(code[:_CODE_MAX_CHARS])
    section, is_negated = _section_for(number, sections)
    if section.is_day and any(kind == "elapsed" for kind, _ in section.tokens):
        return _elapsed(number, section.tokens)
    if section.is_day:
        moment = _moment(number, from_1904=from_1904)
        return _general(number) if moment is None else _day_and_time(moment, section.tokens)
    value = abs(number) if is_negated else number
    if section.tokens == _GENERAL or not (section.tokens or len(sections) > 1):
        return _general(value)
    return " ".join(_number(value, section).split())


def is_day(code: str) -> bool:
    """Whether the code of a format shows days or times."""
    return any(section.is_day for section in _sections(code[:_CODE_MAX_CHARS]))


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    tokens: list[_Token] = []
    condition: tuple[str, float] = ("", 0.0)
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            sections.append(_section(tokens, *condition))
            tokens, condition = [], ("", 0.0)
        elif match["bracket"] is not None and (found := _CONDITION.match(match["bracket"])):
            condition = (found["sign"], float(found["limit"]))
        elif token := _token(match):
            tokens.append(token)
    sections.append(_section(tokens, *condition))
    return tuple(sections)


def _section(tokens: list[_Token], sign: str, limit: float) -> _Section:
    kinds = {kind for kind, _ in tokens}
    has_seconds = any(kind in ("date", "elapsed") and text[0] == "s" for kind, text in tokens)
    is_day = bool(kinds & {"date", "elapsed"}) and ("digit" not in kinds or has_seconds)
    is_decimal = "digit" in kinds and "power" not in kinds and ("mark", "/") not in tokens and not is_day
    return _Section(tuple(tokens), sign, limit, is_day, _form(tokens) if is_decimal else None)


def _token(match: re.Match[str]) -> _Token | None:
    if match["quoted"] is not None:
        return ("text", match["quoted"])
    if match["escaped"] is not None:
        return ("text", match["escaped"])
    if match["bracket"] is not None:
        return _bracket(match["bracket"])
    for kind in ("general", "half", "power", "date", "digit", "mark"):
        if match[kind] is not None:
            return (kind, "General" if kind == "general" else match[kind].lower() if kind == "date" else match[kind])
    return ("text", match["other"]) if match["other"] is not None else None


def _bracket(content: str) -> _Token | None:
    if re.fullmatch(r"h+|m+|s+", content, re.I):
        return ("elapsed", content.lower())
    if content.startswith("$"):
        symbol = content[1:].rsplit("-", 1)[0]
        return ("text", symbol) if symbol else None
    return None


def _section_for(number: float, sections: tuple[_Section, ...]) -> tuple[_Section, bool]:
    """The part of a code for a number, and whether it shows the number without its sign."""
    if len(sections) == 1 and not sections[0].sign:
        return sections[0], False
    if any(section.sign for section in sections):
        for section in sections:
            if section.takes(number):
                only_negative = section.sign in ("<", "<=") and section.limit <= 0
                return section, number < 0 and (only_negative or section is not sections[0])
        return next((section for section in sections if not section.sign), sections[-1]), False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _general(number: float) -> str:
    if number == int(number) and abs(number) < _GENERAL_MAX:
        return str(int(number))
    if abs(number) >= _GENERAL_MAX or 0 < abs(number) < 1e-9:
        return f"{number:.6G}"
    text = f"{number:.{max(_GENERAL_DIGITS, len(str(int(abs(number)))))}g}"
    return f"{Decimal(text):f}" if "e" in text else text


# Days and times


def _moment(number: float, *, from_1904: bool) -> datetime | None:
    if not 0 <= number < _LAST_DAY - 1462 * from_1904:
        return None
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if number >= _FALSE_LEAP_DAY else 31)
    return start + timedelta(seconds=round(number * 86_400))


def _day_and_time(moment: datetime, tokens: tuple[_Token, ...]) -> str:
    letters = [text for kind, text in tokens if kind == "date"]
    minutes = {
        index
        for index, text in enumerate(letters)
        if text in ("m", "mm")
        and ((index and letters[index - 1][0] == "h") or (index + 1 < len(letters) and letters[index + 1][0] == "s"))
    }
    shows = {text[0] for index, text in enumerate(letters) if index not in minutes}
    names_day = any(text in ("ddd", "dddd") for text in letters)
    has_day = any(text in ("d", "dd") for text in letters)
    parts = [
        WEEKDAYS[moment.weekday()].capitalize() if names_day else "",
        str(moment.day) if has_day else "",
        MONTH_NAMES[moment.month - 1] if "m" in shows else "",
        str(moment.year) if "y" in shows else "",
    ]
    if minutes or shows & {"h", "s"}:
        clock = f"{moment:%H:%M}" if "h" in shows or not minutes else f"{moment:%M}"
        parts.append(f"{clock}:{moment:%S}" if "s" in shows else clock)
    return " ".join(part for part in parts if part)


def _elapsed(number: float, tokens: tuple[_Token, ...]) -> str:
    dates = [(kind, text) for kind, text in tokens if kind in ("date", "elapsed")]
    seconds = round(abs(number) * 86_400)
    sign = "-" if number < 0 else ""
    first = dates[0][1][0]
    rest = [text[0] for _, text in dates[1:]]
    if first == "s":
        return f"{sign}{seconds}"
    if first == "m":
        return f"{sign}{seconds // 60}" + (f":{seconds % 60:02}" if "s" in rest else "")
    text = f"{sign}{seconds // 3600}"
    if "m" in rest:
        text += f":{seconds // 60 % 60:02}"
    return text + (f":{seconds % 60:02}" if "s" in rest else "")


# Numbers


def _form(tokens: list[_Token]) -> _Form:
    places = [index for index, (kind, _) in enumerate(tokens) if kind == "digit"]
    first, end = places[0], places[-1] + 1
    if first and tokens[first - 1] == ("mark", "."):
        first -= 1
    factor = Decimal(100) ** sum(token == ("mark", "%") for token in tokens)
    while end < len(tokens) and tokens[end] == ("mark", ","):
        factor /= 1000
        end += 1
    point = next((index for index in range(first, end) if tokens[index] == ("mark", ".")), end)
    return _Form(
        before="".join(text for _, text in tokens[:first]),
        whole=tuple(tokens[first:point]),
        decimals=tuple(tokens[point:end]),
        after="".join(text for _, text in tokens[end:]),
        factor=factor,
        unit=Decimal(1).scaleb(-sum(index > point for index in places)),
        least=sum(token == ("digit", "0") for token in tokens[first:point]),
        is_grouped=("mark", ",") in tokens[first:point],
        is_plain=not any(kind == "text" for kind, _ in tokens[first:end]),
    )


def _number(number: float, section: _Section) -> str:
    form = section.form
    if form is None:
        return _other_number(number, section.tokens)
    try:
        value = (Decimal(repr(number)) * form.factor).quantize(form.unit, ROUND_HALF_UP)
    except InvalidOperation:
        return _general(number)
    whole, _, decimals = f"{abs(value):f}".partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{form.before}{_whole_part(whole, form)}{_decimals(decimals, form.decimals)}{form.after}"


def _other_number(number: float, tokens: tuple[_Token, ...]) -> str:
    kinds = {kind for kind, _ in tokens}
    if "digit" not in kinds:
        return "".join(_general(number) if kind == "general" or text == "@" else text for kind, text in tokens)
    return _scientific(number, tokens) if "power" in kinds else _fraction(number, tokens)


def _whole_part(whole: str, form: _Form) -> str:
    """The digits before the point put into their places, from the last one on."""
    whole = whole.lstrip("0").zfill(form.least)
    if form.is_plain:
        return f"{int(whole):,}" if form.is_grouped and whole and whole[0] != "0" else whole
    waiting = list(whole)
    parts: list[str] = []
    for kind, text in reversed(form.whole):
        if kind == "digit":
            parts.append(waiting.pop() if waiting else "")
        elif kind == "text":
            parts.append(text)
    return "".join(waiting) + "".join(reversed(parts))


def _decimals(decimals: str, tokens: tuple[_Token, ...]) -> str:
    if not decimals:
        return ""
    places = [text for kind, text in tokens if kind == "digit"]
    while places and places[-1] != "0" and decimals.endswith("0"):
        decimals = decimals[:-1]
        places.pop()
    return f".{decimals}" if decimals else ""


def _scientific(number: float, tokens: tuple[_Token, ...]) -> str:
    power = next(index for index, (kind, _) in enumerate(tokens) if kind == "power")
    point = next((index for index, token in enumerate(tokens[:power]) if token == ("mark", ".")), power)
    return f"{number:.{sum(kind == 'digit' for kind, _ in tokens[point:power])}E}"


def _fraction(number: float, tokens: tuple[_Token, ...]) -> str:
    width = sum(kind == "digit" for kind, _ in tokens[tokens.index(("mark", "/")) :])
    value = Fraction(abs(number)).limit_denominator(10 ** min(max(width, 1), 4) - 1)
    whole, rest = divmod(value.numerator, value.denominator)
    parts = [str(whole)] if whole or not rest else []
    if rest:
        parts.append(f"{rest}/{value.denominator}")
    return ("-" if number < 0 else "") + " ".join(parts)
