"""How many dates in sentences are found, and how many mean what they should: by kind of expression.

The sentences are those of `tests/date_expressions.toml`. With a folder of test cases of Microsoft's Recognizers-Text
(`../shared/data/recognizers_text`) it also counts what is found of these, as a net that shows which kinds changed; days
of which the month might be first are left out. Run it as `python -m benchmarks.dates [FOLDER]`.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from corpus.language.kinds import Span
from corpus.language.lasting.holding import ordinals
from corpus.language.times.dates import dates

SENTENCES = Path(__file__).parents[1] / "tests" / "date_expressions.toml"
MONDAY = date(2023, 6, 12)
"""The day on which the sentences are published that begin with no other."""
_LABELLED = re.compile(r"\{(?P<text>[^={}]+)=(?P<value>[^{}]+)\}")
_MONTH_FIRST = re.compile(r"\b(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{2,4})?\b")
_TYPES = ("date", "daterange")


def unlabelled(sentence: str) -> tuple[str, date, dict[Span, str]]:
    """A sentence without its labels, its day of publication, and each date with its value."""
    day, bar, rest = sentence.partition("|")
    published = date.fromisoformat(day) if bar else MONDAY
    text, spans, end = "", dict[Span, str](), 0
    for label in _LABELLED.finditer(rest if bar else sentence):
        text += label.string[end : label.start()]
        spans[len(text), len(text) + len(label["text"])] = label["value"]
        text += label["text"]
        end = label.end()
    return text + (rest if bar else sentence)[end:], published, spans


def counted_by_kind() -> tuple[dict[str, Counter[str]], list[str]]:
    """For each kind of expression how many dates there are, are found, stand where they should, and are right.

    "none" counts the sentences without any. With them come those sentences that are read wrongly.
    """
    counts: dict[str, Counter[str]] = {}
    mistaken: list[str] = []
    for kind, sentences in tomllib.loads(SENTENCES.read_text(encoding="utf-8")).items():
        count = counts[kind] = Counter()
        for text, published, expected in map(unlabelled, sentences):
            found = {(mention.start, mention.end): mention.normalized for mention in dates(text, published)}
            matched = expected.keys() & found.keys()
            right = sum(expected[span] == found[span] for span in matched)
            count.update(expected=len(expected), found=len(found), matched=len(matched), right=right)
            count["none"] += not expected
            if found != expected:
                mistaken.append(f"{kind}: {text} {sorted(found.items())}")
    return counts, mistaken


def net(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """For each file of test cases and type how many dates there are, are found, and have the same days."""
    for file in sorted(folder.glob("dates*/*.json")):
        cases: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8-sig"))
        counts: dict[str, Counter[str]] = {kind: Counter() for kind in _TYPES}
        for case in cases:
            said = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
            told = dates(case["Input"], date.fromisoformat(said) if said else None)
            for result in case.get("Results", []):
                kind = str(result.get("TypeName") or result.get("Type")).removeprefix("datetimeV2.")
                if kind not in counts or _MONTH_FIRST.search(result["Text"]):
                    continue
                start = result["Start"]
                end = result.get("End", start + result.get("Length", 1) - 1) + 1
                own = [mention.normalized for mention in told if mention.start < end and start < mention.end]
                wanted = set(_days_of(result, kind))
                is_right = any(_ordinals(one) in wanted for one in own)
                counts[kind].update(expected=1, found=bool(own), valued=bool(wanted), right=is_right)
        for kind, count in counts.items():
            if count:
                yield f"{file.parent.name}/{file.stem}: {kind}", count


def _ordinals(normalized: str) -> Span | None:
    first, _, last = normalized.partition("/")
    return ordinals(first, last or first)


def _days_of(result: Mapping[str, Any], kind: str) -> Iterator[Span]:
    """The first and last days that a test case gives for a date; its ranges end with the day after."""
    value = result.get("Value") or {}
    parsed = [value[name] for name in ("FutureResolution", "PastResolution") if value.get(name)]
    for one in (*parsed, *(result.get("Resolution") or {}).get("values", [])):
        first = one.get("startDate") or one.get("start") or one.get("date") or one.get("value")
        last = one.get("endDate") or one.get("end") or first
        try:
            end = date.fromisoformat(last) - timedelta(days=kind == "daterange")
            yield date.fromisoformat(first).toordinal(), end.toordinal()
        except (TypeError, ValueError):
            continue


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def main() -> None:
    """Print the tables."""
    counts, mistaken = counted_by_kind()
    print("| kind | dates | without | precision | recall | value right |\n|---|---|---|---|---|---|")
    for kind, count in [*counts.items(), ("all", sum(counts.values(), Counter[str]()))]:
        rates = [_rate(count["matched"], count["found"]), _rate(count["matched"], count["expected"])]
        cells = [kind, str(count["expected"]), str(count["none"]), *rates, _rate(count["right"], count["matched"])]
        print(f"| {' | '.join(cells)} |")
    print("\nRead wrongly:\n", *(f"- {one}" for one in mistaken), sep="\n")
    if len(sys.argv) > 1:
        print("\n| test cases | dates | found | days right |\n|---|---|---|---|")
        for name, count in net(Path(sys.argv[1])):
            right = _rate(count["right"], count["valued"])
            print(f"| {name} | {count['expected']} | {_rate(count['found'], count['expected'])} | {right} |")


if __name__ == "__main__":
    main()
