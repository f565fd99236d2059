"""Questions that no single passage answers are told from others, and so are sentences that answer them after all."""

from __future__ import annotations

import pytest

from corpus.language.across import asks_across, asks_difference, says_no_total


@pytest.mark.parametrize(
    ("question", "across"),
    [
        ("How many reports are there?", True),
        ("What documents do you have?", True),
        ("how many councils were rated inadequate", True),
        ("Which council has the most children in care?", True),
        ("Compare Alderwick and Brightmoor", True),
        ("List all inspections of Eastmarsh", True),
        ("How many times has Eastmarsh been inspected?", True),
        ("How many times did they inspect Eastmarsh?", True),
        ("How many times does the pump try to start?", False),
        ("how many times can I renew a book", False),
        ("How many times a year is it checked?", False),
        ("How many more children were in care in 2024 than in 2020?", True),
        ("What is the average number of children in care?", True),
        ("What is the total number of children in all councils?", True),
        ("How many children are in care?", False),
        ("Who wrote the report?", False),
        ("When was Eastmarsh inspected?", False),
        ("Which services are not open on Sunday?", False),
        ("What does the document say about care?", False),
        ("What did inspectors mean by good?", False),
        ("What does the change mean for tenants?", False),
        ("wot does YPA mean in the report", False),
        ("What does it mean in law?", False),
        ("What is the mean score of pupils?", True),
        ("What is the best way to apply?", False),
        ("What's the most a store can charge?", False),
        ("What happens if I need more than 5 days?", False),
        ("What came of the appeal for more moderators?", False),
        ("What should I do if my child is worse?", False),
        ("Which form do I need for more than 5 days?", False),
        ("What council has the most children in care?", True),
        ("Which schools have more pupils than Marlow?", True),
    ],
)
def test_counts_comparisons_and_lists_over_documents_are_seen(question: str, across: bool) -> None:
    assert asks_across(question) is across


@pytest.mark.parametrize(
    ("question", "sentence", "lacking"),
    [
        ("How many times was it inspected?", "There were 251 children in care.", True),
        ("How many times was it inspected?", "Every inspection found 251 children.", True),
        ("How many times was it inspected?", "It was inspected twice.", False),
        ("How many times can I renew a book?", "Books | 20 | 5\nWhat | How many | Renewals", False),
        ("How many times can I renew a book?", "You can renew a book by post.", True),
        ("How many times was Marlow inspected?", "Marlow | 20 | 5\nHome | Places | Grades", True),
        ("How many times was it inspected?", "Inspectors came on three occasions.", False),
        ("How many times a week does the choir meet?", "The choir meets every Tuesday and Thursday.", False),
        ("How many times a year is it checked?", "It is checked quarterly.", False),
        ("What does it mean for tenants?", "Tenants will pay more rent.", False),
        ("What does YPA mean in the report?", "Young people's advisers are known as YPAs.", False),
        ("How many more children were there than in 2020?", "There were 233 children in care.", True),
        ("How many more children were there than in 2020?", "There were 18 more than in 2020.", False),
        ("How many fewer staff left than in 2019?", "The number of leavers fell by 12.", False),
        ("What is the average number of children?", "There were 233 children.", True),
        ("What is the average number of children?", "On average 233 children were in care.", False),
        ("How many documents are there?", "The committee notes the four letters and a paper.", True),
        ("How many documents are there?", "There are 12 documents in the pack.", False),
        ("How many letters are there?", "The committee notes the four letters.", False),
        ("What documents do you have?", "There are 12 documents.", True),
        ("How many children are in care?", "There were 233 children.", False),
        ("How much did agency costs fall by?", "Agency staff cost £41, compared with £63 the year before.", True),
        ("How much did agency costs fall by?", "Agency costs fell by £22.", False),
        ("How much have fees gone up?", "The fee is £12 (£10 in 2019).", True),
        ("How much have fees gone up?", "Fees rose £2.", False),
        ("How much have fees gone up?", "Fees are 4% up.", False),
        ("How much was the grant increased?", "The grant is £400.", True),
        ("How many trees were grown?", "12 trees were planted and grown there.", False),
        ("How many trees have been grown?", "12 trees were planted.", False),
        ("How much food is grown?", "About 12 tonnes of food are grown there.", False),
        ("How many people fell?", "Three people fell on the ice.", False),
        ("How many charges were reduced?", "Four charges were reduced.", False),
        ("How much was the grant increased to?", "The grant is now £400.", False),
        ("How much does it cost to drop the kerb?", "A kerb is £400.", False),
        ("How much must I have paid by then?", "You must have paid £400.", False),
    ],
)
def test_a_total_is_answered_only_by_words_that_say_one(question: str, sentence: str, lacking: bool) -> None:
    assert says_no_total(question, sentence) is lacking


def test_a_difference_is_of_two() -> None:
    assert asks_difference("How many more children were in care in 2024 than in 2020?")
    assert not asks_difference("How many children were in care in 2024 and in 2020?")
