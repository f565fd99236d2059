"""Vocabulary: the words that several grammars of this floor share."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DASH = "[-‐‑‒–—−]"
PHONE = rf"\(?0[0-9]{{2,4}}\)?(?:\s|{DASH})?[0-9]{{3,4}}(?:\s|{DASH})?[0-9]{{3,4}}(?![0-9])"
COUNTS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
        nineteenth twentieth twenty-first""".split(),
        1,
    )
}

UNIT = (
    r"(?:people|persons|children|pupils|students|patients|participants|adults|women|men|households|homes|houses|dwellings|cases|deaths|words|pounds|dollars|euros"
    r"|staff|members|employees|workers|residents|families|places|beds|units|votes|times|samples|subjects|individuals|cells|copies|tonnes|tons|acres|hectares|miles"
    r"|years?|months?|weeks?|days?|hours?|hrs|minutes?|mins?|seconds?|secs?|kilomet(?:re|er)s?|met(?:re|er)s?|feet|ft|km2?|cm|mm|nm|kg|mg|ml|µg|μg|mcg|iu|rpm|hz|kb|bp"
    r"|kda|mw|kw|gwh?|litres?|gallons?|degrees|points?|signatures|applications|responses|jobs)\b"
)


@cache
def load(name: str) -> dict[str, Any]:
    """The declared words of a file in en/, by the names of its tables and lists."""
    return tomllib.loads((Path(__file__).parent / "en" / f"{name}.toml").read_text("utf-8"))
