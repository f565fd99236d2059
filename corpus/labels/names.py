"""Proper names in the words of a table of labels: what one looks like, and what is left out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.language.vocabulary import alternatives

_WORD = r"[A-Z][\w'’.]*"
_SHORT = 5  # a name of so many capitals may be letters for words


@dataclass(frozen=True, slots=True)
class NameForm:
    """How proper names are found and cut.

    Attributes:
        within, last: the patterns of a name with words after it, and of one without, in a group called "name"; its
            capitals count whatever stands around it.
        before, after: what is left out of it.
        links: small words within names.
        never_last: words with which no name ends.
        never_within: what no name holds.
    """

    within: str
    last: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    links: frozenset[str]
    never_last: frozenset[str]
    never_within: re.Pattern[str]

    @classmethod
    def of(cls, declared: Mapping[str, Sequence[str]]) -> NameForm:
        """The form that the [names] of a table declare."""
        links = alternatives(declared["links"])
        of = rf"(?:{'|'.join(f'(?<={re.escape(word)})' for word in declared['before_of'])})\s+of\s+(?:the\s+)?"
        joint = rf"(?:{of}|,?\s+(?:{links}\s+){{0,2}}|-(?:{links}-){{0,2}})"
        name = rf"(?:the\s+)?(?P<name>(?-i:\b{_WORD}(?:{joint}{_WORD}){{0,7}}"
        return cls(
            f"{name}?))",
            f"{name}))",
            re.compile(rf"(?:{alternatives(declared['left_out_before'])}\s+)+", re.I),
            re.compile(rf"(?:\s+{alternatives(declared['left_out_after'])})+$", re.I),
            frozenset({*declared["links"], "of"}),
            frozenset(map(str.casefold, declared["never_last"])),
            re.compile("|".join(declared["never_within"]), re.I),
        )

    def bare(self, name: str) -> str:
        """A name on one line, without the words for what kind of body it is and not all in capitals; "" for none."""
        name = " ".join(name.split())
        if name.rsplit(" ", 1)[-1].casefold() in self.never_last or self.never_within.search(name):
            return ""
        if name.isupper() and len(name) > _SHORT:
            name = re.sub(r"[\w'’]+", self._in_small_letters, name)
        if lead := self.before.match(name):
            name = name[lead.end() :] or name
        return self.after.sub("", name).strip(" ,.") or name

    def _in_small_letters(self, word: re.Match[str]) -> str:
        small = word[0].lower()
        return small if small in self.links else small.capitalize()
