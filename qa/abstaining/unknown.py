"""Unknown: the names in a question that stand in no document, with what the documents have instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.language.persons.people import TITLED
from corpus.language.short_forms import asks_meaning
from corpus.language.wording import listed
from index.snapshot import Snapshot
from qa.abstaining.about import texts
from qa.query import Query
from qa.query.acronyms import long_form
from qa.query.entities import Name
from qa.query.lookup import Lookup

_SHORT_FORM: Final = re.compile(r"[A-Z]{2,5}s?|[A-Z](?:&[A-Z])+s?")
_JOINED: Final = re.compile(r"(?<!\w)\w+(?:&\w+)+")
_PART: Final = re.compile(r"\w+|&")


def names_unknown(query: Query, snapshot: Snapshot) -> str:
    """That the documents do not mention some names, with those that they do mention; "" where they mention all.

    Whether they mention what a short form stands for is known of few, so only the form itself is said to be missing.

    Args:
        query: the question.
        snapshot: the documents.
    """
    lookup = Lookup(snapshot)
    unknown = _whole(query)
    meant = {name.text: form for name in unknown if (form := long_form(name.text, lookup))}
    short = [name for name in unknown if name.text not in meant and _is_short_form(name, query.question)]
    named = [name for name in unknown if name not in short]
    said = []
    if named:
        said.append(f"The documents here do not mention {listed(texts(named), 'or')}. {_instead(named, meant, lookup)}")
    if short:
        form, stands, its = ("form", "stands", "its") if len(short) == 1 else ("forms", "stand", "their")
        said.append(
            f"The short {form} {listed(texts(short), 'and')} {stands} nowhere in the documents here. "
            f"Ask with {its} words in full."
        )
    return " ".join(said)


def _whole(query: Query) -> list[Name]:
    """The names that are unknown; letters with "&" between them whole: "R&D" as it was typed, and not its "R"."""
    joined = [match[0] for match in _JOINED.finditer(query.question)]
    return [
        replace(
            name, text=next((whole for whole in joined if set(name.text.split()) <= {*_PART.findall(whole)}), name.text)
        )
        for name in query.unknown
    ]


def _is_short_form(name: Name, question: str) -> bool:
    """Whether a name is a few capitals in a question that has small letters too, and does not ask what they mean."""
    return _SHORT_FORM.fullmatch(name.text) is not None and not question.isupper() and not asks_meaning(question)


def _instead(unknown: Sequence[Name], meant: dict[str, str], lookup: Lookup) -> str:
    """What the documents have that some names may stand for, or that is nearest to them; else a word of advice."""
    nearest = list(dict.fromkeys(near for name in unknown for near in name.nearest))
    held = (part for name in unknown for part in lookup.proper_parts(name.text) if not TITLED.fullmatch(part))
    parts = list(dict.fromkeys(held))
    if meant:
        return " ".join(f"{short} may stand for {form}, which they do mention." for short, form in meant.items())
    if nearest:
        return f"The nearest {'name' if len(nearest) == 1 else 'names'} in them: {listed(nearest, 'and')}."
    if parts:
        return f"They do mention {listed(parts, 'and')}."
    if all(" " in name.text and all(map(lookup.frequency, name.text.split())) for name in unknown):
        return "The words of it stand in them, but nowhere all together."
    return "Check how it is spelt."
