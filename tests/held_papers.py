"""Small papers of councils that do not exist, and what holds by them: now, at some time, or before something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Asked(NamedTuple):
    """A question with what has to come of it.

    Attributes:
        question: itself.
        quote: words that the answer holds; "" where it has to be refused.
        value: of the answer, in its normal form; "" for any.
        others: values or words that have to be among the alternatives.
        wrong: what must not be among them.
    """

    question: str
    quote: str = ""
    value: str = ""
    others: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


POSTS: Mapping[str, str] = {
    "centre.md": (
        "# New day centre for Tarrow\n"
        "Published: 12 March 2016\n"
        "\n"
        "Helen Marsh, director of adult services at Tarrow Council, opened the day centre in Quay Street. "
        "The centre has room for forty people.\n"
    ),
    "appointed.md": (
        "# New director for Tarrow\n"
        "Published: 5 September 2019\n"
        "\n"
        "Tarrow Council has appointed Imran Yusuf as director of adult services. He takes up the post on 1 "
        "October 2019 and follows Helen Marsh, who has been director of adult services since 2014.\n"
    ),
    "waiting.md": (
        "# Shorter waits for care in Tarrow\n"
        "Published: 8 June 2022\n"
        "\n"
        "The director of adult services, Imran Yusuf, said that the waiting list was shorter than a year "
        "ago. The deputy director of adult services, Lowri Cadogan, thanked the teams.\n"
    ),
    "change.md": (
        "# Change at the top of adult services\n"
        "Published: 20 February 2024\n"
        "\n"
        "Carys Penhale became director of adult services in January 2024. Imran Yusuf had left the post in "
        "November 2023.\n"
    ),
    "chair.md": (
        "# Chair of the Tarrow harbour board\n"
        "Published: 3 July 2023\n"
        "\n"
        "Tobias Renn chairs the harbour board. He was elected in May 2021.\n"
    ),
}
ASKED_OF_POSTS = (
    Asked("Who is the director of adult services?", quote="Carys Penhale", others=("Imran Yusuf",), wrong=("Lowri",)),
    Asked("Who is the director of adult services now?", quote="Carys Penhale", others=("Imran Yusuf",)),
    Asked("Who is the current director of adult services at Tarrow?", quote="Carys Penhale", others=("Imran Yusuf",)),
    Asked("Who was the director of adult services in 2017?", quote="Helen Marsh"),
    Asked("Who was director of adult services in 2021?", quote="Imran Yusuf"),
    Asked("Who was the previous director of adult services?", quote="Imran Yusuf"),
    Asked("Who was director of adult services before Carys Penhale?", quote="Imran Yusuf"),
    Asked("Who was the director of adult services before Imran Yusuf?", quote="Helen Marsh"),
    Asked("Since when has Carys Penhale been director of adult services?", quote="January 2024", value="2024-01"),
    Asked("Who was the director of adult services in 2008?"),
    Asked("Who was the previous chair of the harbour board?"),
    Asked("Who chairs the harbour board?", quote="Tobias Renn"),
)
FEES: Mapping[str, str] = {
    "2021.md": (
        "# Garden waste from April 2021\n"
        "Published: 2 February 2021\n"
        "\n"
        "From 1 April 2021 a brown bin costs £42 a year. A second bin costs £20.\n"
    ),
    "2023.md": (
        "# Changes to garden waste\n"
        "Published: 10 January 2023\n"
        "\n"
        "From 1 April 2023 a brown bin costs £48 a year. The council collects it every two weeks.\n"
    ),
    "2025.md": (
        "# What we charge in 2025\n"
        "Published: 14 January 2025\n"
        "\n"
        "From 1 April 2025 a brown bin costs £55 a year. Bulky waste costs £31 an item.\n"
    ),
    "pool.md": (
        "# Swimming lessons\n"
        "Published: 3 March 2024\n"
        "\n"
        "A course of ten lessons costs £64. Places are given in the order of booking.\n"
    ),
    "rooms.md": ("# Rooms to hire\n\nThe Orchard Room costs £18 an hour. The room holds thirty people.\n"),
    "rooms-2022.md": ("# Hall charges\nPublished: 6 May 2022\n\nThe Orchard Room costs £15 an hour.\n"),
}
ASKED_OF_FEES = (
    Asked("How much does a brown bin cost a year?", quote="£55", value="55", others=("48", "42"), wrong=("20", "31")),
    Asked("What does a brown bin cost now?", quote="£55", value="55", others=("48", "42")),
    Asked("What is the current charge for a brown bin?", quote="£55", value="55"),
    Asked("What did a brown bin cost in 2022?", quote="£42", value="42"),
    Asked("What did a brown bin cost in 2024?", quote="£48", value="48"),
    Asked("How much did a brown bin cost before April 2023?", quote="£42", value="42"),
    Asked("How much was a brown bin in 2019?"),
    Asked("What does a course of ten lessons cost?", quote="£64", value="64"),
    Asked("How much is the Orchard Room an hour?", quote="£1"),
)
EVENTS: Mapping[str, str] = {
    "history.md": (
        "# A short history of Corn Hall\n"
        "Published: 9 June 2010\n"
        "\n"
        "The roof of the Corn Hall collapsed in March 1987 after heavy snow. It was rebuilt within two years.\n"
    ),
    "snow.md": (
        "# Remembering the great snow\n"
        "Published: 2 February 2017\n"
        "\n"
        "Thirty years ago, in March 1987, the roof of the Corn Hall collapsed, and nobody was hurt.\n"
    ),
    "guide.md": (
        "# Walks around the market place\n"
        "Published: 1 May 2019\n"
        "\n"
        "Turn left at the Corn Hall, whose roof collapsed in 1986. The walk takes an hour.\n"
    ),
    "grant.md": (
        "# Grant for the Corn Hall\n"
        "Published: 4 October 2021\n"
        "\n"
        "The Corn Hall closed on 3 May 2020. A grant of £20,000 was made in August 2021. The hall reopened "
        "in September 2021.\n"
    ),
    "bell.md": (
        "# Libraries\n"
        "Published: 7 July 2022\n"
        "\n"
        "The library in Marsh Lane closed in 2015. The library in Bell Street closed in June 2018.\n"
    ),
    "bell2.md": (
        "# Old library sold\n"
        "Published: 11 November 2022\n"
        "\n"
        "The library in Bell Street, which closed in June 2018, was sold for £310,000.\n"
    ),
    "flood1.md": (
        "# Flood at Penn Bridge\n"
        "Published: 12 November 2012\n"
        "\n"
        "Penn Bridge was closed on 9 November 2012 when the river rose.\n"
    ),
    "flood2.md": (
        "# Penn Bridge again under water\n"
        "Published: 20 July 2018\n"
        "\n"
        "Penn Bridge was closed on 18 July 2018 after a storm. It opened again two days later.\n"
    ),
    "pool.md": (
        "# The lido\n"
        "Published: 30 May 2019\n"
        "\n"
        "The lido opened in 1936. After a long repair the lido reopened on 25 May 2019.\n"
    ),
}
ASKED_OF_EVENTS = (
    Asked(
        "When did the roof of the Corn Hall collapse?",
        quote="March 1987",
        value="1987-03",
        others=("1986",),
        wrong=("2020", "2021-09", "2021-08", "2010-06-09", "2017-02-02"),
    ),
    Asked(
        "When did the Corn Hall close?", quote="3 May 2020", value="2020-05-03", wrong=("1987-03", "2021-09", "1986")
    ),
    Asked("When did the library in Bell Street close?", quote="June 2018", value="2018-06", wrong=("2015",)),
    Asked("When was Penn Bridge closed?", quote="201", others=("201",)),
    Asked("When did the lido open?", quote="1936", value="1936", wrong=("2019-05-25",)),
    Asked("When did the lido reopen?", quote="25 May 2019", value="2019-05-25", wrong=("1936",)),
    Asked("In which year did the roof of the Corn Hall collapse?", quote="1987", others=("1986",)),
)
TERMS: Mapping[str, str] = {
    "mayors.md": (
        "# Mayors of Ennerby\n"
        "Published: 2 September 2023\n"
        "\n"
        "- Dorothy Vane was mayor from 2003 to 2011.\n"
        "- Cyril Oakes was mayor from 2011 to 2019.\n"
        "- Nadia Rahmani has been mayor since 2019.\n"
    ),
    "gate.md": (
        "# The old gate\n"
        "Published: 5 May 2013\n"
        "\n"
        "The mayor of Ennerby, Cyril Oakes, opened the old gate after its repair.\n"
    ),
    "chief.md": (
        "# Chief executive leaves\n"
        "Published: 3 April 2022\n"
        "\n"
        "Joan Fairley, chief executive of Ennerby Council since 2009, leaves at the end of June 2022. Her "
        "successor is Kemal Aydin.\n"
    ),
}
ASKED_OF_TERMS = (
    Asked("Who is the mayor of Ennerby?", quote="Nadia Rahmani", others=("Cyril Oakes",)),
    Asked("Who was mayor of Ennerby in 2015?", quote="Cyril Oakes"),
    Asked("Who was mayor in 2005?", quote="Dorothy Vane"),
    Asked("Who was the mayor before Cyril Oakes?", quote="Dorothy Vane"),
    Asked("How long was Cyril Oakes mayor?", quote="from 2011 to 2019"),
    Asked("Since when has Nadia Rahmani been mayor?", quote="2019", value="2019"),
    Asked("Until when was Dorothy Vane mayor?", quote="2011", value="2011"),
    Asked("Who is the chief executive of Ennerby Council?", quote="Kemal Aydin"),
    Asked("Who was the chief executive of Ennerby Council in 2015?", quote="Joan Fairley"),
)
COMMITTEES: Mapping[str, str] = {
    "audit-2021.md": (
        "# Audit committee\n"
        "Date of meeting: 6 May 2021\n"
        "\n"
        "Mabel Orton was elected chair of the audit committee. The accounts were agreed.\n"
    ),
    "audit-2023.md": (
        "# Audit committee\n"
        "Date of meeting: 4 May 2023\n"
        "\n"
        "The chair of the audit committee, Piers Haldane, opened the meeting. Mabel Orton, the former chair "
        "of the audit committee, sent her thanks.\n"
    ),
    "planning-2024.md": (
        "# Planning committee\n"
        "Date of meeting: 9 May 2024\n"
        "\n"
        "Sian Bevan was elected chair of the planning committee. The vice-chair of the planning committee is "
        "Rory Quill.\n"
    ),
    "parks-2020.md": ("# Parks panel\nDate of meeting: 2 March 2020\n\nThe parks panel is led by Edmund Frayne.\n"),
    "parks-2022.md": (
        "# Parks panel\n"
        "Date of meeting: 7 March 2022\n"
        "\n"
        "The parks panel is led by Greta Lowe, who took over in June 2021.\n"
    ),
}
ASKED_OF_COMMITTEES = (
    Asked("Who chairs the audit committee?", quote="Piers Haldane", wrong=("Sian", "Rory")),
    Asked(
        "Who is the chair of the audit committee?",
        quote="Piers Haldane",
        others=("Mabel Orton",),
        wrong=("Sian", "Rory"),
    ),
    Asked("Who was chair of the audit committee in 2022?", quote="Mabel Orton", wrong=("Sian", "Rory")),
    Asked("Who is the chair of the planning committee?", quote="Sian Bevan", wrong=("Mabel", "Piers", "Rory")),
    Asked("Who is the vice-chair of the planning committee?", quote="Rory Quill", wrong=("Sian",)),
    Asked("Who leads the parks panel?", quote="Greta Lowe", others=("Edmund Frayne",)),
    Asked("Who led the parks panel in 2020?", quote="Edmund Frayne"),
)
RATES: Mapping[str, str] = {
    "2021.md": (
        "# Swimming from 2021\n"
        "Published: 3 March 2021\n"
        "\n"
        "From 1 April 2021 an adult swim costs £4.20. From 1 April 2021 a child swim costs £2.10.\n"
    ),
    "2024.md": (
        "# Swimming from 2024\n"
        "Published: 5 March 2024\n"
        "\n"
        "From 1 April 2024 an adult swim costs £5.60. From 1 April 2024 a child swim costs £2.80.\n"
    ),
    "spent.md": (
        "# What we spent\n"
        "Published: 9 September 2022\n"
        "\n"
        "In 2021 the council spent £410,000 on the pool. In 2022 it spent £455,000 on the pool.\n"
    ),
    "visits.md": (
        "# Visits\n"
        "Published: 12 January 2023\n"
        "\n"
        "In 2022 the museum had 31,400 visitors. In 2021 it had 18,900 visitors.\n"
    ),
}
ASKED_OF_RATES = (
    Asked("How much is an adult swim?", quote="£5.60", value="5.6", others=("4.2",), wrong=("2.10", "2.80")),
    Asked("What does a child swim cost?", quote="£2.80", value="2.8", others=("2.1",), wrong=("4.20", "5.60")),
    Asked("What did an adult swim cost in 2023?", quote="£4.20", value="4.2"),
    Asked("How much did the council spend on the pool in 2021?", quote="£410,000", value="410000"),
    Asked("How many visitors did the museum have in 2021?", quote="18,900", value="18900"),
    Asked("How many visitors did the museum have in 2019?"),
)
OPENINGS: Mapping[str, str] = {
    "museum.md": (
        "# The museum\nPublished: 4 April 2020\n\nThe museum opened in 1974. The museum café opened in May 2019.\n"
    ),
    "trail.md": (
        "# The trail\n"
        "Published: 8 August 2022\n"
        "\n"
        "The coal trail was opened on 2 July 2022 by the mayor. It will be extended in 2025.\n"
    ),
    "trail2.md": (
        "# More for walkers\n"
        "Published: 1 March 2023\n"
        "\n"
        "The coal trail, which was opened on 2 July 2022, has had 4,000 walkers.\n"
    ),
    "plan.md": ("# Plan for the trail\nPublished: 6 June 2021\n\nThe coal trail is due to be opened on 1 May 2022.\n"),
    "strike.md": (
        "# Strikes on the buses\n"
        "Published: 9 December 2023\n"
        "\n"
        "Bus drivers went on strike in October 2021 and again in November 2023.\n"
    ),
    "fire.md": (
        "# Fire at the mill\nPublished: 10 June 1998\n\nThe mill burned down on 6 June 1998. Nobody was hurt.\n"
    ),
    "fire2.md": (
        "# The mill site\nPublished: 14 May 2015\n\nThe mill burned down in 1998, and the site was sold in 2003.\n"
    ),
}
ASKED_OF_OPENINGS = (
    Asked("When did the museum open?", quote="1974", value="1974", wrong=("2019",)),
    Asked("When did the museum café open?", quote="May 2019", value="2019-05", wrong=("1974",)),
    Asked("When was the coal trail opened?", quote="2 July 2022", value="2022-07-02", wrong=("2022-05-01", "2025")),
    Asked("When did the mill burn down?", quote="1998", wrong=("2003", "2015")),
    Asked("When was the mill site sold?", quote="2003", value="2003", wrong=("1998",)),
    Asked("When did bus drivers go on strike?", quote="20", wrong=("2023-12-09",)),
)
SUCCESSORS: Mapping[str, str] = {
    "planning.md": (
        "# Changes in the planning office\n"
        "Published: 3 June 2024\n"
        "\n"
        "Jane Roe, head of planning, retired in May. Her successor, John Doe, joins in July.\n"
    ),
    "archive.md": (
        "# County archive\n"
        "Published: 12 March 2023\n"
        "\n"
        "The county archivist, Peter Lunn, left at the end of February. "
        "He was succeeded by Mary Ashe on 1 March 2023.\n"
    ),
    "museum.md": (
        "# Museum news\n"
        "Published: 9 October 2022\n"
        "\n"
        "Carol Frith was curator of the mill museum until September 2022. Dev Patel has taken over from her.\n"
    ),
    "harbour.md": (
        "# Harbour notes\n"
        "Published: 20 January 2025\n"
        "\n"
        "Harbour master Ian Cobb stepped down at Christmas. "
        "His replacement is Nora Quill, who started on 6 January 2025.\n"
    ),
    "library.md": (
        "# Library letter\n"
        "Published: 2 February 2021\n"
        "\n"
        "Tom Hale resigned as chief librarian in January 2021. The library is open as usual. "
        "His successor, Ann Wye, was not yet chosen.\n"
    ),
    "choir.md": (
        "# Choir\n"
        "Published: 1 September 2020\n"
        "\n"
        "Ruth Penn succeeds Colin Marr as conductor of the town choir. She begins on 7 September 2020.\n"
    ),
    "band.md": (
        "# Band\n"
        "Published: 1 September 2020\n"
        "\n"
        "Owen Flint was bandmaster of the silver band from 2010 to 2019. He was replaced by Gwen Tarr.\n"
        "\n"
        "Her successor, Sam Bold, runs the drama club.\n"
    ),
}
ASKED_OF_SUCCESSORS = (
    Asked("Who is the head of planning?", quote="John Doe"),
    Asked("Who is the county archivist?", quote="Mary Ashe"),
    Asked("Who was the county archivist before Mary Ashe?", quote="Peter Lunn"),
    Asked("Who is curator of the mill museum?", quote="Dev Patel"),
    Asked("Who is the harbour master?", quote="Nora Quill"),
    Asked("Who is the chief librarian?"),
    Asked("Who is the conductor of the town choir?", quote="Ruth Penn"),
    Asked("Who is the bandmaster of the silver band?", quote="Gwen Tarr"),
    Asked("Who was bandmaster in 2015?", quote="Owen Flint"),
)
DRAFTS: Mapping[str, str] = {
    "mooring.md": (
        "# Mooring rules\nPublished: 2 April 2022\n\n"
        "A visitor may moor for 48 hours. Boats longer than 12 metres must ask the harbour master of Felby first.\n"
    ),
    "mooring-new.md": (
        "# Mooring rules (consultation draft)\nPublished: 4 August 2026\n\n"
        "A visitor may moor for 24 hours. Boats longer than 12 metres must ask the harbour master of Felby first.\n"
    ),
    "fines.md": (
        "# Fines for dog fouling\nPublished: 1 May 2023\n\n"
        "The fine for dog fouling in Felby is £100. It is halved when paid within a week.\n"
    ),
    "fines-draft.md": (
        "# Fines for dog fouling\nPublished: 9 September 2026\n\n"
        "The fine for dog fouling in Felby is £150. It is halved when paid within a week.\n"
    ),
    "plots.md": (
        "# Allotment handbook\nPublished: 3 January 2024\n\n"
        "A plot in Felby costs £38 a year. Water is included and the gate is shut at dusk.\n"
    ),
    "plots-old.md": (
        "# Allotment handbook - withdrawn\nPublished: 6 January 2022\n\n"
        "A plot in Felby costs £31 a year. Water is included and the gate is shut at dusk.\n"
    ),
    "lettings.md": (
        "# Lettings plan\nPublished: 1 June 2025\n\n"
        "The lettings officer for Felby is Una Carse. Keys are handed out on Mondays.\n"
    ),
    "lettings-new.md": (
        "# Draft lettings plan\nPublished: 1 October 2026\n\n"
        "The lettings officer for Felby is Ivo Brand. Keys are handed out on Mondays.\n"
    ),
}
ASKED_OF_DRAFTS = (
    Asked("How long may a visitor moor?", quote="48 hours", others=("24",)),
    Asked("What is the fine for dog fouling in Felby?", quote="£100", value="100"),
    Asked("What is the fine for dog fouling now?", quote="£100", value="100"),
    Asked("What does a plot in Felby cost now?", quote="£38", value="38"),
    Asked("What did a plot in Felby cost in 2023?", quote="£31", value="31"),
    Asked("Who is the lettings officer for Felby?", quote="Una Carse"),
)
PAPERS: Mapping[str, tuple[Mapping[str, str], tuple[Asked, ...]]] = {
    "posts": (POSTS, ASKED_OF_POSTS),
    "fees": (FEES, ASKED_OF_FEES),
    "events": (EVENTS, ASKED_OF_EVENTS),
    "terms": (TERMS, ASKED_OF_TERMS),
    "committees": (COMMITTEES, ASKED_OF_COMMITTEES),
    "rates": (RATES, ASKED_OF_RATES),
    "openings": (OPENINGS, ASKED_OF_OPENINGS),
    "successors": (SUCCESSORS, ASKED_OF_SUCCESSORS),
    "drafts": (DRAFTS, ASKED_OF_DRAFTS),
}
"""Documents by their file names, and what is asked of them."""
