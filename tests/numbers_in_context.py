"""Sentences of our own with every number that counts or measures something marked, and numbers that only name things.

A number is marked as [words=value], and one that must not be read as {words}.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKED = re.compile(r"\[(?P<words>[^=\[\]]+)=(?P<value>[^\]]+)\]|\{(?P<name>[^}]+)\}")


class Marked(NamedTuple):
    """A sentence without its marks, its numbers with their values, and how many false friends it has."""

    text: str
    numbers: list[tuple[int, int, str]]
    false_friends: int


def marked(sentence: str) -> Marked:
    """A sentence as it is read, with what was marked in it."""
    text, numbers, false_friends, last = "", [], 0, 0
    for match in _MARKED.finditer(sentence):
        text += sentence[last : match.start()]
        if match["words"]:
            numbers.append((len(text), len(text) + len(match["words"]), match["value"]))
        else:
            false_friends += 1
        text += match["words"] or match["name"]
        last = match.end()
    return Marked(text + sentence[last:], numbers, false_friends)


SENTENCES = """
The depot keeps [38 lorries=38] and [two sweepers=2].
Grit for [six winters=6] lies in the barn.
The ferry carries [112 passengers=112] and [14 cars=14] each way.
Tickets are [£4.50=4.5], or [£3=3] for pensioners.
A locker costs [20p=0.20] and the coin is returned.
Copies are [10p=0.10] a sheet in black and [35p=0.35] in colour.
The bid was for [£2.75 million=2750000] over [three years=3].
Repairs will cost [£1.2m=1200000], of which [£300k=300000] is already spent.
The reserve fell to [£940,000=940000].
Surveyors put the damage at [£6–£8 million=6000000/8000000].
Allow [£15-£20=15/20] a head for supper.
Quotes ranged from [£1,200 to £1,850=1200/1850].
The marquee holds [between 90 and 120 guests=90/120].
Volunteers should expect [2 to 3 hours=2/3] of digging.
The walk takes [three to four hours=3/4] in dry weather.
Seeds sprout in [7–10 days=7/10].
The club is for [11–16 year olds=11/16].
Rain is likely on [40 to 60%=40%/60%] of days.
Discounts of [5-10%=5%/10%] apply to early orders.
Turnout was [34.6%=34.6%], down from [41 per cent=41%].
[Two in three=2/3] tenants had no smoke alarm.
About [one in ten=1/10] buses ran late.
[3 in 8=3/8] parcels were left outside.
[Seven out of ten=7/10] members voted by post.
[A third=1/3] of the orchard was lost.
[Two-fifths=2/5] of the shelves were empty.
[Half=1/2] the choir was away.
[¾=3/4] of the fence is sound.
The soup needs [1½ litres=1.5] of stock and [½=1/2] an onion.
Simmer for [2 1/2 hours=2.5].
The wait was [two and a half hours=2.5].
It took [an hour and a half=1.5] to drain the pond.
The frost reached [-7°C=-7] at dawn.
Keep vaccines below [8 °C=8].
The freezer must stay at [minus 18 degrees=-18].
Water at [60 °C=60] kills the bacteria.
The balance stood at [-£450=-450].
The gate is [3 ft 6 in=3.5] wide.
The shelf is [6 feet=6] above the floor.
The hall is [18m=18] long and [9 metres=9] wide.
The race lasted [2 hours 30 minutes=2.5].
Her sentence was [1 year and 6 months=1.5].
[One hundred and twelve=112] letters came in.
[Four hundred=400] chairs were stacked.
A crowd of [twelve thousand=12000] lined the route.
[Half a million=500000] bulbs were planted.
[A dozen=12] hives were stolen.
[Nine=9] of the [21=21] actions are late.
[None of the 16=0] lifts passed.
The town has [46 councillors=46]: [20=20] Labour, [15=15] Conservative and [11=11] Liberal Democrat.
The motion was carried by [14 votes=14] to [9=9].
The home side won [3=3]-[1=1].
Membership rose from [210=210] to [265=265].
Fines went up from [5%=5%] to [8%=8%].
The petition drew [3,412 signatures=3412].
Some [2m visitors=2000000] come each summer.
The reservoir holds [9bn litres=9000000000].
The lease runs for [99 years=99].
The ward has [24 beds=24] and [1=1] kitchen.
Feed the hens twice a day with [200 g=200] of grain.
The tanker spilled [40 tonnes=40] of oil.
The path climbs [250 metres=250] in [4 km=4].
At least [5 weeks=5] of notice is needed.
Up to [40=40] swimmers may use the pool.
No more than [six=6] dogs may be walked together.
Over [70 households=70] lost power.
Staff get [28 days=28] of leave.
The choir sang [15 carols=15] in [eleven=11] languages.
Pupils: [312=312]
Spaces for bicycles | [48=48]
The queue reached [1,000=1000] by noon.
[Three quarters=3/4] of the grant is paid at once.
The rate is [4.25%=4.25%] for savers.
The panel met [seven times=7] and heard [33 witnesses=33].
Parking is [£1.20=1.2] for the first hour and [80p=0.80] after that.
Each box holds [two dozen=24] candles.
Of [58 wells=58], [17=17] were dry.
The hen laid [zero=0] eggs.
The map covers [12 square miles=12].
The choir raised [$5,000=5000] abroad and [€800=800] at home.
[Eighty-three=83] graves were moved.
The bridge bears [7.5 tonnes=7.5].
Wages rise by [3%=3%] or [£600=600], whichever is more.
The tower has [199 steps=199].
Budget: [£18k=18000]
He owns [a hundred and twenty=120] clocks.
The trench is [1.5m=1.5] deep.
Every [10 minutes=10] a tram leaves.
A fine of [£80=80] falls to [£40=40] if paid in [14 days=14].
[Twenty five=25] stalls were let for [£12=12] each.
The scheme helps [18 to 24 year olds=18/24].
[6 out of 9=6/9] pumps were serviced.
From [3 to 5 days=3/5] is usual.
The queue is [20–30 people=20/30] long.
Children under [five=5] swim free.
Ring {0161 496 0234} before noon.
The duty phone is {07700 900461}.
Call {101} for the police, or {+44 20 7946 0991} from abroad.
See page {14} and section {3.2.1} of the plan.
Paragraphs {12} to {15} explain this.
It is set out in clause {9} and schedule {2}.
She was born in {1968} and moved here in {2003}.
The plan for {2024/25} was agreed on {12 May 2023}.
{One} of them was broken.
This {one} is mended; the other {one} is not.
No {one} answered.
Install version {2.10.3} or version {4}.
Write to {27 Quarry Road} or to {5 Mill Lane}.
The shop shuts at {5.30pm} and opens at {9 am}.
The train left at {14:05}.
Sort code {20-45-77} is ours.
The case number is {19/00412/OUT}.
Figure {6} and table {11} show the flow.
Take bus {42} from platform {3}.
He lives in flat {8}.
Grade {7} staff may apply.
Phase {two} begins after step {5}.
Year {6} left early.
The reserve is open {24/7}.
It came {21st} in the race.
The film is in {1080p}.
Room {12} is locked.
Junction {7} is closed.
""".strip().splitlines()
"""One a line."""
