"""Contacts: telephone numbers and addresses of mail and of pages in a text, and which of them a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from corpus.language.kinds import QUESTIONS_KEPT, PlacedValue, Span, Value
from corpus.language.vocabulary import alternatives, load

ContactForm = Literal["phone", "email", "web"]

_TABLE = load("contacts")
_ASKERS, _AUXILIARIES = alternatives(_TABLE["askers"]), alternatives(_TABLE["auxiliaries"])
_BY_PHONE, _BY_MAIL = alternatives(_TABLE["reaching_by_phone"]), alternatives(_TABLE["reaching_by_mail"])
_SOMEBODY_MAY = rf"(?:{_AUXILIARIES}\s+)?(?:{_ASKERS}\s+)?(?:{_AUXILIARIES}\s+)?"
_ASKS: Mapping[ContactForm, re.Pattern[str]] = {
    "phone": re.compile(
        rf"\b{alternatives(_TABLE['phones'])}\s+(?:numbers?|nos?)\b|^\W*{alternatives(_TABLE['phones'])}\s+(?:for|of|at)\b|\b{alternatives(_TABLE['fax'])}\b"
        rf"|\b(?:who|whom|what|which)\b[^?.]{{0,40}}?\bnumbers?\s+{_SOMEBODY_MAY}{_BY_PHONE}\b"
        rf"|\bnumber\s+(?:for\s+\w+\s+)?to\s+{_BY_PHONE}\b|^\W*(?:the\s+)?number\s+for\s"
        rf"|\bhow\s+{_AUXILIARIES}\s+{_ASKERS}\s+(?:best\s+)?{_BY_PHONE}\b"
        rf"|\b(?:what|which)\s+number\s+{_AUXILIARIES}\s+{_ASKERS}\s+(?:best\s+)?{alternatives(_TABLE['getting'])}\b(?!\s+(?:by|in)\b|\W*$)"
        rf"|\b(?:on|at)\s+(?:what|which)\s+number\s+(?:{_AUXILIARIES}|{alternatives(_TABLE['being'])})\b[^?.]{{0,60}}?\b{alternatives(_TABLE['reached'])}\b"
        rf"|['’]s\s+{alternatives(_TABLE['extensions'])}\W*$|\b{alternatives(_TABLE['extensions'])}\s+(?:numbers?|nos?)\b"
        rf"|\bwhom?\s+{_AUXILIARIES}\s+(?:{_ASKERS}\s+)(?:need\s+to\s+)?{_BY_PHONE}\b",
        re.I,
    ),
    "email": re.compile(
        rf"\b{alternatives(_TABLE['mails'])}\s+address(?:es)?\b|^\W*{alternatives(_TABLE['mails'])}\s+(?:for|of|at)\b"
        rf"|\bhow\s+{_AUXILIARIES}\s+{_ASKERS}\s+(?:best\s+)?{_BY_MAIL}\b"
        rf"|\b(?:who|whom|what|where)\s+{_AUXILIARIES}\s+(?:{_ASKERS}\s+)(?:need\s+to\s+)?{_BY_MAIL}\b"
        rf"|\bwhat(?:['’]?s|\s+is)\s+(?:the|your|their|its)\s+(?:[\w'’-]+\s+){{0,3}}{alternatives(_TABLE['mails'])}\W*$",
        re.I,
    ),
    "web": re.compile(rf"\b(?:what|which)\b(?:(?!\bof\b)[^?.]){{0,60}}?\b{alternatives(_TABLE['pages'])}\b", re.I),
}
_ASKS_ANY = re.compile(
    rf"\b{alternatives(_TABLE['details'])}\b"
    rf"|\bhow\s+{_AUXILIARIES}\s+(?:{_ASKERS}\s+)(?:best\s+)?{alternatives(_TABLE['getting'])}\b",
    re.I,
)
_ASKS_WRITING = re.compile(rf"\b{alternatives(_TABLE['writing'])}\b(?!\s+to\b)", re.I)
_NUMBER_FOR = re.compile(r"\b(?:what|which)(?:['’]?s|\s+is)?\s+(?:(?:the|your|their|its)\s+)?number\b(?!\s+of\b)", re.I)
"""It may be one to call: "What is the number for the porter?", "What number do I get the porter on?"."""
_ASKS_WHO = re.compile(r"\bwhom?\b", re.I)
_REACHED = re.compile(rf"\b(?:{_BY_PHONE}|{_BY_MAIL})\s+(?:the\s+|your\s+|our\s+)?(?-i:[A-Z])", re.I)
_FAX = re.compile(rf"\b{alternatives(_TABLE['fax'])}\b", re.I)
_NUMBER = re.compile(
    r"(?<![\w.,/@-])(?:\+[0-9]{1,3}[ -]?(?:\(0\)[ -]?)?[0-9]|\(?0[0-9])(?:[ )-]{0,2}[0-9]){7,10}(?![\w@/]|[.,-][0-9])"
)
_SHORT_NUMBER = re.compile(
    rf"\b{alternatives(_TABLE['calling'])}(?:\s+(?:us|them))?(?:\s+on)?:?\s+"
    r"(?P<number>[0-9]{3}(?: [0-9]{3})?|[0-9]{5})\b(?![.,:/-]?[0-9])",
    re.I,
)
_EXTENSION = re.compile(
    rf"\b{alternatives(_TABLE['extensions'])}(?:\.|\s+(?:number|no\.?))?(?:\s+is|:)?\s+(?P<number>[0-9]{{3,5}})\b(?![.,:/-]?[0-9])",
    re.I,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PAGE = re.compile(
    r"\b(?:https?://|www\.)[^\s|<>\"']{1,300}(?<![.,;:)!?*_])"
    rf"|(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,5}}{alternatives(_TABLE['domains'])}\b(?![.-]?\w|@)"
    r"(?:/[^\s|<>\"']{0,300}(?<![.,;:)!?*_]))?",
    re.I,
)


def words_asking_contact(question: str) -> str:
    """The words by which a question asks for one; "" where it does not, or asks how one is written."""
    if _ASKS_WRITING.search(question):
        return ""
    found = (pattern.search(question) for pattern in (*_ASKS.values(), _ASKS_ANY))
    return next((match.group() for match in found if match), "")


@lru_cache(maxsize=QUESTIONS_KEPT)
def forms_asked(question: str) -> frozenset[ContactForm]:
    """Which forms of contact a question asks for; nothing where it asks for something else."""
    if _ASKS_WRITING.search(question):
        return frozenset()
    asked = frozenset(form for form, pattern in _ASKS.items() if pattern.search(question))
    return asked or (frozenset(_ASKS) if _ASKS_ANY.search(question) else frozenset())


def lacks_contact(question: str, said: str, under: str) -> bool:
    """Whether a question asks for a contact, and what is said gives none of its form, or a telephone for a fax.

    Who is to be rung is told by "ring the organiser, Ada Moor", too.

    Args:
        question: as it was asked.
        said: the words that may answer.
        under: their sentence, and what they stand under, such as the names of a table's columns.
    """
    forms = forms_asked(question)
    if not forms:
        return False
    whole = f"{said}\n{under}"
    rung = [match.end() - 1 for match in _REACHED.finditer(whole)] if _ASKS_WHO.search(question) else []
    if any(start < len(said) or whole.startswith(said, start) for start in rung):
        return False
    if _FAX.search(question) and not _FAX.search(whole):
        return True
    return forms != frozenset(_ASKS) and not any(value[2].kind in forms for value in contacts(said))


def asks_contact(question: str) -> bool:
    """Whether a question asks for a contact, or for a number that may be one."""
    return bool(forms_asked(question)) or _NUMBER_FOR.search(question) is not None


def gives_number(question: str, said: str) -> bool:
    """Whether a question asks for the number for somebody, and what is said gives one to call."""
    return _NUMBER_FOR.search(question) is not None and any(value.kind == "phone" for _, _, value in contacts(said))


def contacts(text: str) -> list[PlacedValue]:
    """The telephone numbers and addresses in a text, in order, each once.

    A number's normalized form is its digits with a "+" before a country's code; an address's is in small letters.
    """
    found: list[PlacedValue] = []
    for start, end, value in sorted(_all(text), key=lambda placed: (placed[0], -placed[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end, value))
    return found


def contact_spans(text: str) -> list[Span]:
    """Where these stand."""
    return [(start, end) for start, end, _ in contacts(text)]


def _all(text: str) -> Iterator[PlacedValue]:
    for match in _NUMBER.finditer(text):
        yield *match.span(), _phone(match[0])
    for pattern in (_SHORT_NUMBER, _EXTENSION):
        for match in pattern.finditer(text):
            yield *match.span("number"), _phone(match["number"])
    for match in _MAIL.finditer(text):
        yield *match.span(), Value("email", match[0], match[0].lower())
    for match in _PAGE.finditer(text):
        yield *match.span(), Value("web", match[0], match[0].lower())


def _phone(written: str) -> Value:
    return Value("phone", written, re.sub(r"\(0\)|[^0-9+]", "", written))
