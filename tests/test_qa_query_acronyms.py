"""Short forms are read as the long ones that the documents have, and the other way round, and nothing else is."""

from __future__ import annotations

import pytest

from corpus.language.vocabulary import load
from index.snapshot import Snapshot
from qa.query import understand
from qa.query.acronyms import long_form, stands_together
from qa.query.lookup import Lookup
from tests.query_corpora import TODAY, Made, corrections, read, read_for_slips, unknown

STAFF = (
    "The director of children's services is Imogen Vail. The local authority designated officer is Rory Teague. "
    "An education, health and care plan is made within 20 weeks. Each independent reviewing officer is trained."
)


@pytest.fixture(scope="module")
def staff(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Senior staff", "text": STAFF},
            {"title": "Twinning", "text": "Visitors from LA came in 2019. Please send a card; it is free."},
            {"title": "Front door", "text": "MASH takes calls. The hub is open. CAMHS is not."},
        ]
    )


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("Who is the DCS?", [("DCS", "director of children's services")]),
        ("WHO IS THE DCS?", [("DCS", "director of children's services")]),
        ("who is the dcs", [("dcs", "director of children's services")]),
        ("What is the DCS's name?", [("DCS's", "director of children's services")]),
        ("How long does an EHCP take?", [("EHCP", "education, health and care plan")]),
        ("Are IROs trained?", [("IROs", "independent reviewing officer")]),
        ("Do the DCS and the LADO meet?", [
            ("DCS", "director of children's services"), ("LADO", "local authority designated officer"),
        ]),
        ("Who answers for the Multi-Agency Safeguarding Hub?", [("Multi Agency Safeguarding Hub", "MASH")]),
        ("is the multi-agency safeguarding hub open", [("multi agency safeguarding hub", "MASH")]),
        ("Who came from LA?", []),
        ("Who takes calls for MASH?", []),
        ("Who will send it to us?", []),
        ("Who runs MARAC?", []),
        ("What does DCS stand for?", []),
        ("What is the director of children's services called?", []),
        ("Is the hub open?", []),
    ],
)  # fmt: skip
def test_what_the_documents_lack_is_read_as_what_they_have(
    staff: Snapshot, question: str, taken: list[tuple[str, str]]
) -> None:
    query = read(question, staff)
    assert corrections(query) == taken
    assert all(meant in query.question for _, meant in taken)
    assert not taken or unknown(query) == []


def test_a_short_form_that_is_a_word_in_small_letters_is_read_by_its_capitals(snapshot_of: Made) -> None:
    snapshot = snapshot_of(
        [
            {
                "title": "Card to send",
                "text": "The special educational needs and disabilities service will send a card to parents. It is.",
            }
        ]
    )
    assert corrections(read("Who leads SEND here?", snapshot)) == [
        ("SEND", "special educational needs and disabilities")
    ]
    assert corrections(read("Who will send a card?", snapshot)) == []


def test_words_as_typed_are_left_alone(staff: Snapshot) -> None:
    query = read_for_slips("Who is the DCS?", staff, as_typed=True)
    assert (corrections(query), unknown(query)) == ([], ["DCS"])


def test_the_words_of_a_long_form_stand_one_after_the_other(staff: Snapshot) -> None:
    lookup = Lookup(staff)
    assert stands_together("directors of children's services", lookup)
    assert not stands_together("director of services", lookup)
    assert [long_form(short, lookup) for short in ("IROs", "iro", "MASH", "Rory")] == [
        "independent reviewing officer", "independent reviewing officer", "", "",
    ]  # fmt: skip


def test_each_long_form_has_the_letters_of_its_short_one() -> None:
    for short, forms in load("acronyms")["long_forms"].items():
        for form in forms:
            letters = iter(form.casefold())
            assert all(letter in letters for letter in short if letter not in "o&"), (short, form)


def test_a_short_form_of_one_word_is_read_in_full(snapshot_of: Made) -> None:
    cattle = snapshot_of([{"title": "Cattle", "text": "Tuberculosis in cattle rose. Cattle are sold."}])
    assert corrections(read("Did TB in cattle rise?", cattle)) == [("TB", "tuberculosis")]
    short = snapshot_of([{"title": "Cattle", "text": "TB in cattle rose. Tuberculosis is rare. Cattle are sold."}])
    assert corrections(read("Did TB in cattle rise?", short)) == []


def test_a_numbered_thing_in_short_is_read_in_full(snapshot_of: Made) -> None:
    law = snapshot_of([{"title": "Duties", "text": "Section 47 enquiries end within 15 working days."}])
    assert corrections(read("s47 time limit", law)) == [("s47", "section 47")]
    assert corrections(read("s31 time limit", law)) == []
    short = snapshot_of([{"title": "Duties", "text": "Section 47: an S47 ends within 15 working days."}])
    assert corrections(read("s47 time limit", short)) == []


def test_a_short_form_that_is_to_be_plain_is_left_alone(staff: Snapshot) -> None:
    query = understand("Who is the DCS?", staff, today=TODAY, plain=["dcs"])
    assert (corrections(query), unknown(query)) == ([], ["DCS"])


def test_a_name_that_an_unknown_short_form_spells_is_offered(snapshot_of: Made) -> None:
    texts = (
        "The Youth Engagement Panel met. The Quality of Life Fund is spent. Young eager people came.",
        "The Youth Engagement Panel will report. The Yearly Events Programme is printed.",
    )
    lookup = Lookup(snapshot_of([{"title": f"Minutes {place}", "text": text} for place, text in enumerate(texts)]))
    assert long_form("YEP", lookup) == "Youth Engagement Panel"
    assert long_form("YEPs", lookup) == "Youth Engagement Panel"
    assert long_form("QLF", lookup) == "Quality of Life Fund"
    assert long_form("YE", lookup) == long_form("PWR", lookup) == long_form("yep", lookup) == ""


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("Can we WFH?", [("WFH", "work from home")]),
        ("can we wfh", [("wfh", "work from home")]),
        ("When is TOIL taken?", [("TOIL", "time off in lieu")]),
        ("Is my DOB asked for?", [("DOB", "date of birth")]),
        ("Who gets SSP?", [("SSP", "statutory sick pay")]),
        ("Is there a TV?", [("TV", "television")]),
        ("Who pays my HQ?", []),
    ],
)
def test_a_long_form_may_have_small_words_and_stand_in_another_inflection(
    snapshot_of: Made, question: str, taken: list[tuple[str, str]]
) -> None:
    text = (
        "Staff working from home ring in. Time off in lieu is agreed. Give your date of birth. "
        "Statutory sick pay is due. The hall has two televisions."
    )
    assert corrections(read(question, snapshot_of([{"title": "Handbook", "text": text}]))) == taken


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("when do the mill st toilets shut", [("st", "street")]),
        ("Is Mill St shut?", [("St", "street")]),
        ("how wide is station rd", [("rd", "road")]),
        ("Are there toilets in Station Rd?", [("Rd", "road")]),
        ("Who was St Osyth?", []),
        ("Is Chapel St shut?", []),
        ("is harbour ln wide", []),
        ("Is st mill shut?", []),
    ],
)
def test_what_a_street_is_called_in_short_is_read_in_full(
    snapshot_of: Made, question: str, taken: list[tuple[str, str]]
) -> None:
    text = (
        "The toilets in Mill Street are shut at six. Station Road is wide. Harbour Ln is not. St Osyth's yard is small."
    )
    assert corrections(read(question, snapshot_of([{"title": "Paper", "text": text}]))) == taken


@pytest.mark.parametrize(
    "question", ["when does the bus leave for saint osyth", "when does it leave for st osyth", "a trip to Saint-Osyth"]
)
def test_a_saint_is_no_street(snapshot_of: Made, question: str) -> None:
    text = "The bus to Saint-Osyth leaves at nine. The toilets in Mill Street are shut for a month."
    assert corrections(read(question, snapshot_of([{"title": "Paper", "text": text}]))) == []


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("Are care leavers put in B&Bs?", [("B & Bs", "bed and breakfast")]),
        ("is a b&b paid for", [("b & b", "bed and breakfast")]),
        ("Who was seen in A&E?", []),
        ("When is the Q&A?", [("Q & A", "questions and answers")]),
        ("Is there an R&D budget?", []),
        ("Is the B & B dear?", []),
    ],
)
def test_letters_with_an_ampersand_are_read_as_what_they_stand_for(
    snapshot_of: Made, question: str, taken: list[tuple[str, str]]
) -> None:
    text = (
        "Some are housed in bed and breakfast accommodation. Questions and answers are at noon. A&E saw forty, for "
        "accident and emergency was open."
    )
    query = read(question, snapshot_of([{"title": "Homes", "text": text}]))
    assert corrections(query) == taken


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("What are PAs for?", [("PAs", "PA")]),
        ("What is the PA's task?", []),
        ("What are LAs for?", []),
        ("Where are the pas?", []),
        ("Are TAs paid?", []),
    ],
)
def test_several_of_a_short_form_are_known_by_the_one(
    snapshot_of: Made, question: str, taken: list[tuple[str, str]]
) -> None:
    papers = [
        {
            "title": "Care leavers",
            "text": "A personal adviser (PA) sees each care leaver. Boats pass. A TA is in class.",
        },
        {"title": "Pay", "text": "TAs are paid. La la land."},
    ]
    assert corrections(read(question, snapshot_of(papers))) == taken


@pytest.fixture(scope="module")
def buses(snapshot_of: Made) -> Snapshot:
    told = "On 24 December the last bus leaves at 7 pm. There is none on Christmas Day. The depot shuts on the 31st."
    return snapshot_of([{"title": "Bus 14", "text": told}])


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("When is the last bus on Christmas Eve?", [("Christmas Eve", "24 December")]),
        ("last bus christmas eve", [("christmas eve", "24 December")]),
        ("Is there a bus on Christmas Day?", []),
        ("Is there a bus on New Year's Eve?", []),
        ("When is the last bus at Christmas?", []),
    ],
)
def test_a_feast_is_read_as_its_day_where_the_documents_have_that_alone(
    buses: Snapshot, question: str, taken: list[tuple[str, str]]
) -> None:
    assert corrections(read(question, buses)) == taken


@pytest.fixture(scope="module")
def counties(snapshot_of: Made) -> Snapshot:
    places = [
        *("Wiltshire", "Lincolnshire", "Hampshire", "Northamptonshire", "Bedfordshire", "Cornwall"),
        *("Hedon and Selby", "Ryde", "Leicestershire", "Leicester", "North Yorkshire", "East Ilsley", "Cheshire"),
    ]
    texts = [f"Children in {place} are safe. There are twelve beds." for place in places]
    texts[6] += " The Royal Borough of Hedon and Selby (RBHS) has grown. RBHS leaders listen, and so does NHSE."
    texts[7] += " So say staff in Wilts and Lincs."
    return snapshot_of(
        [{"title": f"Report on {place}", "text": text} for place, text in zip(places, texts, strict=True)]
    )


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("How safe are children in Wilts?", [("Wilts", "Wiltshire")]),
        ("How safe are children in Lincs?", [("Lincs", "Lincolnshire")]),
        ("lincs children safe", [("lincs", "Lincolnshire")]),
        ("Are Hants children safe?", [("Hants", "Hampshire")]),
        ("Northants children", [("Northants", "Northamptonshire")]),
        ("Is Beds safe?", [("Beds", "Bedfordshire")]),
        ("How safe are children in RBHS?", [("RBHS", "Hedon and Selby")]),
        ("Is N Yorks safe?", [("N", "North"), ("Yorks", "Yorkshire")]),
        ("Are children in E. Ilsley safe?", [("E", "East")]),
        ("Is S Yorks safe?", [("S", "South"), ("Yorks", "Yorkshire")]),
        ("Is plan E safe?", []),
        ("What is band E Ryde?", []),
        ("children N Yorks", [("N", "North"), ("Yorks", "Yorkshire")]),
        ("What does the E report say of Ryde?", []),
        ("Is the U.S. Yorkshire club safe?", []),
        ("How many beds are there in Ryde?", []),
        ("How safe is the chess club?", []),
        ("Chess club safe", []),
        ("IS THE CHESS CLUB SAFE", []),
        ("Are hams safe?", []),
        ("Are hunts safe?", []),
        ("Is Chess safe?", [("Chess", "Cheshire")]),
        ("How safe are children in Leics?", [("Leics", "Leicestershire")]),
        ("How safe are children in Herts?", []),
        ("What does NHSE say?", []),
        ("What does RBHS stand for?", []),
        ("Are children in Cornwall safe?", []),
    ],
)
def test_a_place_said_in_short_is_the_one_that_documents_are_called_by(
    counties: Snapshot, question: str, taken: list[tuple[str, str]]
) -> None:
    words = {"beds", "chess", "ham", "hunts", "wilt", "york", "club", "safe"}
    query = understand(question, counties, today=TODAY, is_word=words.__contains__)
    assert corrections(query) == taken
    is_known = bool(taken) and "S Yorks" not in question
    assert bool(query.documents) == (is_known or "Ryde" in question or "Cornwall" in question)


@pytest.mark.parametrize(("other", "taken"), [("News", [("RBHS", "Hedon and Selby")]), ("RBHS news", [])])
def test_letters_by_which_documents_are_called_are_themselves(
    snapshot_of: Made, other: str, taken: list[tuple[str, str]]
) -> None:
    spelt = "The Royal Borough of Hedon and Selby (RBHS) has grown. Children in Hedon and Selby are safe."
    papers = [{"title": "Report on Hedon and Selby", "text": spelt}, {"title": other, "text": "RBHS children sing."}]
    papers += [{"title": f"Report on {place}", "text": f"{place} is safe."} for place in ("Ryde", "Leicester", "Mell")]
    assert corrections(read("How safe are children in RBHS?", snapshot_of(papers))) == taken


@pytest.mark.parametrize("other", ["Borough of Hedon and Selby", "Selby"])
def test_letters_that_spell_two_names_with_the_same_own_words_are_neither(snapshot_of: Made, other: str) -> None:
    spelt = "The Royal Borough of Hedon and Selby (RBHS) has grown. Children in Hedon and Selby are safe."
    papers = [{"title": f"Report on {place}", "text": f"{place} is safe."} for place in ("Ryde", "Leicester", "Mell")]
    papers += [{"title": f"Report on {place}", "text": spelt} for place in ("Hedon and Selby", other)]
    is_one = other == "Selby"
    taken = corrections(read("How safe are children in RBHS?", snapshot_of(papers)))
    assert taken == ([("RBHS", "Hedon and Selby")] if is_one else [])


def test_letters_that_spell_a_name_of_one_word_are_left_alone(snapshot_of: Made) -> None:
    spelt = "The Royal London Borough of Hedon (RLBH) has grown. Children in Hedon are safe."
    papers = [{"title": f"Report on {place}", "text": f"{place} is safe."} for place in ("Ryde", "Leicester", "Mell")]
    taken = corrections(
        read("How safe are children in RLBH?", snapshot_of([*papers, {"title": "Report on Hedon", "text": spelt}]))
    )
    assert taken == []
