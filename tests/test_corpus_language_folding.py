"""A text is searched as people type it, and every place found leads back to the characters that are shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.folding import Folded, fold, searchable
from corpus.language.names import bare, bare_words
from corpus.language.times.dates import dates
from corpus.language.values import answer_value, value_spans
from corpus.language.words import stems, word_spans

WRITTEN = {
    "accents of their own": [
        ("cafe\u0301", "café"),
        ("re\u0301sume\u0301s", "résumés"),
        ("nai\u0308ve", "naïve"),
        ("Zoe\u0308", "Zoë"),
        ("Pa\u0301draig", "Pádraig"),
        ("a\u030a\u0301ngstro\u0308m", "ǻngström"),
        ("q\u0303", "q"),
    ],
    "soft hyphens": [
        ("com\u00admit\u00adtee", "committee"),
        ("\u00adcouncil\u00ad", "council"),
        ("safe\u00ad\nguarding", "safeguarding"),
        ("safe\u00ad \n  guarding", "safeguarding"),
        ("inspec\u00adtion’s", "inspection’s"),
    ],
    "characters that are not seen": [
        ("zero\u200bwidth", "zerowidth"),
        ("coun\u200dcil", "council"),
        ("\ufeffcouncil", "council"),
        ("coun\u2060cil\u200e", "council"),
        ("wa\u200crd", "ward"),
        ("☎\ufe0f", "☎"),
    ],
    "ligatures": [
        ("\ufb01nance", "finance"),
        ("o\ufb00er", "offer"),
        ("o\ufb03cer", "officer"),
        ("\ufb02ood", "flood"),
        ("ba\ufb04ed", "baffled"),
        ("\ufb06reet", "street"),
    ],
    "full-width and mathematical forms": [
        ("ｃｏｕｎｃｉｌ", "council"),
        ("２０２３", "2023"),
        ("Ｗａｒｄ ７", "Ward 7"),
        ("（ｃｌｏｓｅｄ）", "(closed)"),
        ("𝐜𝐨𝐮𝐧𝐜𝐢𝐥", "council"),
    ],
    "UTF-8 read as Windows-1252 or Latin-1": [
        ("councilâ€™s", "council’s"),
        ("cafÃ©", "café"),
        ("â€œHelloâ€\x9d", "“Hello”"),
        ("Â£5", "£5"),
        ("councilâ€”the", "council—the"),
        ("councilÃ¢â‚¬â„¢s", "council’s"),
        ("â\x80\x99s", "’s"),
        ("com\u00c2\u00admittee", "committee"),
        ("ï¬\x81nance", "finance"),
    ],
    "other apostrophes": [
        ("childrenʼs", "children’s"),
        ("don´t", "don’t"),
        ("council′s", "council’s"),
        ("O‛Brien", "O’Brien"),
        ("a 5′ wall", "a 5′ wall"),
    ],
    "what is right as it is": [
        ("„Spaß“", "„Spaß“"),
        ("CAFÉ–BAR", "CAFÉ–BAR"),
        ("l’été’ – £5 © 2019", "l’été’ – £5 © 2019"),
        ("Łódź, Århus, naïve", "Łódź, Århus, naïve"),
        ("«é» … ½ m² ™", "«é» … ½ m² ™"),
        ("Ďáblice”", "Ďáblice”"),
    ],
}
CASES = [case for cases in WRITTEN.values() for case in cases]


@pytest.mark.parametrize(("written", "typed"), CASES, ids=[repr(written) for written, _ in CASES])
def test_a_text_is_searched_as_it_would_be_typed(written: str, typed: str) -> None:
    assert searchable(written) == fold(written).text == typed
    assert searchable(typed) == typed
    sentence = f"The new {written} was told."
    folded = fold(sentence)
    assert folded.text == f"The new {typed} was told."
    start = folded.text.index(typed)
    start, end = folded.span(start, start + len(typed))
    assert sentence[start:end].strip("\u00ad\ufeff\u200e") == written.strip("\u00ad\ufeff\u200e")


@pytest.mark.parametrize("text", ["", "plain words", "“curly” – £5", "Straße"])
def test_a_text_that_is_as_it_would_be_typed_is_left_alone(text: str) -> None:
    assert fold(text) == Folded(text, None)


@given(st.text(max_size=200))
def test_places_lead_back_in_order_and_folding_twice_changes_no_more_words(text: str) -> None:
    folded = fold(text)
    assert folded.text == searchable(text)
    if folded.offsets is not None:
        assert len(folded.offsets) == len(folded.text) + 1
        assert folded.offsets == sorted(folded.offsets) and folded.offsets[-1] == len(text)
        assert all(0 <= offset <= len(text) for offset in folded.offsets)


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The cafe\u0301 re\u0301sume\u0301 was read.", "café résumé", ["cafe\u0301", "re\u0301sume\u0301"]),
        ("The com\u00admit\u00adtee agreed.", "committee", ["com\u00admit\u00adtee"]),
        ("A \ufb01nance o\ufb03cer", "finance officers", ["\ufb01nance", "o\ufb03cer"]),
        ("The councilâ€™s plan", "the council's plans", ["councilâ€™s", "plan"]),
        ("Ｆｌｏｏｄ plan", "flood", ["Ｆｌｏｏｄ"]),
        ("zero\u200bwidth words", "zerowidth", ["zero\u200bwidth"]),
        ("An encyclopædia of Łódź", "encyclopaedia lodz", ["encyclopædia", "Łódź"]),
    ],
)
def test_the_words_that_are_marked_are_those_that_are_shown(text: str, question: str, shown: list[str]) -> None:
    assert [text[start:end] for start, end in word_spans(text, set(stems(question)))] == shown


def test_names_meet_however_they_are_written() -> None:
    for written in ("Zoe\u0308 O\u00adBrien", "Zoë OBrien", "Ｚｏｅ OBrien", "ZoÃ« OBrien"):
        assert bare_words(written) == ["zoe", "obrien"]
    assert bare("Łódź") == bare("Lodz") and bare("Sørensen") == bare("Sorensen")


def test_values_are_found_and_stand_where_they_are_shown() -> None:
    text = "It opened on 23 Janu\u00adary 2023 and cost Â£5,000."
    (day,) = dates(text, None)
    assert (text[day.start : day.end], day.normalized) == (day.text, "2023-01-23")
    assert day.text == "23 Janu\u00adary 2023"
    assert [text[start:end] for start, end in value_spans(text, "date")] == ["23 Janu\u00adary 2023"]
    found = answer_value(text, "date", "When did it open?", None)
    assert found is not None and found[2].text == text[found[0] : found[1]] == "23 Janu\u00adary 2023"
    ranged = "The scheme ran 1 March 2019â€“5 April 2019."
    (span,) = dates(ranged, None)
    assert (span.text, span.normalized) == ("1 March 2019â€“5 April 2019", "2019-03-01/2019-04-05")
    assert unicodedata.normalize("NFC", text) == text
