"""Exchange checks: more for fewer, another doer, place, letter or case than that which is asked about."""

from __future__ import annotations

from collections.abc import Callable

from corpus.language.distinctions.circumstances import is_for_the_other_case
from corpus.language.distinctions.exchanges import (
    acts_on_another,
    exchanges_letter,
    exchanges_name,
    is_titled_otherwise,
    sets_apart,
)
from corpus.language.distinctions.exclusions import affirms_denied, denies_deed
from corpus.language.distinctions.opposites import counts_opposite, counts_other_way, tells_only_difference
from corpus.language.persons.doers import is_deed_of_another, is_done_by_another, is_done_by_one_not_named
from corpus.language.rows import is_row
from qa.passages.quoted import QuotedWords


def _more_for_fewer(words: QuotedWords) -> bool:
    """The question asks how many more there are, or who has more, and the sentence tells how many fewer or who has.

    Or it asks how many there are, and the figure tells only how many more or fewer.
    """
    if words.is_closed:
        return False
    question, sentence, figure = words.question, words.sentence_text, words.span.within if words.span.value else None
    return (
        counts_other_way(question, sentence, figure)
        or tells_only_difference(question, sentence, figure)
        or counts_opposite(question, sentence)
    )


def _done_by_another(words: QuotedWords) -> bool:
    """The question asks what somebody did or has, and the sentence tells that of another, or of nobody named near."""
    question, said = words.question, words.sentence_text
    if words.kind == "yes_no":
        return False
    if is_done_by_another(question, said) or is_deed_of_another(
        question, said, words.asked.is_proper_noun, words.everywhere
    ):
        return True
    meta = words.asked.snapshot.find_document(words.passage.document_id)
    source = meta.source if meta and meta.source else ""
    near = "\n".join((words.title, source, words.stands_under, words.paragraph_before))
    return is_done_by_one_not_named(question, said, near)


def _another_name_of_place(words: QuotedWords) -> bool:
    """The question asks of a deed at one place, or for one body, and the sentence tells it of another alone."""
    return words.kind != "yes_no" and exchanges_name(words.question, words.sentence_text, words.above)


def _another_letter(words: QuotedWords) -> bool:
    """The question asks about what goes by a letter, and the sentence tells only of what goes by another."""
    return words.kind != "yes_no" and exchanges_letter(words.question, words.numbered_sentence)


def _titled_otherwise(words: QuotedWords) -> bool:
    """The question asks about a hip replacement, say, and the document is called by a knee replacement alone."""
    if words.kind == "list" or words.is_choice:
        return False
    return is_titled_otherwise(words.question, words.above, words.everywhere)


def _another_thing_done(words: QuotedWords) -> bool:
    """The question asks how long clerks keep the logs, and the sentence tells how long they keep the rotas."""
    if words.is_closed or words.kind == "list" or is_row(words.sentence_text):
        return False
    near = f"{words.above}\n{words.paragraph_before}"
    return acts_on_another(words.question, words.sentence_text, near, words.everywhere)


def _set_apart(words: QuotedWords) -> bool:
    """The question asks about what the sentence names only as what it was not: "a plug, not arson"."""
    return not words.is_closed and sets_apart(words.question, words.sentence_text)


def _affirmed_for_denied(words: QuotedWords) -> bool:
    """The question asks how many are not so, and the sentence tells how many are, or the other way round."""
    question, said = words.question, words.sentence_text
    if words.kind in ("number", "date") and affirms_denied(question, said):
        return True
    is_asked = words.kind not in ("yes_no", "date", "reason") and not words.is_choice
    return is_asked and denies_deed(question, said)


def _other_case(words: QuotedWords) -> bool:
    """The question tells that somebody is not married, say, and the sentence is for those alone who are."""
    return not words.is_closed and is_for_the_other_case(words.question, words.sentence_text)


EXCHANGE_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _more_for_fewer,
    _done_by_another,
    _another_name_of_place,
    _another_letter,
    _affirmed_for_denied,
    _titled_otherwise,
    _another_thing_done,
    _set_apart,
    _other_case,
)
"""Each says of words whether they are no answer."""
