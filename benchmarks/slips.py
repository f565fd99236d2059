"""How many misspelt words and names are mended rightly, and how many rare right words are left alone.

Words and names of each index, and words that ask, get one slip each, of the kinds that people make: a letter left out,
doubled, swapped with the next, or typed for one beside it on the keyboard. Rare right words are those that two
documents of another index hold and none of this one. Run it as `python -m benchmarks.slips INDEX INDEX [...]`.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from corpus.language.vocabulary import load
from corpus.language.words import stems
from eval.results import Results
from index.encoder import load_encoder, whole_words
from index.snapshot import Snapshot, open_snapshot
from qa.query.lookup import Lookup
from qa.query.spelling import correct, corrected, other_spellings
from qa.query.tokens import tokenize
from qa.settings import read_settings

SEED = 7
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LEAST_LETTERS = 3
RARE = 3
READ_DOCUMENTS = 60
ASKED = " is it"
"""What follows a word that asks, which never stands alone."""


def slip(word: str, chance: random.Random) -> str:
    """A word with one slip after its first letter; the word itself where the slip changes nothing."""
    place = chance.randrange(1, len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    row = next((row for row in ROWS if letter in row), letter)
    beside = [row[other] for other in (row.index(letter) - 1, row.index(letter) + 1) if 0 <= other < len(row)]
    return chance.choice(
        (
            before + after,
            before + letter + letter + after,
            before + after[:1] + letter + after[1:] if after else word,
            before + chance.choice(beside) + after if beside else word,
        )
    )


def words_of(snapshot: Snapshot) -> Counter[str]:
    """In how many of some documents each word in small letters stands."""
    step = max(1, len(snapshot.metadata) // READ_DOCUMENTS)
    counted: Counter[str] = Counter()
    for meta in list(snapshot.metadata)[::step]:
        document = snapshot.document(meta.id)
        counted.update(
            set(re.findall(rf"(?<![\w’'-])[a-z]{{{LEAST_LETTERS},}}(?![\w’'-])", document.text if document else ""))
        )
    return counted


def slips_of(lookup: Lookup, many: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Slips of words and of names that documents are called by, each with what was meant."""
    counted = words_of(lookup.snapshot)
    words = sorted(word for word, times in counted.items() if times >= RARE and stems(word))
    names = sorted(
        word
        for word, (written, _) in lookup.proper.items()
        if len(word) >= LEAST_LETTERS
        and word.isascii()
        and word.isalpha()
        and lookup.documents(word)
        and not written.isupper()
    )
    asking = [word for asked in load("halves")["asking"] for word in asked.split() if len(word) >= LEAST_LETTERS]
    for pool, after in ((words, ""), (names, ""), (sorted(set(asking)), ASKED)):
        for meant in chance.sample(pool, min(many, len(pool))):
            typed = slip(meant, chance)
            if typed != meant and not lookup.frequency(typed) and stems(typed):
                yield f"{typed}{after}", f"{meant}{after}"


def mended(typed: str, lookup: Lookup, is_word: Callable[[str], bool]) -> str:
    """What some words are taken for."""
    _, corrections = correct(tokenize(typed, lookup), lookup, is_word)
    return corrected(typed, corrections).casefold()


def measure(indexes: Sequence[Path], many: int) -> Iterator[str]:
    """The figures, a line each."""
    settings = read_settings()
    encoder = load_encoder(settings.encoder, settings.models)
    is_word = whole_words(encoder)
    lookups = [Lookup(open_snapshot(index, encoder)) for index in indexes]
    counts = [words_of(lookup.snapshot) for lookup in lookups]
    slipped = right = rare = left = respelt = 0
    for place, lookup in enumerate(lookups):
        chance = random.Random(SEED)
        for typed, meant in slips_of(lookup, many, chance):
            slipped, got = slipped + 1, mended(typed, lookup, is_word)
            right += got == meant
            if got != meant:
                yield f"slip    {typed} for {meant}: taken for {got}"
        others = sorted(
            word
            for other, counted in enumerate(counts)
            if other != place
            for word, times in counted.items()
            if times == RARE - 1 and not lookup.frequency(word)
        )
        for word in chance.sample(others, min(2 * many, len(others))):
            rare, got = rare + 1, mended(word, lookup, is_word)
            left += got == word
            respelt += got in other_spellings(word)
            if got != word:
                yield f"rare    {word}: taken for {got}"
    yield f"{right} of {slipped} slips mended rightly ({right / max(slipped, 1):.3f})"
    yield f"{left} of {rare} rare right words left alone ({left / max(rare, 1):.3f})"
    yield f"{respelt} of the others taken for their other spelling, which the documents have"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("indexes", nargs="+", type=Path, help="of corpora that are unlike each other")
    parser.add_argument("--many", type=int, default=30, help="so many words and so many names of each")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    results = Results(Console(width=160))
    for line in measure(given.indexes, given.many):
        results.line(line)
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.slips", *sys.argv[1:]])
