"""Numbers in a text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.language.context import before, in_small_letters
from corpus.language.date_forms import Time
from corpus.language.dates import times
from corpus.language.vocabulary import COUNTS, PHONE, SCALES, TENS, UNIT

_NUMBER_WORD = "|".join([*sorted([*COUNTS, *TENS], key=len, reverse=True)])
_NUMBER = re.compile(
    rf"(?<![\w.,/@#-])(?:{PHONE}|10\.[0-9]{{4,}}/\S+|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]{{1,2}}[:.][0-9]{{2}}\s?[ap]\.?m\b|[0-9]{{1,2}}:[0-9]{{2}}"
    rf"|(?P<whole>(?P<currency>[£$€]\s?)?(?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}|\s000(?![0-9]))+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"|(?:a\s+)?(?P<fraction>half|thirds?|quarters?|dozen)\b(?!-)(?=\s+of\b|\s+the\b|\s+dozen\b|\s+an?\b|\s+[a-z]+s\b)"
    rf"|(?P<words>(?:{_NUMBER_WORD})(?:[\s-](?:{_NUMBER_WORD}))?)(?:[\s-](?P<part>thirds?|quarters?|fifths|tenths))?(?![\w-]))"
    rf"(?P<scale>\s?(?:hundred|thousand|million|billion|trillion|dozen|mn|bn|m|k)\b)?"
    rf"(?P<percent>\s?(?:%|per\s?cent\b))?(?P<unit>[\s-]?{UNIT})?)(?!\w))"
)
"""Numbers in a text in lower case; telephone numbers, times of day, DOIs and numbers of versions and sections are matched so that no part of one is taken."""
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?:page|paragraphs?|para|sections?|tables?|figures?|fig\.|appendix|annex|chapter|item|ref|no\.?|stages?|class|version|volume|type|grade)\s+(?:[0-9]+\s+and\s+)?"
    r"|\[[0-9, –-]*)$"
)
_MARKER_BEFORE = re.compile(r"(?:^|(?<!:)\n)\s*[([]?$|[.;)]\s+(?:[0-9]{1,3},\s?)*$")
_MARKER_AFTER = re.compile(r"[.)\]]*(?:,\s?[0-9]+)*[ \t]*(?:$|\n|(?<=[.)\] ])[A-Z•])|[.)\]]\s")
"""What stands around the number of a page, a paragraph or a note."""
_PRONOUN_BEFORE = re.compile(r"\b(?:this|that|the|each|every|any|no|some|which|only|another)\s+$")
_PRONOUN_AFTER = re.compile(r"\s+(?:of|another|that|which|who|can|may|is|has|was|or)\b|[,.;'’]")
_PARTS_OF = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "tenths": 10}


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers that count or measure something: neither dates nor numbers of sections, pages or telephones."""
    lowered = in_small_letters(text)
    taken: Sequence[Time] | None = None
    for match in _NUMBER.finditer(lowered):
        start, end = match.span()
        if not match["whole"]:
            continue
        if match["digits"] and not any(match[group] for group in ("currency", "scale", "percent", "unit")):
            if before(_NAMED_BY_NUMBER, lowered, start):
                continue
            if end - start < 4 and _MARKER_AFTER.match(text, end) and before(_MARKER_BEFORE, text, start):
                continue
        if match["words"] == "one" and (_PRONOUN_AFTER.match(lowered, end) or before(_PRONOUN_BEFORE, lowered, start)):
            continue
        taken = times(text) if taken is None else taken
        if not any(time.start < end and start < time.end for time in taken):
            yield match


def in_digits(match: re.Match[str]) -> str:
    """A number in plain decimal digits, "%" kept; fractions in words as "1/2"."""
    if match["fraction"] and match["fraction"] != "dozen":
        return f"1/{_PARTS_OF[match['fraction']]}"
    if match["words"]:
        value = Decimal(_in_words(match["words"]))
        if match["part"]:
            return f"{value}/{_PARTS_OF[match['part'] if match['part'] in _PARTS_OF else match['part'] + 's']}"
    else:
        value = Decimal(re.sub(r"[,\s]", "", match["digits"] or "12"))
    if match["scale"]:
        value *= SCALES[match["scale"].strip()]
    return (format(value.normalize(), "f") if value else "0") + ("%" if match["percent"] else "")


def _in_words(text: str) -> int:
    return sum(TENS.get(word, COUNTS.get(word, 0)) for word in re.split(r"[\s-]", text))
