"""Predicates: the opposite of what is asked about is told from it, and what is planned from what is done."""

from __future__ import annotations

import pytest

from corpus.language.predicates import (
    decides_otherwise,
    denies,
    denies_list,
    improves_nothing,
    is_amended,
    is_framed,
    negated,
    only_due,
    only_planned,
    only_put_forward,
    says_not_known,
    says_opposite,
    tells_of_another,
    tells_of_another_deed,
    tells_opposite_time,
    tells_who_not,
    unsettled,
)


@pytest.mark.parametrize(
    ("question", "sentence", "opposite"),
    [
        ("When did the pool open?", "The pool closed in May 1990.", True),
        ("When did the pool close?", "The pool opened in May 1901.", True),
        ("When did the pool open?", "The pool opened in May 1901.", False),
        ("When did the pool open?", "It opened in 1901 and was closed in 1990.", False),
        ("When did the pool open and close?", "It closed in 1990.", False),
        ("When did the pool open?", "It fell into disrepair.", False),
        ("By how much did fees rise?", "Fees FELL by a tenth.", True),
        ("Who was appointed to the board?", "Ada Moor resigned from the board.", True),
        ("Which plan was approved?", "The plan for Marlow Vale was turned down and refused.", True),
        ("Which plan was refused?", "The plan for Marlow Vale was granted.", True),
        ("Who lent the map?", "The library borrowed it.", True),
        ("How long is the pool?", "The pool was closed.", False),
        ("Why was there a by-election?", "The seat fell vacant when Ben Carr resigned.", False),
        ("Who was elected?", "Ben Carr resigned.", True),
        ("What is the building for?", "The barn was demolished.", False),
    ],
)
def test_a_sentence_says_the_opposite_where_it_has_only_the_other_of_two_words(
    question: str, sentence: str, opposite: bool
) -> None:
    assert says_opposite(question, sentence) is opposite


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("Which plan was approved?", "The plan was refused by the council.", True),
        ("Which plan was rejected?", "The plan was agreed by the council.", True),
        ("Which plan was approved?", "The plan was approved by the council.", False),
        ("Which plan was approved?", "The plan was first refused and then approved.", False),
        ("Which plan was approved?", "The council did not approve the plan.", True),
        ("Which plan was approved?", "The plan was not yet fully approved.", True),
        ("Which plan was approved?", "It was not one of those plans: they approved it.", False),
        ("Which plan was approved?", "The council never “approved” the plan.", True),
        ("Which plan was approved?", "It approved the first plan and did not approve the second.", False),
        ("Which plan was approved?", "The board failed to approve the plan.", True),
        ("Which plan was approved?", "No plan was there.", False),
        ("Which plan was approved?", "No decision was taken on the plan.", True),
        ("Which plan was approved?", "The plan was deferred to the next meeting.", True),
        ("Which plan was approved?", "Approval of the plan was deferred.", True),
        ("Which plan was approved?", "The plan was deferred until it is approved by the board.", True),
        ("Which plan was approved?", "The plan was deferred in March and approved on 3 May.", False),
        ("Which plan was approved?", "No decision was taken in March, but it was later approved.", False),
        ("Which plan was approved?", "It was deferred, then finally approved.", False),
        ("Which plan was approved?", "It was deferred, and the board has approved no plan.", True),
        ("When did the pool open?", "No decision was taken on the pool.", False),
        ("Which plan was approved?", "The council didn’t approve the plan.", True),
        ("Which plan was not approved?", "The council did not approve the plan.", False),
        ("Which plan was never approved?", "The plan was refused.", False),
        ("When did the pool open?", "The pool closed in 1990.", False),
        ("When did the pool open?", "The pool did not open.", False),
        ("Which point was refused?", "It accepted all the points but not the third.", False),
        ("Which plans were rejected?", "It approved all but the last plan.", False),
        ("What is banned in halls?", "Fryers are not allowed.", False),
        ("What does a lost card cost?", "An approved card costs £15.", False),
        ("Which motion was lost?", "The motion on trees was approved.", True),
        ("Why was the grant put off?", "The request was deferred as it was late.", False),
        ("Why was the grant approved?", "The request was deferred as it was late.", True),
    ],
)
def test_only_decisions_are_taken_another_way_and_by_a_negation_shortly_before_them(
    question: str, sentence: str, otherwise: bool
) -> None:
    assert decides_otherwise(question, sentence) is otherwise


@pytest.mark.parametrize(
    ("sentence", "says_no"),
    [
        ("The hall has no roof.", True),
        ("Nobody came to the pool.", True),
        ("The hall isn't warm.", True),
        ("The hall isn’t warm.", True),
        ("They were Unable  to\nheat it.", True),
        ("It was noted that the knot holds.", False),
        ("The hall has a roof.", False),
    ],
)
def test_a_negation_is_a_word_of_its_own(sentence: str, says_no: bool) -> None:
    assert negated(sentence) is says_no


@pytest.mark.parametrize(
    ("question", "sentence", "planned"),
    [
        ("When did the pool open?", "The pool will open in May.", True),
        ("Has the pool opened?", "It is Due to open in May.", True),
        ("Which roofs were mended?", "The draft names three roofs.", True),
        ("When did the pool open?", "The pool opened in May.", False),
        ("When does the pool open?", "The pool will open in May.", False),
        ("When will the pool open?", "The pool will open in May.", False),
        ("Is the ditch washed?", "The pool will open in May.", False),
        ("When did the pool open?", "The aimless drifted past Willow Lane.", False),
    ],
)
def test_a_plan_is_told_from_what_was_done_where_that_is_asked_for(question: str, sentence: str, planned: bool) -> None:
    assert only_planned(question, sentence) is planned


@pytest.mark.parametrize(
    ("question", "sentence", "denied"),
    [
        ("When was the pool closed?", "The pool was never closed during 2020.", True),
        ("When did the depot move?", "The depot has not moved since it was built.", True),
        ("When did the depot move?", "The depot did not, in fact, move in 2019.", False),
        ("When did the depot move?", "The depot didn’t ever move.", True),
        ("When was the pool closed?", "The pool was not closed until 2021.", False),
        ("When was the pool not closed?", "The pool was never closed during 2020.", False),
        ("When was the school inspected?", "It has not been inspected since 2019.", False),
        ("When was the pool closed?", "The pool has not been closed since the 12th of May.", False),
        ("When must claims be submitted?", "Claims not submitted by 31 March are lost.", False),
        ("When must claims be submitted?", "If claims are not submitted by 31 March they are lost.", False),
        ("When was the pool closed?", "The hall was never painted. The pool was closed in 2020.", False),
    ],
)
def test_what_a_question_takes_for_granted_may_be_denied(question: str, sentence: str, denied: bool) -> None:
    assert denies(question, sentence) is denied


@pytest.mark.parametrize(
    ("lead", "denied"),
    [
        ("The grant cannot be used for:", True),
        ("You must not bring the following.", True),
        ("The grant can be used for:", False),
        ("If you do not drive, you may claim:", False),
        ("What to do if you cannot attend:", False),
        ("Reasons why a claim is not paid:", False),
        ("What to bring (copies will not do):", False),
        ("Items that cannot be recycled:", True),
        ("Things the centre does not take", True),
        ("The grant cannot be used for sofas.", False),
        ("No. | Action | Owner | By", False),
        ("No | Item | Cost", False),
        ("Nos. | Street | Day", False),
        ("Route no. | Stop | First bus", False),
        ("Item | Not after | Owner", False),
        ("Step | Do not forget", False),
        ("Not accepted | Where it goes instead", True),
    ],
)
def test_a_lead_in_may_deny_all_that_it_leads_to(lead: str, denied: bool) -> None:
    assert denies_list(lead) is denied


@pytest.mark.parametrize(
    ("sentence", "words", "framed"),
    [
        ("If the bid succeeds, the museum will open in 2026.", "in 2026", True),
        ("If the bid succeeds, the museum will open in 2026.", "If the bid succeeds, the museum will open", False),
        ("A resident claimed that it emits 90 tonnes.", "90 tonnes", True),
        ("The hall seats 200, subject to the fire officer.", "200", True),
        ("The pool was never closed in 2020.", "2020", True),
        ("It opens in May 2026.", "May 2026", False),
        ("Neighbours said that a kettle burst.", "a kettle burst", True),
        ("Ada Moor said that a kettle burst.", "a kettle burst", False),
        ("It has yet to be decided whether Ada or Ben will do it.", "Ada or Ben", True),
    ],
)
def test_words_beside_a_part_of_a_sentence_may_take_back_what_it_says(sentence: str, words: str, framed: bool) -> None:
    start = sentence.index(words)
    assert is_framed(sentence, (start, start + len(words))) is framed


@pytest.mark.parametrize(
    ("question", "sentence", "is_unsettled"),
    [
        ("How much may I claim a mile?", "Staff get 60p a mile.", False),
        ("How much do staff get a mile?", "It is proposed that staff get 60p a mile.", True),
        ("What rate is proposed?", "It is proposed that staff get 60p a mile.", False),
        ("How much do staff get a mile?", "The clerk thinks it should rise to 60p a mile.", True),
        ("How much dust does it emit?", "A resident claimed that it emits 90 tonnes.", True),
        ("What will staff get?", "A draft says that staff get 60p.", False),
    ],
)
def test_what_is_only_put_forward_is_told_from_what_holds(question: str, sentence: str, is_unsettled: bool) -> None:
    assert unsettled(question, sentence) is is_unsettled


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Who is the chief executive?", "Ada Moor is the deputy chief executive.", True),
        ("Who chairs the board?", "Ada Moor is vice chair of the board.", True),
        ("Who is the head of finance?", "The former head of finance, Ada Moor, left.", True),
        ("Who is the deputy chief executive?", "Ada Moor is the deputy chief executive.", False),
        ("Who is the chief executive?", "Ada Moor is chief executive, Joe Lane deputy chief executive.", False),
        ("Who is the chief executive?", "Ada Moor is the chief executive.", False),
        ("Who is the leader?", "Ada Moor, former teacher, is the leader.", False),
        ("Who deputises for the head?", "The deputy head, Ada Moor, does.", False),
        ("Who replaced the head of finance?", "The former head of finance was followed by Ada Moor.", False),
        ("Who do I ring if the manager is away?", "Ring the assistant manager.", False),
        ("Who is the nurse?", "Ada Moor is the trainee nurse.", True),
        ("Who is the nurse?", "Ada Moor looks after the staff under the nurse.", False),
        ("Who approves leave?", "The assistant approves leave.", False),
        ("Who approves leave?", "The deputy leave manager sees to it.", True),
    ],
)
def test_the_deputy_is_not_the_head(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "sentence", "opposite"),
    [
        ("When does the season end?", "The season opens in May.", True),
        ("When does the season start?", "The season closes in May.", True),
        ("When does it close?", "It opened on 3 May and runs until 14 June.", False),
        ("When does the season end?", "The season ends in May.", False),
        ("When does the season end?", "The season opens in May and ends in June.", False),
        ("When was it built?", "The season opens in May.", False),
        ("When did the pump break down?", "The pump was mended on 3 May.", True),
        ("When was the pump mended?", "The pump failed on 3 May.", True),
        ("When was the pump mended?", "The pump failed on 3 May and was mended on 5 May.", False),
        ("When did the ferry leave?", "The ferry arrived on 3 May.", True),
        ("When was the hall built?", "The hall was demolished on 3 May.", True),
    ],
)
def test_when_something_opens_is_not_when_it_ends(question: str, sentence: str, opposite: bool) -> None:
    assert tells_opposite_time(question, sentence) is opposite


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Who seconded the motion?", "Ada Moor moved the motion.", True),
        ("Who moved the motion?", "Ada Moor seconded the motion.", True),
        ("Who seconded the motion?", "Ada Moor moved it and Bo Hale seconded.", False),
        ("Who seconded the motion?", "Ada Moor spoke.", False),
        ("Who spoke?", "Ada Moor moved the motion.", False),
    ],
)
def test_whoever_moved_a_motion_did_not_second_it(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_deed(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "sentence", "following", "amended"),
    [
        (
            "How much did it decide to spend?",
            "Ada Moor proposed to spend £20.",
            "An amendment, £10, was carried.",
            True,
        ),
        ("How much did it decide to spend?", "Ada Moor proposed to spend £20.", "An amendment, £10, was lost.", False),
        (
            "How much did it decide to spend?",
            "Ada Moor proposed to spend £20.",
            "Bo Tan's amendment was lost by 2 votes to 1. The proposal was carried.",
            False,
        ),
        (
            "How much did it decide to spend?",
            "Ada Moor proposed to spend £20.",
            "An amendment was not agreed, and the motion was approved.",
            False,
        ),
        *(
            ("How much did it decide to spend?", "Ada Moor proposed to spend £20.", f"An amendment {outcome}", amended)
            for outcome, amended in (
                ("that it not be spent was moved. It was carried.", True),
                ("that it be refused was carried.", True),
                ("that it be agreed for one year was lost.", False),
                ("that it be refused was not carried.", False),
            )
        ),
        ("How much did it decide to spend?", "Ada Moor proposed to spend £20.", "This was carried.", False),
        ("How much was proposed?", "Ada Moor proposed to spend £20.", "An amendment, £10, was carried.", False),
        ("How much did it decide to spend?", "It spent £20.", "An amendment was carried.", False),
    ],
)
def test_a_proposal_that_was_amended_is_no_decision(
    question: str, sentence: str, following: str, amended: bool
) -> None:
    assert is_amended(question, sentence, following) is amended


@pytest.mark.parametrize(
    ("question", "sentence", "following", "proposed"),
    [
        ("permit cost", "It is proposed to raise the permit from £14 to £17.", "", True),
        ("What is the fee?", "Proposal: £690 from 1 May.", "The fee was £600.", True),
        ("What is the fee?", "Proposal: £690 from 1 May.", "Agreed, with one against.", False),
        ("What fee is proposed?", "Proposal: £690 from 1 May.", "", False),
        ("What is the deposit?", "The treasurer suggests that the deposit should rise to £180.", "", True),
        ("What is the fee?", "In the view of the clerk the fee should be set at £18.", "", True),
        ("What is the fee?", "Members are asked to approve a fee of £18.", "", True),
        ("What is the fee?", "Recommendation: that the fee is £18 from May.", "", True),
        ("What is the fee?", "It was agreed that the fee should rise to £18.", "", False),
        ("Who is mayor?", "Ada Moor, proposed by John Doe, was elected mayor.", "", False),
        ("What is the fee?", "The fee is £16, less than the £17 first proposed.", "", False),
    ],
)
def test_what_is_put_forward_is_no_decision(question: str, sentence: str, following: str, proposed: bool) -> None:
    assert only_put_forward(question, sentence, following) is proposed


def test_who_bought_something_is_told_by_who_it_was_sold_to() -> None:
    assert not says_opposite("Who bought the hall?", "The hall was sold to Ada Moor.")
    assert says_opposite("Who bought the hall?", "The hall was sold in May.")
    assert says_opposite("When did it buy the hall?", "It sold the hall to Ada Moor.")


@pytest.mark.parametrize(
    ("question", "under", "sentence", "nothing"),
    [
        ("What needs to improve?", "", "6 to 17 March 2023", True),
        ("What needs to improve?", "What needs to improve", "Records of visits.", False),
        ("What needs to improve?", "", "Records of visits are not kept.", False),
        ("What was it told to get better at?", "What it does well", "Tenants feel safe.", True),
        ("What was it told to get better at?", "What it does well, and what must improve", "Meals.", False),
        ("What was it told to get better at?", "", "Services have got better.", True),
        ("What has improved?", "", "Services have got better.", False),
        ("What improvements were made to the park?", "", "The paths were laid anew.", False),
        ("What did Slough have to improve?", "", "In March 2023", True),
        ("What has Slough got to improve?", "", "In March 2023", True),
        ("What were the areas for improvement?", "", "In March 2023", True),
        ("What did Fernley have to improve?", "", "Services have got better, but more is to be done.", True),
        ("What does the library need to improve?", "", "The library has improved but there is more to do.", True),
        ("What was the college told to do better?", "", "Staff know that there is room for improvement", True),
        ("What must the depot get better at?", "", "The depot is better run, though it has some way to go.", True),
        ("Which areas need to improve?", "", "Leaders accept that the service has to improve further.", True),
        ("What should the pool do better?", "", "More needs to be done about the doors.", False),
        ("What needs to improve?", "", "There is more to do to mend the gates, and the doors stick too.", False),
        ("What was Larkham told to improve?", "", "Larkham was judged to require improvement.", True),
        ("What did inspectors tell Larkham to improve?", "", "It was rated as requires improvement.", True),
        ("What was Larkham asked to get better at?", "", "Overall effectiveness: requires improvement", True),
        ("What has the home been told to do better?", "", "The home requires improvement to be good", True),
        ("What must the school improve?", "", "The school was assessed as inadequate in May.", True),
        ("What did they ask the depot to do better?", "", "It is on the list of 2023.", True),
        ("What was Larkham told to improve?", "", "The quality of plans requires improvement.", False),
        (
            "What was Larkham told to improve?",
            "",
            "It was judged that the quality of plans requires improvement.",
            False,
        ),
        ("What must the school improve?", "", "It was rated good, but records are not kept.", False),
        ("What is on the menu?", "", "Soup.", False),
    ],
)
def test_what_has_to_be_better_is_told_by_words_that_say_so(
    question: str, under: str, sentence: str, nothing: bool
) -> None:
    assert improves_nothing(question, under, sentence) is nothing


@pytest.mark.parametrize(
    ("question", "sentence", "unknown"),
    [
        ("What caused the fire?", "Some blame a kettle, but the cause is not yet known.", True),
        ("What is the budget for 2026?", "A budget for 2026 has not been set.", True),
        ("How many were hurt?", "The cause is unknown, and three were hurt.", False),
        ("What caused the fire?", "The cause was a kettle.", False),
        ("Is the cause known or unknown?", "The cause is unknown.", False),
        ("", "The cause is unknown.", False),
    ],
)
def test_a_sentence_may_say_that_what_is_asked_is_not_known(question: str, sentence: str, unknown: bool) -> None:
    assert says_not_known(question, sentence) is unknown


@pytest.mark.parametrize(
    ("question", "sentence", "who_not"),
    [
        ("Who is banned from the club?", "Dogs are not banned from the club.", True),
        ("Which pools were inspected?", "The lido was not inspected.", True),
        ("Who can borrow a van?", "Learners cannot borrow a van.", True),
        ("Who can borrow a van?", "Learners cannot borrow a van unless with a driver.", False),
        ("Who cannot borrow a van?", "Learners cannot borrow a van.", False),
        ("Who can borrow a van?", "Drivers can borrow a van, learners cannot borrow one.", False),
        ("Who is banned from the club?", "Cats are banned.", False),
        ("Who was banned from the club?", "Nobody was banned from the club.", False),
        ("When was the pool inspected?", "The lido was not inspected.", False),
    ],
)
def test_who_is_not_so_is_no_answer_to_who_is(question: str, sentence: str, who_not: bool) -> None:
    assert tells_who_not(question, sentence) is who_not


@pytest.mark.parametrize(
    ("sentence", "is_unsettled"),
    [
        ("Ada Moor was elected chair, proposed by Bo Rowe.", False),
        ("It was proposed by Bo Rowe, and agreed, that Ada Moor be chair.", False),
        ("Proposed by Bo Rowe that Ada Moor be elected chair.", True),
        ("Ada Moor was proposed as chair.", True),
    ],
)
def test_who_put_forward_what_was_decided_leaves_it_decided(sentence: str, is_unsettled: bool) -> None:
    assert unsettled("Who is the chair?", sentence) is is_unsettled


def test_what_is_done_without_a_contest_is_done() -> None:
    assert not negated("Ada Moor was elected without a contest.")
    assert not negated("It was agreed without further debate.")
    assert negated("The stall traded without a licence.")


@pytest.mark.parametrize(
    ("under", "proposed"),
    [
        ("Ferry Board > 3. Decisions sought", True),
        ("Decisions sought", True),
        ("Proposals\nThe board is asked for:", True),
        ("Decisions", False),
        ("How proposals are made", False),
        ("", False),
    ],
)
def test_a_heading_may_tell_that_what_stands_below_is_only_proposed(under: str, proposed: bool) -> None:
    assert only_put_forward("How much is the fare?", "An adult fare of £4.20.", "", under) is proposed
    assert not only_put_forward("What fare is proposed?", "An adult fare of £4.20.", "", under)


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("Was the permit granted?", "A lost permit costs £5.", False),
        ("Who accepted the parcel?", "Parcels that are lost are paid for.", False),
        ("How soon must I ask to get the allowance?", "No allowance is paid for water lost before May.", False),
        ("Was the amendment accepted?", "It was lost by two to four.", True),
        ("Who approved the path?", "The motion for a path was lost.", True),
    ],
)
def test_what_is_lost_is_a_decision_only_of_a_vote(question: str, sentence: str, otherwise: bool) -> None:
    assert decides_otherwise(question, sentence) is otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "is_due"),
    [
        ("How often do staff meet in practice?", "Staff should meet every week.", True),
        ("How often did staff actually meet?", "The rule requires staff to meet every week.", True),
        ("How often did staff actually meet?", "Staff met every month.", False),
        ("How often did staff actually meet?", "Staff should meet weekly; in practice they met monthly.", False),
        ("How often did staff actually meet?", "Staff should meet weekly; they met monthly.", False),
        ("How often do staff have to meet in practice?", "Staff should meet every week.", False),
        ("How often should staff meet?", "Staff should meet every week.", False),
        ("Who actually signs it?", "The form must be signed by the chair.", False),
        ("", "", False),
    ],
)
def test_what_should_be_is_not_what_is(question: str, sentence: str, is_due: bool) -> None:
    assert only_due(question, sentence) is is_due
