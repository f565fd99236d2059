"""Reports on the services of made-up councils, and news that tell of them."""

from __future__ import annotations

from collections.abc import Mapping

REPORT = """Inspection of {0} local authority children's services
Inspection dates: {1}
Lead inspector: Ada Moor, His Majesty's Inspector

Judgement

Grade

The impact of leaders on social work practice with children and families

{2}

The experiences and progress of children who need help and protection

{3}

Overall effectiveness

{3}

Children and families in {0} were visited by inspectors, who read their files.
"""
Paper = Mapping[str, str]


def report(place: str, days: str, published: str, overall: str, leaders: str = "Good") -> Paper:
    """A report of an inspection."""
    return {
        "title": f"{place}: inspection of children's services, published {published}",
        "text": REPORT.format(place, days, leaders, overall),
        "published": published,
    }


def in_parts(place: str, days: str, published: str, grade: str) -> Mapping[str, str]:
    """A report that gives judgements of parts alone."""
    paper = report(place, days, published, grade, grade)
    whole = f"Overall effectiveness\n\n{grade}\n"
    assert whole in paper["text"]
    return {**paper, "text": paper["text"].replace(whole, "")}


WENDHAM_2017 = report("Wendham", "9 to 20 January 2017", "2017-03-03", "Inadequate", "Requires improvement to be good")
WENDHAM_2019 = report("Wendham", "4 to 15 November 2019", "2020-01-10", "Requires improvement to be good")
WENDHAM_2023 = report("Wendham", "5 to 16 June 2023", "2023-08-01", "Good", "Outstanding")
MARLOW_2018 = report("Marlow", "5 to 16 March 2018", "2018-05-04", "Outstanding")
WENDHAM = (WENDHAM_2017, WENDHAM_2019, WENDHAM_2023)
HOME = {
    "title": "",
    "text": """Care Quality Commission. Care home.

Larkfield Lodge
Inspection report
Date of inspection visit: 17 March 2026
Date of publication: 6 May 2026

Overall rating for this service: Requires Improvement
Is the service safe? Requires Improvement
Is the service well-led? Good

Larkfield Lodge is a care home. At the last inspection, in August 2023, the service was rated good. \
The one before that, in 2021, rated it inadequate.
""",
}
"""A report on a care home, whose first line says who inspects and what."""
