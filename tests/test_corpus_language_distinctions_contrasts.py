"""Contrasts: one of two is not the other, and one kind of a thing not another."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.contrasts import (
    counts_part_later,
    exchanges_kind,
    heads_another_kind,
    labels_another,
    lacks_body,
    names_kind_elsewhere,
    names_kind_later,
    stands_beside,
    tells_of_another_kind,
    tells_of_contrast,
)
from corpus.language.words import stems


@pytest.mark.parametrize(
    ("question", "said", "contrast"),
    [
        ("How deep is the deep end?", "It is a metre deep at the shallow end.", True),
        ("How deep is the deep end?", "The shallow end is 1 m, the deep end 3 m.", False),
        ("How deep is the pool?", "The shallow end is 1 m.", False),
        ("Who will run it permanently?", "Ada Moor will act in her place until a clerk is found.", True),
        ("Who takes over permanently?", "Ada Moor is the interim clerk.", True),
        ("Who takes over permanently?", "Ada Moor has taken over for good.", False),
        ("Who is the permanent clerk?", "The acting clerk is Ada Moor.", True),
        ("Who is the substantive clerk?", "Ada Moor (Interim Clerk) came.", True),
        ("Who is the permanent clerk?", "Ada Moor was appointed as permanent clerk.", False),
        ("Who is the acting clerk?", "Ada Moor is the interim clerk.", False),
        ("Who is the acting clerk?", "Ada Moor is the permanent clerk.", True),
        ("Who is the interim clerk?", "Ada Moor is the interim clerk.", False),
        ("How much is a whole plot?", "A half plot costs £22.", True),
        ("How much is a full plot?", "A half plot costs £22.", True),
        ("How much is a whole plot?", "A half plot costs £22, a full plot £40.", False),
        ("How much is a plot?", "A half plot costs £22.", False),
        ("What is an adult ticket?", "Child ticket | 2", True),
        ("What is an adult ticket?", "Adult ticket | 4", False),
        ("What is an adult ticket?", "A child fare is 2.", False),
        ("What are the arrears of former tenants?", "Arrears of current tenants | 3.2%", True),
        ("What are the arrears of former tenants?", "Current tenants owe 3%, former tenants 9%.", False),
        ("How many existing homes were repaired?", "It built 40 new homes.", True),
        ("How many days do full-time staff get?", "Full-time and part-time staff get 26 days.", False),
        ("What does an indoor court cost?", "Indoor or outdoor courts cost £8.", False),
        ("How much is a large hall?", "Large, medium and small halls cost £8.", False),
        ("What do undergraduate students pay?", "Undergraduate/postgraduate students: £40", False),
        ("How much is the online course?", "The taught course is £40, and online it is £20.", False),
        ("When is the winter opening time?", "The summer opening time is 9am, in winter 10am.", False),
        ("When does paid leave start?", "Paid maternity leave starts in May, unpaid leave in June.", False),
        ("What do new members pay?", "New and existing members pay £20.", False),
        ("When does the new bridge open?", "The existing bridge shuts in May, when the new one opens.", False),
        ("When does the north entrance open?", "The south entrance opens at 9.", True),
        ("archery for under tens", "Archery, over tens | £4", True),
        ("How much is it for over 65s?", "Over 65s pay £3.", False),
        ("kitchen full day price", "Kitchen, half day | £25", True),
        ("kitchen full day price", "Half day £4, full day £7", False),
        ("When is lunch?", "Dinner is at six.", True),
        ("When is lunch?", "Lunch is at one, dinner at six.", False),
        ("When is the meal?", "Dinner is at six.", False),
        ("What does a school dinner cost?", "The set lunch costs £2.95.", False),
        ("How much dinner money is it a day?", "Lunch is £2.80.", False),
        ("When is the pool open in term time?", "In the school holidays it is open from ten.", True),
        ("When is the pool open at the weekend?", "It is open from Monday to Friday.", True),
        ("When is the pool open on Sunday?", "At weekends it is open from ten.", False),
        ("What may I claim for going by bike?", "Trips in your own car are paid.", True),
        ("Where can I leave my bike?", "Leave it in the car park.", False),
        ("What do I pay for a stolen key?", "A lost key costs £9.", True),
        ("What do I pay for a stolen key?", "A key that is lost or stolen costs £9.", False),
        ("What do I pay for a broken key?", "A damaged key costs £9.", False),
        ("Who was first among the men?", "Ada Moor was first among the women.", True),
        ("Who won the men's race?", "Ada Moor won the women’s race.", True),
        ("Who won the boys' race?", "Ada Moor won for the girls, Ben Carr for the boys.", False),
        ("How many boys are there?", "There are 40 girls and 30 boys.", False),
        ("How much did the shop lose in the fire?", "The damage came to £90.", False),
        ("Why did the boat lose?", "Its oar was broken.", False),
        ("What was stolen?", "They took a lamp; a pane was broken.", False),
        ("What if it rains?", "In wet weather or high winds we meet indoors.", False),
        ("When is the office shut at Easter?", "It shuts on all bank holidays, Christmas too.", False),
        ("What is paid for my own car?", "Cars 45p a mile, bicycles 20p.", False),
        ("When is it open in term time?", "Open 9 to 5, and 10 to 4 in the school holidays.", False),
        ("When is it open on weekdays?", "On 3 May, 10 to 4 at weekends.", True),
        ("Who won the men's singles?", "Ladies' singles: Ada Moor (2026).", True),
        ("Who won the women's singles?", "Ladies' singles: Ada Moor (2026).", False),
        ("Who won the gents' singles?", "Men's singles: Ben Moor (2026).", False),
        ("How many men came?", "Of the women many came.", False),
        ("What is a large tent?", "A small tent is for two.", True),
        ("What do cooks earn after tax?", "Cooks earn £300 before tax.", True),
        ("What do cooks take home?", "Cooks earn £300 before tax.", True),
        ("What do cooks earn after tax?", "Cooks earn £300 before and £250 after tax.", False),
        ("What do cooks earn?", "Cooks earn £300 before tax.", False),
        ("", "", False),
        ("How many nurses are there at night?", "During the day there are four nurses.", True),
        ("How many nurses are there by day?", "There are two nurses overnight.", True),
        ("How many nurses are there at night?", "There are four by day and two at night.", False),
        ("How many nurses are there at night?", "Day and night there are four.", False),
        ("How soon does a brand new badge come?", "A replacement badge comes in five days.", True),
        ("How soon does a replacement badge come?", "A new badge comes in five days.", False),
        ("What does it weigh when full?", "Weight, empty: 5 kg", True),
        ("What does it weigh when full?", "It weighs 5 kg when empty and 7 kg when full.", False),
        ("How do I empty it?", "Empty it when full.", False),
        ("What may a night in Marlow cost?", "A night may cost £95 outside Marlow.", True),
        ("What is paid within the parish?", "Nights\nOutside the parish 45p a mile is paid.", True),
        ("What may a night in Marlow cost?", "A night may cost £165, or £95 outside Marlow.", False),
        ("What may a night in Marlow cost?", "It may cost £95 outside Marlow and £165 in Marlow.", False),
        ("What may a night in Marlow cost?", "It may cost £95 there, as elsewhere outside Marlow.", False),
        ("What may a night outside Marlow cost?", "It may cost £85, or £130 in Marlow.", False),
        ("Who may park in town?", "Those may park who live outside the parish.", False),
    ],
)
def test_one_of_a_contrast_is_not_the_other(question: str, said: str, contrast: bool) -> None:
    assert tells_of_contrast(question, said) is contrast


@pytest.mark.parametrize(
    ("question", "said", "under", "another"),
    [
        ("How much is a yoga class?", "Aqua fit class | 6.75", "Prices", True),
        ("How much is a yoga class?", "Dance classes cost £5.", "Prices", True),
        ("How much is a yoga class?", "Dance classes cost £5.", "Yoga and dance", False),
        ("When was the slipway scheme approved?", "The Board approved the fishing-licence scheme.", "5 May", True),
        ("When was the slipway scheme approved?", "The Board approved the scheme.", "5 May", False),
        ("How much is a yoga class?", "A yoga class is £5, a dance class £6.", "", False),
        ("How much is a yoga class?", "A class is £5, a dance class £6.", "", False),
        ("How much is a new class?", "Dance classes cost £5.", "", False),
        ("How much is a class?", "Dance classes cost £5.", "", False),
        ("How much is yoga?", "Dance classes cost £5.", "", False),
        ("What does the after-school club cost?", "Breakfast club costs £4.", "", True),
        ("What is the fee for a street-trading licence?", "A street trading licence is £385.", "", False),
        ("What is the fee for a street trading licence?", "A street-trading licence is £385.", "", False),
        ("How many social classes were planned?", "The plan divided them into four classes.", "Plan", False),
        ("How many dance classes are there?", "There are 12 yoga classes.", "Plan", True),
    ],
)
def test_one_kind_of_a_thing_is_not_another(question: str, said: str, under: str, another: bool) -> None:
    assert tells_of_another_kind(question, said, under) is another


@pytest.mark.parametrize(
    ("question", "said", "before", "later", "named_later"),
    [
        ("By how much will garage rents rise?", "Rents rise by 7%.", "", ["Garage rents will not change."], True),
        ("By how much will garage rents rise?", "Rents rise by 7%.", "Garage rents", ["Garage rents fell."], False),
        ("By how much will garage rents rise?", "Rents rise by 7%.", "", ["Each garage is let."], False),
        ("How often does the users' group meet?", "The group sits weekly.", "", ["Group meetings are minuted."], False),
        ("By how much will rents rise?", "Rents rise by 7%.", "", ["Garage rents will not change."], False),
        ("By how much will garage rents rise?", "Garage rents rise by 7%.", "", ["Garage rents fell."], False),
        (
            "What was the target for new foster carers?",
            "14 carers came.",
            "",
            ["A target for foster carers is due."],
            True,
        ),
        (
            "What was the target for foster carers?",
            "14 foster carers came.",
            "",
            ["The target is set. Foster carers met."],
            False,
        ),
        ("How much is a boat permit?", "Permits cost £9.", "", ["Pay at the desk.", "A boat\npermit is extra."], True),
        ("How much is a boat permit?", "Tickets cost £9.", "", ["A boat permit is extra."], False),
        ("How soon must a claim be met?", "Claims are met in May.", "", ["A claim must be made by April."], False),
        ("", "Rents rise.", "", ["Garage rents"], False),
    ],
)
def test_what_is_told_before_a_kind_is_named_is_not_of_it(
    question: str, said: str, before: str, later: list[str], named_later: bool
) -> None:
    assert names_kind_later(question, stems(question), said, before, later) is named_later


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When is the flu jab?", "The shingles jab is given on Tuesday."),
        ("When is the flu jab?", "We give the shingles jab on Tuesday."),
        ("flu jab date", "Shingles jab: 3 November"),
        ("When is garden waste collected?", "Recycling waste is collected on Thursdays."),
        ("How much is the key deposit?", "The plot deposit is £30."),
        ("How much is a guest bedroom?", "The garden bedroom is £40."),
        ("Is the oil boiler serviced?", "The gas boiler is serviced in May."),
        ("When does the church roof leak?", "The hall roof leaks in May."),
        ("Who runs the chess league?", "Bowls league: Ada Moor"),
        ("How many seats has the upstairs bar?", "The downstairs bar has 40 seats."),
        ("How long is the security review?", "Peer reviews, which are no audits, need two weeks."),
    ],
)
def test_one_kind_is_not_exchanged_for_another(question: str, said: str) -> None:
    assert exchanges_kind(question, said, "", said)


@pytest.mark.parametrize(
    ("question", "said", "under"),
    [
        ("When is the flu jab?", "The jab is given on Tuesday.", ""),
        ("When is the flu jab?", "The shingles and the flu jab are given on Tuesday.", ""),
        ("When is the flu jab?", "The winter jab is given on Tuesday.", "Flu"),
        ("When is the influenza jab?", "The flu jab is given on Tuesday.", ""),
        ("Who teaches the maths set?", "The mathematics set is taught by Ada Moor.", ""),
        ("May I bring my guide dog?", "Assistance dogs are let in.", ""),
        ("What is the motorbike rate?", "The motorcycle rate is 24p.", ""),
        ("When is rubbish collection?", "Refuse collection is on Monday.", ""),
        ("How much is the damage deposit?", "A security deposit is £20.", ""),
        ("How much is an entry ticket?", "Admission tickets are £6.", ""),
        ("What is the insurance excess?", "The policy excess is £250.", ""),
        ("How much is the annual jab?", "The flu jab is £5.", ""),
        ("How much is the flu jab?", "The annual jab is £5.", ""),
        ("What do theatre tickets cost?", "Buy tickets at the door for £5.", ""),
        ("How much is a guest bedroom?", "The largest bedroom is £40.", ""),
        ("What is the office number?", "The switchboard number is 01234 567890.", ""),
        ("When does the pool open?", "The museum open day is on 3 May.", ""),
        ("When does the youth choir sing?", "The Moor choir sings in May.", ""),
        ("When is the May fair?", "The craft fair is on 3 May.", ""),
        ("When is the fair?", "The craft fair is on 3 May.", ""),
        ("Do they still take coins?", "The machines no longer take coins.", ""),
        ("Can you leave a bag?", "The guests leave a bag.", ""),
        ("When is the hospital car wash open?", "The north car wash is open at 9.", ""),
        ("What age do children out of care get help?", "If your partner gets help, tell us.", ""),
    ],
)
def test_what_may_be_of_the_kind_asked_for_exchanges_none(question: str, said: str, under: str) -> None:
    assert not exchanges_kind(question, said, under, f"{under}\n{said}")


def test_a_kind_that_stands_around_by_itself_may_be_meant() -> None:
    question, said = "When is the flu jab?", "The shingles jab is on Tuesday."
    assert not exchanges_kind(question, said, "", f"Come for flu protection. {said}")
    assert exchanges_kind(question, said, "", f"The flu jab is free. {said}")


@pytest.mark.parametrize(
    ("question", "before", "later", "is_part"),
    [
        ("How many complaints about noise were upheld?", "", ["Parking had 388, noise 201."], True),
        ("How many of the complaints about council tax were upheld?", "", ["Council tax had 201."], True),
        ("How many complaints from shops were upheld?", "Pool", ["It was wet.", "20 came from shops."], True),
        ("How many complaints about noise were upheld?", "Noise", ["Parking had 388, noise 201."], False),
        ("How many complaints about noise were upheld?", "", ["Noise is a nuisance."], False),
        ("How many complaints about noise were upheld?", "", ["Parking had 388."], False),
        ("How many complaints were upheld?", "", ["Parking had 388, noise 201."], False),
        ("How many letters about noise were sent?", "", ["Parking had 388, noise 201."], False),
    ],
)
def test_how_many_there_are_of_all_is_not_how_many_are_of_a_part_that_is_counted_by_itself(
    question: str, before: str, later: list[str], is_part: bool
) -> None:
    assert counts_part_later(question, "We had 900 complaints, of which 90 were upheld.", before, later) is is_part


@pytest.mark.parametrize(
    ("question", "heading", "said", "another"),
    [
        ("How much is a premises licence?", "1. Pavement licences", "It costs £350.", True),
        ("How long does a dog permit last?", "Boat permits", "It lasts for two years.", True),
        ("What does a food bin cost?", "Garden bins", "The first is free.", True),
        ("How much is a premises licence?", "Pavement licences", "A premises licence is £100.", False),
        ("How much is a premises licence?", "Premises licences", "It costs £100.", False),
        ("How much is a licence?", "Pavement licences", "It costs £350.", False),
        ("How much is a visitor permit?", "Guest permits", "It costs £3.", False),
        ("How much is a moon licence?", "Pavement licences", "It costs £350.", False),
        ("How much is a premises licence?", "Licences", "It costs £350.", False),
        ("How much is a premises licence?", "Annual licences", "It costs £350.", False),
    ],
)
def test_a_heading_is_of_another_kind_of_which_the_documents_tell_elsewhere(
    question: str, heading: str, said: str, another: bool
) -> None:
    def is_told(kind: str, thing: str) -> bool:
        return stands_beside("A premises licence, a dog permit, a visitor permit, a food bin.", kind, thing)

    assert heads_another_kind(question, heading, said, is_told) is another


@pytest.mark.parametrize(
    ("question", "label", "around", "another"),
    [
        ("How long is paternity leave?", "Jury service", "Jury service | as needed", True),
        ("How long is paternity leave?", "Jury leave", "Jury leave | as needed", False),
        ("How long is paternity leave?", "Partners", "Paternity: partners | two weeks", False),
        ("How long is paternity leave?", "2026", "2026 | two weeks", False),
        ("How long is the jury break?", "Illness", "Illness | a week", False),
        ("How long is the bin leave?", "Refuse staff", "Refuse staff | a week", False),
        ("How long is leave?", "Jury service", "Jury service | as needed", False),
    ],
)
def test_a_row_of_another_kind_of_what_a_table_is_of_is_another(
    question: str, label: str, around: str, another: bool
) -> None:
    assert labels_another(question, label, "Other leave", f"Other leave\n{around}") is another


@pytest.mark.parametrize(
    ("question", "said", "document", "lacks"),
    [
        ("Who leads the design committee?", "Ada Moor leads the committee.", "Conduct committee: minutes", True),
        ("Who leads the design committee?", "Ada Moor leads the committee.", "Minutes of design matters", False),
        ("Who leads the design committee?", "Ada Moor leads the design committee.", "", False),
        ("Who leads the committee?", "Ada Moor leads the committee.", "Conduct", False),
        ("Who leads the design team?", "Ada Moor leads the team.", "Conduct", False),
        ("Who leads the new committee?", "Ada Moor leads the committee.", "Conduct", False),
    ],
)
def test_the_committee_of_a_document_that_names_no_such_one_is_another(
    question: str, said: str, document: str, lacks: bool
) -> None:
    assert lacks_body(question, said, lambda: f"{document}\n{said}") is lacks


def test_a_long_line_is_read_in_linear_time() -> None:
    started = time.process_time()
    lines = ["boat the " * 20_000, f"boat{' ' * 1_000_000}permit"]
    assert not names_kind_later("boat permit", stems("boat permit"), "permit", "", lines)
    assert not exchanges_kind("When is the boat permit?", "the car permit " * 20_000 + lines[1], "", "")
    assert time.process_time() - started < 10


THERAPIES = "We offer occupational therapy and speech therapy. The main clinic moved; the book fine was raised."


@pytest.mark.parametrize(
    ("question", "said", "near", "elsewhere"),
    [
        ("marlow occupational therapy waiting weeks", "The wait for speech therapy is 75 weeks.", "", True),
        ("How long is the wait for occupational therapy?", "The wait for speech therapy is 75 weeks.", "", True),
        ("How much is the book fine?", "The DVD fine is £4.", "", True),
        ("speech therapy waiting weeks", "The wait for speech therapy is 75 weeks.", "", False),
        ("marlow occupational therapy waiting weeks", "The wait for therapy is 75 weeks.", "", False),
        ("occupational therapy wait", "The wait for new therapy is 75 weeks.", "", False),
        ("occupational therapy wait", "The wait for speech therapy is 75 weeks.", "Occupational therapy", False),
        ("drama therapy wait", "The wait for speech therapy is 75 weeks.", "", False),
        ("When was the main clinic built?", "The Cole clinic was built in 1950.", "", False),
        ("When was the fine raised?", "The charge raised in May is £4.", "", False),
        ("occupational therapy wait", "The wait for a bed is 75 weeks.", "", False),
        ("", "", "", False),
    ],
)
def test_a_kind_that_the_paper_names_elsewhere_is_not_the_one_told_of(
    question: str, said: str, near: str, elsewhere: bool
) -> None:
    assert names_kind_elsewhere(question, said, near, lambda: THERAPIES) is elsewhere
