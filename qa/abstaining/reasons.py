"""Abstaining: why a question is not answered, in a code for programs and a sentence for people.

Each reason is declared once, in `ABSTENTION_REASONS`; what programs and documents know of it is derived from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from corpus.language.across import asks_across
from corpus.language.lasting.amendments import amendments
from corpus.language.lasting.holding import days_of
from corpus.language.other_languages import unread_script
from corpus.language.times.dates import dates
from corpus.language.times.parts import years_covered, years_in
from corpus.language.wording import days_in_words, listed
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.abstaining.about import about_names, documents_called, of_which_time, telling, texts
from qa.abstaining.absence import near_miss, speaks_of, untold
from qa.abstaining.numbered import no_such_number
from qa.abstaining.unknown import names_unknown
from qa.across.tabulating import Tabulated
from qa.judged.answering import Judged
from qa.judged.refusing import in_parts, of_another, of_another_time, of_several, undated
from qa.query import Query
from qa.query.coverage import Period, of_period
from qa.query.intent import asks_nothing
from qa.query.lookup import Lookup, frequency
from qa.request import Filters

ABOUT = 0.5
"""A passage that holds this share of what is asked about is about it, even where it does not answer."""
NEAR = 0.3
"""Words as likely as this are of passages about what is asked, however that is worded; set by hand."""
HELD_UNTIL, NOTHING_CHANGED = "held_until", "nothing_changed"
"""The reason that is given where what holds is not known, though something of it is."""
NAMED_TITLES = 5
_BEFORE_WORDING = ' :“"'


class _DeclaredReason:
    """Makes the JSON schema of a reason's code an enumeration of the declared ones."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "enum": list(reason_codes())}


Reason = Annotated[str, _DeclaredReason()]
"""The code of a reason to abstain."""


@dataclass(frozen=True, slots=True)
class Unsearched:
    """What is known before a search.

    Attributes:
        question: as it was typed.
        snapshot: the documents.
        is_any_allowed: whether a passage passes the filters.
        filters: what the search is limited to.
    """

    question: str
    snapshot: Snapshot
    is_any_allowed: bool
    filters: Filters


@dataclass(frozen=True, slots=True)
class Searched:
    """What is known when the best passage is no answer.

    Attributes:
        query: the question as it is understood.
        snapshot: the documents.
        idf_coverage: the share, 0 to 1, of the question's terms that the best passage holds.
        best: what the best passage says, with its headings.
        likely: how likely the words that came nearest are right, 0 to 1.
        relevant: how likely the passage that came nearest is about what is asked, 0 to 1.
        judged: what the facts say, where the question asks for a judgement.
        table: what they say, where it asks over many documents.
        ended: why nothing is known to hold now, in a sentence; "" where it is, or is not asked.
        unchanged: that nothing changed of what is asked about, in a sentence; "" where it did, or is not asked.
        scope: the documents that the filters let through.
        filters: what the search was limited to.
    """

    query: Query
    snapshot: Snapshot
    idf_coverage: float
    best: str = ""
    likely: float = 0.0
    relevant: float = 0.0
    judged: Judged | None = None
    table: Tabulated | None = None
    ended: str = ""
    unchanged: str = ""
    scope: Scope = EVERYTHING
    filters: Filters = Filters()

    @property
    def is_near(self) -> bool:
        """Whether the best passage likely is about what is asked, though it does not answer."""
        return self.idf_coverage >= ABOUT or self.likely >= NEAR or self.relevant >= ABOUT

    def is_told_of(self, period: Period) -> bool:
        """Whether the best passage is about what is asked, and tells of a time that is asked about."""
        if period.first is None or period.last is None or not self.is_near:
            return False
        return speaks_of(self.best, period.first, period.last)


def _never(_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class AbstentionReason:
    """A reason to abstain.

    Attributes:
        code: by which programs know it.
        when: in which case it is given, in a few words for the documentation.
        before_search: the sentence for the person who asked; "" where the reason does not hold before a search.
        after_search: the sentence after a search that brought no answer; "" where the reason does not hold then.
    """

    code: Reason
    when: str
    before_search: Callable[[Unsearched], str] = _never
    after_search: Callable[[Searched], str] = _never


def before_search(
    question: str, snapshot: Snapshot, is_any_allowed: bool, filters: Filters = Filters()
) -> tuple[Reason, str] | None:
    """Why there is nothing to search, or nothing to search for, in a code and a sentence; None where there is.

    Args:
        question: as it was typed.
        snapshot: the documents.
        is_any_allowed: whether a passage passes the filters.
        filters: what the search is limited to.
    """
    known = Unsearched(question, snapshot, is_any_allowed, filters)
    return next(((reason.code, text) for reason in ABSTENTION_REASONS if (text := reason.before_search(known))), None)


def abstain(known: Searched) -> tuple[Reason, str]:
    """Why the best passage is no answer, in a code and a sentence.

    Args:
        known: what is known of the question and of that passage.
    """
    return next((reason.code, text) for reason in ABSTENTION_REASONS if (text := reason.after_search(known)))


def reason_codes() -> tuple[Reason, ...]:
    """The codes of all reasons, in the order in which they are tried."""
    return tuple(reason.code for reason in ABSTENTION_REASONS)


def _empty_corpus(known: Unsearched) -> str:
    if known.snapshot.manifest.passages:
        return ""
    return "There are no documents to search yet. The person who runs this service can add some."


def _empty_question(known: Unsearched) -> str:
    if any(character.isalnum() for character in known.question):
        return ""
    return "There is no word in the question that could be looked for. Type a question."


def _times_unknown(known: Unsearched) -> str:
    if not known.filters.asks_times or known.snapshot.times is not None:
        return ""
    return (
        "This index was built before it was kept of which time passages speak, so it cannot be searched by that. "
        "Ask without it, or have the index built again with qa build."
    )


def _nothing_allowed(known: Unsearched) -> str:
    if known.is_any_allowed:
        return ""
    filters = known.filters
    if filters.asks_times and any(map(filters.passes, known.snapshot.metadata)):
        days = days_in_words(filters.about_from, filters.about_to)
        return f"No passage of the documents chosen speaks of the time asked for ({days}). Choose another one."
    return "No document fits the dates, publishers and documents chosen. Take one of them away and ask again."


def _one_word(known: Searched) -> str:
    if not asks_nothing(known.query.question):
        return ""
    return "This is one word, or few small ones, and no question. Ask what you want to know, in a sentence."


def _name_unknown(known: Searched) -> str:
    return names_unknown(known.query, known.snapshot) or no_such_number(known.query.question, known.snapshot)


def _other_language(known: Searched) -> str:
    query = known.query
    language = query.interpretation.language
    if not language and not unread_script(query.question):
        return ""
    seems = f"in {language}" if language else "in another script"
    content = [word for word in query.interpretation.terms if frequency(known.snapshot, word)]
    found = "no passage answers it for sure" if content else "its words stand in none of the documents"
    return (
        f"The question seems to be {seems}, and {found}. Words are only found in the language in which they are "
        "written: ask in the language of the documents."
    )


def _of_judged(told: Callable[[Judged, Snapshot], str]) -> Callable[[Searched], str]:
    """What is said of a judgement that is asked for, where one is."""
    return lambda known: told(known.judged, known.snapshot) if known.judged else ""


def _nothing_to_list(known: Searched) -> str:
    if known.table is None:
        return ""
    info = known.table.info
    if known.table.question.asks == "apart":
        return f"The documents do not state the days of both ({info.asked}), so the time between them is not known."
    silent = f"; in {info.silent} of them nothing of the kind was found at all" if info.silent else ""
    looked = f"{info.documents:,} document{' was' if info.documents == 1 else 's were'} looked at{silent}."
    return f"Nothing was found here that states that by name ({info.asked}). {looked}"


def _across_documents(known: Searched) -> str:
    if not asks_across(known.query.question):
        return ""
    held = of_which_time(known.query, known.snapshot) if known.query.documents else ""
    documents = f" The documents{about_names(known.query, known.snapshot)} {held}." if held else _naming(known)
    return (
        "This seems to ask for a count, a comparison or a list that may take several passages, and only what one "
        f"passage says can be quoted.{documents} Ask about one document, place or time at a time."
    )


def _naming(known: Searched) -> str:
    """In which documents a name stands that none is called by, in a sentence; "" where none does, or many do."""
    name = next((name.text for name in known.query.interpretation.names if name.known and not name.documents), "")
    found = [one for one in sorted(Lookup(known.snapshot).documents_naming(name)) if one in known.scope]
    titles = [f"“{known.snapshot.metadata[one].title}”" for one in found]
    return f" “{name}” stands in {listed(titles, 'and')}." if 0 < len(titles) <= NAMED_TITLES else ""


def _date_not_covered(known: Searched) -> str:
    missing = [
        period
        for period in known.query.interpretation.periods
        if period.covered is False
        and (not known.is_told_of(period) or _worded_then([period], known))
        and (known.snapshot.catalogue.is_series or not _is_mentioned(period, known))
        and not any(of_period(document, period) for document in documents_called(known.query, known.snapshot))
    ]
    if not missing:
        return ""
    about, held = about_names(known.query, known.snapshot), of_which_time(known.query, known.snapshot)
    time = listed(texts(missing), "or")
    worded = _worded_then(missing, known)
    if not held:
        return f"None of the documents{about} says that it is of the time asked about ({time}){worded}."
    return f"No document{about} is of the time asked about ({time}){worded}. The documents{about} {held}."


def _worded_then(missing: Sequence[Period], known: Searched) -> str:
    """That the nearest passage tells in brackets how a rule read until a time asked about or later; "" for none."""
    first = min((period.first.toordinal() for period in missing if period.first), default=0)
    for one in amendments(known.best, None, known.query.today):
        told = known.best[one.start + 1 : one.told]
        until = max((days[1] for day in dates(told, None) if (days := days_of(day))), default=0)
        if not one.has_ended and 0 < first <= until:
            words = " ".join(told.split()).rstrip(_BEFORE_WORDING)
            return f", but the nearest passage tells how a rule was worded before: “{words} …”"
    return ""


def _is_mentioned(period: Period, known: Searched) -> bool:
    """Whether a passage names the year: then, but in a series, documents of another time may well tell of it.

    So does a document of a name that is asked about, of a time that has the year: "from 1931 to 1937". Of a time
    without its year, such as "last week", a passage of these documents may have a day.
    """
    years = years_in(period.text)
    if not years and period.first and period.last and known.snapshot.times:
        rows = known.snapshot.times.rows_within(period.first, period.last).tolist()
        called = documents_called(known.query, known.snapshot)
        return any(row in document.rows for document in called for row in rows)
    if any(frequency(known.snapshot, year) for year in map(str, years)):
        return True
    called = documents_called(known.query, known.snapshot) if known.query.documents and years else []
    read = (document.text for one in called[:NAMED_TITLES] if (document := known.snapshot.document(one.id)))
    return any(not years.isdisjoint(years_covered(text)) for text in read)


def _not_told_then(known: Searched) -> str:
    if any(map(known.is_told_of, known.query.interpretation.periods)):
        return ""
    return untold(known.query, known.snapshot, known.scope, known.filters)


def _not_answered(known: Searched) -> str:
    if known.query.documents and telling(known.query, known.snapshot):
        asks_time = known.query.interpretation.periods or known.query.interpretation.order
        held = of_which_time(known.query, known.snapshot) if asks_time else ""
        names = about_names(known.query, known.snapshot, "or" if held else "and")
        documents = f"The documents{names} {held}" if held else f"There are documents{names}"
        return f"{documents}, but no passage in them answers the question for sure."
    if known.snapshot.catalogue.is_series and known.query.only_mentioned:
        only_mentioned = texts(known.query.only_mentioned)
        them = "it" if len(only_mentioned) == 1 else "them"
        return (
            f"No document here has {listed(only_mentioned, 'or')} in its title. "
            f"Some mention {them}, but no passage answers the question for sure."
        )
    return near_miss(known.query, known.snapshot, known.best, is_near=known.is_near)


def _nothing_relevant(_: Searched) -> str:
    return "No passage was found that answers this for sure. Try other words, or ask about one thing at a time."


ABSTENTION_REASONS: tuple[AbstentionReason, ...] = (
    AbstentionReason("empty_corpus", "the index holds no passage", before_search=_empty_corpus),
    AbstentionReason("empty_question", "there is no letter or digit in it", before_search=_empty_question),
    AbstentionReason(
        "times_not_kept",
        "passages are wanted that speak of some time, and the index was built before that was kept",
        before_search=_times_unknown,
    ),
    AbstentionReason(
        "nothing_matches_filters", "no document or passage passes the filters", before_search=_nothing_allowed
    ),
    AbstentionReason(
        "other_language",
        "the confidence is too low, and the question seems to be in a language other than English, or another script",
        after_search=_other_language,
    ),
    AbstentionReason(
        "name_not_in_corpus",
        "the confidence is too low, and a name or numbered thing in the question stands in no document",
        after_search=_name_unknown,
    ),
    AbstentionReason(
        "no_question",
        "it is one word that asks nothing, or only small words",
        after_search=_one_word,
    ),
    AbstentionReason("several_judged", "several were rated, and none is named", after_search=_of_judged(of_several)),
    AbstentionReason(
        "another_judged", "a hospital is asked about, a home told of", after_search=_of_judged(of_another)
    ),
    AbstentionReason(
        "judgement_undated",
        "the latest rating is asked for, and a document without a day may tell it",
        after_search=_of_judged(undated),
    ),
    AbstentionReason(
        "judged_in_parts",
        "a rating of the whole is asked for, and the last inspection by that time gave some of parts alone",
        after_search=_of_judged(in_parts),
    ),
    AbstentionReason(
        "not_judged_then",
        "a rating of some time is asked for, and the documents tell those of other times only",
        after_search=_of_judged(of_another_time),
    ),
    AbstentionReason(
        "nothing_to_list",
        "a list, a count or a comparison of judgements or visits is asked for, and the documents tell of none such",
        after_search=_nothing_to_list,
    ),
    AbstentionReason(NOTHING_CHANGED, "what changed is asked; nothing did", after_search=lambda it: it.unchanged),
    AbstentionReason(
        HELD_UNTIL,
        "what is or was so is asked; documents tell only until when, of another year, when it was to be, withdrawn or "
        "vacant",
        after_search=lambda known: known.ended,
    ),
    AbstentionReason(
        "date_not_covered",
        "the confidence is too low, and no document (of the names in the question) is of the time in it; "
        "where the documents are not a series, no passage names its year either, nor does the nearest tell of it",
        after_search=_date_not_covered,
    ),
    AbstentionReason(
        "not_told_then",
        "the confidence is too low, and no document of the time in the question, or the filters, has its rarest word, "
        "nor does the nearest passage tell of that time",
        after_search=_not_told_then,
    ),
    AbstentionReason(
        "asks_across_documents",
        "the confidence is too low, and the question seems to ask for a count, a comparison or a list over passages",
        after_search=_across_documents,
    ),
    AbstentionReason(
        "not_answered",
        "the confidence is too low, though documents are called by a name asked about, or those of a series mention "
        "it, or the best passage likely is about it, or holds at least half of it, by weight or by words",
        after_search=_not_answered,
    ),
    AbstentionReason(
        "nothing_relevant",
        "the confidence is too low, and the best passage holds less than that",
        after_search=_nothing_relevant,
    ),
)
"""The reasons to abstain, in the order in which they are tried."""
