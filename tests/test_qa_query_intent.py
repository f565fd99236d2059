"""What kind of answer is wanted, and which of several documents is meant."""

from __future__ import annotations

import time

import pytest

from index.snapshot import Snapshot
from qa.query.intent import answer_type, asks_nothing, asks_several, find_order, first_items
from tests.query_corpora import places, read, unknown


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("What is Sutton's latest rating?", "latest"),
        ("What is Sutton's Latest Rating?", "latest"),
        ("What is Sutton rated now?", "latest"),
        ("How is Sutton rated at the moment?", "latest"),
        ("When was Sutton last inspected?", "latest"),
        ("What did the last report on Sutton say?", "latest"),
        ("What is the current grade of Sutton?", "latest"),
        ("What was Sutton rated in its first inspection?", "first"),
        ("What Was Sutton's First Rating?", "first"),
        ("Is the charity Sutton Children First rated good?", None),
        ("What was the earliest rating of Sutton?", "first"),
        ("What was the previous rating of Sutton?", "previous"),
        ("How was Sutton previously rated?", "previous"),
        ("What was Sutton charged before the present price list?", "previous"),
        ("What was the limit in Sutton before the new travel policy?", "previous"),
        ("What must Sutton do before the new term?", None),
        ("How long did the visit to Sutton last?", None),
        ("How did Sutton do last year?", None),
        ("How did Sutton do last May?", None),
        ("How did Sutton do prior to 2018?", None),
        ("How did Sutton do over the last two years?", None),
        ("How did Sutton do in 2019?", None),
        ("How good are Sutton Care Leavers First?", None),
    ],
)
def test_latest_first_and_previous_are_told_apart(reports: Snapshot, question: str, order: str | None) -> None:
    query = read(question, reports)
    assert query.interpretation.order == order
    assert places(query, reports) == [{"Sutton"}] and unknown(query) == []


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When was it rated inadequate?", "date"),
        ("In which year did it open?", "date"),
        ("How many children are in care?", "number"),
        ("What percentage of visits were on time?", "number"),
        ("What was the overall effectiveness of Sutton?", "rating"),
        ("Who led the inspection?", "person"),
        ("Why had caseloads come down?", "reason"),
        ("What needs to improve?", "list"),
        ("What are the priorities?", "list"),
        ("What did inspectors tell Sutton to improve?", "list"),
        ("What was Sutton told to put right in 2022?", "list"),
        ("What does the inspectorate want Sutton to do better?", "list"),
        ("Where does Sutton have to get better?", "list"),
        ("What has Sutton got to improve?", "list"),
        ("What does Sutton have to do better?", "list"),
        ("What could be better in Sutton?", "list"),
        ("What needs to be improved in Sutton?", "list"),
        ("What were Sutton's areas for improvement in 2023?", "list"),
        ("What were the Suttons' aims?", "list"),
        ("What has Sutton done to improve?", "other"),
        ("What is Sutton's aim?", "other"),
        ("areas for improvement sutton 2024", "list"),
        ("What did the inspectors tell the mayor?", "other"),
        ("Where does the coach have to stop?", "other"),
        ("Was Sutton asked to improve?", "yes_no"),
        ("Who was asked to improve it?", "person"),
        ("Does Ofsted publish its reports?", "yes_no"),
        ("May people visit?", "yes_no"),
        ("May 2018 visit", "other"),
        ("What is the MASH?", "other"),
        ("WHO LED THE INSPECTION?", "person"),
        ("", "other"),
    ],
)
def test_the_kind_of_answer_is_told_from_the_question(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize("question", ["what need " * 400, "what need x " * 320], ids=["what need", "what need x"])
def test_the_longest_questions_are_read_in_linear_time(question: str) -> None:
    started = time.process_time()
    assert answer_type(question) == "other"
    assert answer_type(f"{question}done") == "list"
    assert answer_type("what ask " * 400) == answer_type("where x " * 400) == "other"
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("question", "names", "order", "words"),
    [
        ("the latest and the latest but one", [], "latest", ["latest", "latest"]),
        ("the first, the latest and the previous one", [], "previous", ["previous"]),
        ("the first and the most recently opened", [], "latest", ["most recently"]),
        ("the Latest News of the latest day", [(4, 15)], "latest", ["latest"]),
        ("the Latest News", [(4, 15)], None, []),
        ("News: latest", [(0, 6)], "latest", ["latest"]),
        ("the one it was prior to", [], None, []),
        ("the one before", [], "previous", ["the one before"]),
        ("originally", [], "first", ["originally"]),
        ("the last", [], "latest", ["last"]),
        ("it will last", [], None, []),
        ("last inspected", [], "latest", ["last"]),
        ("the last weeks", [], None, []),
        ("last December", [], None, []),
    ],
)
def test_an_order_is_found_with_its_words_but_not_in_names(
    question: str, names: list[tuple[int, int]], order: str | None, words: list[str]
) -> None:
    found, spans = find_order(question, names)
    assert (found, [question[slice(*span)] for span in spans]) == (order, words)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How long ago was it?", "date"),
        ("At what time of year is it?", "date"),
        ("In which meeting was it said?", "date"),
        ("What dates are open?", "date"),
        ("It dates back to what?", "other"),
        ("Is it up to date?", "yes_no"),
        ("How often do they meet?", "number"),
        ("The population of Kent", "number"),
        ("What is the cause?", "reason"),
        ("Give the reason", "reason"),
        ("What led to it?", "reason"),
        ("May it be so?", "yes_no"),
        ("Can you say it?", "other"),
        ("Could somebody say it?", "other"),
        ("The judgment on Kent", "rating"),
        ("Which chief executive resigned?", "person"),
        ("What are people?", "other"),
        ("Which police officers resigned?", "person"),
        ("Whose is it?", "person"),
        ("Give the names", "person"),
        ("What has to be done?", "list"),
        ("What in it must be better?", "list"),
        ("Which areas are weak?", "list"),
        ("List them", "list"),
        ("What is better than it was?", "other"),
    ],
)
def test_each_form_of_asking_is_known(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who collects the laptop when somebody resigns?", "person"),
        ("What does it cost when a badge is lost?", "number"),
        ("What does the grant pay for?", "other"),
        ("What does the service charge pay for?", "other"),
        ("What does the hire charge include?", "other"),
        ("What does the club charge for guests?", "number"),
        ("What does the service charge not pay for?", "other"),
        ("What does the hire charge cost?", "number"),
        ("What will I pay for a lost badge?", "number"),
        ("Where do I hand in my badge when I leave?", "other"),
        ("When somebody resigns, who collects the laptop?", "person"),
        ("Can I keep the laptop when I leave?", "yes_no"),
        ("Why did it go back when it had been there in autumn?", "reason"),
        ("If I leave when do I get paid?", "date"),
        ("When the pool opens", "date"),
        ("Do you know when the pool opens?", "date"),
        ("Can you tell me when the pool opens?", "date"),
        ("When must it be paid, and by whom?", "date"),
    ],
)
def test_a_clause_of_time_does_not_ask_for_a_time(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What is the mileage rate?", "number"),
        ("What's our deposit for a hall?", "number"),
        ("What is the rate policy?", "other"),
        ("What would a key fob cost us?", "number"),
        ("Price of a key fob", "number"),
        ("How soon must it be mended?", "number"),
        ("What does the Trust pay in at Grade 4?", "number"),
        ("What was its grade in 2021?", "rating"),
        ("grade 2021", "rating"),
        ("What did Marlow get overall in the 2023 inspection?", "rating"),
        ("How did Marlow do overall?", "rating"),
        ("How much did Marlow get overall?", "number"),
        ("What did Marlow get from the fund?", "other"),
        ("Am I allowed to smoke?", "yes_no"),
        ("Do you offer a loan?", "yes_no"),
        ("Can I ask who runs it?", "person"),
        ("Could you please explain the scheme?", "other"),
    ],
)
def test_how_much_and_whether_are_asked_in_many_ways(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "nothing"),
    [
        ("Who is Will May?", False),
        ("Who is it? May I?", True),
        ("thanks", True),
        ("x", True),
        ("why", True),
        ("what is it?", True),
        ("curtilage?", True),
        ("what is curtilage", False),
        ("pool fees", False),
        ("opened when", False),
        ("", True),
    ],
)
def test_one_word_or_small_words_ask_nothing(question: str, nothing: bool) -> None:
    assert asks_nothing(question) is nothing


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("I was behind with my rent when the office closed. Do I get more weeks to pay?", "yes_no"),
        ("The clerk who was here has left. Must we tell the bank?", "yes_no"),
        ("My bill is due on Friday. So can I wait until then?", "yes_no"),
        ("We lost a badge when it rained. What does a new one cost?", "number"),
        ("Our date was moved to May. Who decides?", "person"),
        ("Who decides? I have to know the date.", "person"),
        ("Our clerk has left (so they say). When do we vote?", "date"),
        ("Somebody has left. Who, and when?”", "date"),
        ("The clerk asked when it opens. Tell me who has the key", "date"),
    ],
)
def test_of_a_story_the_sentences_that_ask_say_what_kind_is_wanted(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("What is the first thing Redhill has to improve?", 1),
        ("What were the first three recommendations for Redhill?", 3),
        ("Name the first 2 areas to improve", 2),
        ("What was the first report on Redhill?", None),
        ("What was said first of the things to improve?", None),
        ("Which things must improve?", None),
    ],
)
def test_the_first_items_of_a_list_are_no_first_document(question: str, count: int | None) -> None:
    assert first_items(question) == count
    assert find_order(question, ())[0] == (None if count or "first" not in question else "first")


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Which goods are banned from the market?", True),
        ("What licensing objectives are there?", True),
        ("Which people do not count?", True),
        ("What must I bring?", True),
        ("What can't I get cheaper?", True),
        ("What does a trader have to show?", True),
        ("What are the rules?", True),
        ("What was it told to get better at?", True),
        ("What did Slough have to improve?", True),
        ("Who are the members of the board?", True),
        ("Who sits on the panel?", True),
        ("Who else may come?", True),
        ("What does the home do well?", True),
        ("What is working well at the home?", True),
        ("What is a duty manager responsible for?", True),
        ("What was the first recommendation to the home?", True),
        ("What did the first report say?", False),
        ("What does the fee include?", False),
        ("Who is responsible for the keys?", False),
        ("How well does the home do?", False),
        ("Who is the chair of the board?", False),
        ("Who was the chair?", False),
        ("What is Slough's address?", False),
        ("What was the business about?", False),
        ("Which councillor moved it?", False),
        ("What do permits cost?", False),
        ("When must I come?", False),
    ],
)
def test_whether_several_things_may_be_asked_for(question: str, several: bool) -> None:
    assert asks_several(question) is several


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What is the deadline for bids?", "date"),
        ("grant application deadline 2025", "date"),
        ("What must I send before the deadline?", "other"),
        ("Who sets the deadline?", "person"),
        ("slipway launch fee", "number"),
        ("registration turnover figure", "number"),
        ("care leaver homes - cost?", "number"),
        ("kiln repair waiting weeks", "number"),
        ("kiln repair wait in months", "number"),
        ("kiln repair delay, in days", "number"),
        ("complaint response time", "number"),
        ("kiln opening hours", "other"),
        ("bin collection days", "other"),
        ("changes in opening hours", "other"),
        ("closing time", "other"),
        ("registration needed below the purchase limit", "other"),
        ("form 87 field for passport number", "other"),
        ("harbour office phone number", "contact"),
        ("Who sets the fee", "person"),
    ],
)
def test_deadlines_and_keywords_that_end_with_an_amount_ask_for_these(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("chair of planning start of 2025", "person"),
        ("harbour master before captain moss", "person"),
        ("mayor now", "person"),
        ("head of finance", "person"),
        ("planning committee chair 2023/24", "person"),
        ("headteacher of marlow school in 2019", "person"),
        ("swimming pool manager at the baths", "person"),
        ("assistant head at marlow school", "person"),
        ("current president lantern trust", "person"),
        ("the present clerk moor parish council", "person"),
        ("current clerk hours moor parish", "other"),
        ("current president pay lantern trust", "other"),
        ("current president lantern directors", "other"),
        ("current bus times", "other"),
        ("president lantern trust rules", "other"),
        ("mayor", "other"),
        ("head lice", "other"),
        ("dog on lead", "other"),
        ("cost per head", "other"),
        ("office chair", "other"),
        ("caretaker rota", "other"),
        ("mayor's car", "other"),
        ("clerk spending limit", "number"),
    ],
)
def test_keywords_that_name_an_office_ask_for_a_person(question: str, kind: str) -> None:
    assert answer_type(question) == kind
