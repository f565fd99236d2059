"""Small papers of councils that do not exist whose statements say when they begin or end, and how long things last."""

from __future__ import annotations

from collections.abc import Mapping

from tests.held_papers import Asked

FARES: Mapping[str, str] = {
    "fare.md": (
        "# Bus fares in Pellow\nPublished: 12 February 2024\n\n"
        "From 1 April 2024 the single fare is £2.40. Children travel free with an adult.\n"
    ),
    "permit.md": (
        "# Parking permits\nPublished: 4 January 2022\n\n"
        "Until 31 March 2023 a visitor permit costs £12. Permits are sold at the town hall.\n"
    ),
    "speed.md": (
        "# Speed limit in Mill Lane\nPublished: 9 September 2023\n\n"
        "The speed limit in Mill Lane is 20 mph, effective 1 October 2023. Signs will go up in the same week.\n"
    ),
    "rule.md": (
        "# Allotment rules\nPublished: 3 May 2022\n\n"
        "The new rule applies from 1 January 2023: each plot may have 2 sheds.\n"
    ),
    "library.md": (
        "# Library hours\nPublished: 2 March 2024\n\n"
        "With effect from 6 May 2024 the library opens at 8.30am on Saturdays. It has twelve computers.\n"
    ),
    "pool.md": (
        "# Pool prices\nPublished: 12 February 2024\n\n## Prices with effect from 1 September 2024\n\n"
        "| Ticket | Price |\n|---|---|\n| Adult | £6.10 |\n| Child | £3.20 |\n"
    ),
    "charges.md": (
        "# Charges from 1 April 2024\nPublished: 12 February 2024\n\n"
        "A replacement bin costs £35. A bulky collection costs £28.\n"
    ),
}
CAPS: Mapping[str, str] = {
    "minutes.md": (
        "# Finance committee of Pellow, minutes of 8 July 2026\n\n## Agency staff\n\n"
        "The committee noted that the cap on agency spending for the year is £300,000. "
        "It noted that £284,000 had been spent on overtime in 2023.\n\n"
        "## Members\n\nIn 2021 the club had 412 members.\n"
    ),
    "fees.md": (
        "# Council of the chess federation, minutes of 12 March 2024\n\n"
        "The fee of an instructor who is no member is £600, as last year.\n"
    ),
    "tax.md": (
        "# Council tax in Pellow\nFor the year 1 April 2026 to 31 March 2027\n\n## Charges by band\n\n"
        "| Band | Pellow | Ennerby |\n|---|---|---|\n| A | £1,492.10 | £1,471.36 |\n| B | £1,740.78 | £1,716.59 |\n"
    ),
}
ASKED_OF_CAPS = (
    Asked("What is the agency cap?", quote="£300,000"),
    Asked("What was the agency cap in 2023?"),
    Asked("What was the cap on agency spending in 2022?"),
    Asked("How much was spent on overtime in 2023?", quote="£284,000"),
    Asked("What was the fee of an instructor who is no member in 2024?", quote="£600"),
    Asked("What is band B in Ennerby?", quote="£1,716.59"),
    Asked("What was band B in Ennerby in 2024/25?"),
    Asked("What is band B in Ennerby in 2026/27?", quote="£1,716.59"),
    Asked("band b ennerby 2024/25"),
    Asked("council tax band B ennerby 2026/27", quote="£1,716.59"),
    Asked("How many members did the club have in 2021?", quote="412"),
)
ASKED_OF_FARES = (
    Asked("What did the single fare cost before April 2024?"),
    Asked("What was the single fare in 2023?"),
    Asked("What is the single fare?", quote="£2.40"),
    Asked("What was the single fare in May 2024?", quote="£2.40"),
    Asked("How much did a visitor permit cost in 2022?", quote="£12"),
    Asked("How much did a visitor permit cost in 2024?"),
    Asked("What was the speed limit in Mill Lane before October 2023?"),
    Asked("What is the speed limit in Mill Lane?", quote="20 mph"),
    Asked("How many sheds could each plot have before 2023?"),
    Asked("How many sheds may each plot have?", quote="2 sheds"),
    Asked("When did the library open on Saturdays before May 2024?"),
    Asked("At what time does the library open on Saturdays?", quote="8.30am"),
    Asked("What did an adult pool ticket cost before September 2024?"),
    Asked("What does an adult pool ticket cost?", quote="£6.10"),
    Asked("What did a bulky collection cost before April 2024?"),
    Asked("How much did a bulky collection cost in June 2024?", quote="£28"),
)
YEARS: Mapping[str, str] = {
    "roads.md": (
        "# Roads budget\nPublished: 4 June 2026\n\nIn 2025/26 the council spent £1.2 million on potholes. "
        "In 2024/25 it spent £900,000 on potholes. In 2022/23 it spent £610,000 on potholes.\n"
    ),
    "exclusions.md": (
        "# Exclusions\nPublished: 4 October 2023\n\n"
        "In the 2022/23 school year 14 pupils were excluded. In the 2021/22 school year 9 pupils were excluded.\n"
    ),
    "tipping.md": (
        "# Fly-tipping\nPublished: 4 October 2026\n\nThis financial year the council has fined 88 people for "
        "fly-tipping. Last financial year it fined 140 people for fly-tipping.\n"
    ),
    "fees.md": (
        "# Fees 2022/23\nPublished: 4 February 2022\n\n"
        "The fee for a market stall in 2022/23 is £32 a day. Stalls open at 8am.\n"
    ),
    "fees24.md": (
        "# Fees 2024/25\nPublished: 4 February 2024\n\n"
        "The fee for a market stall in 2024/25 is £37 a day. Stalls open at 8am.\n"
    ),
}
ASKED_OF_YEARS = (
    Asked("How much did the council spend on potholes in the last financial year?", quote="£1.2 million"),
    Asked("How much was spent on potholes in 2022-23?", quote="£610,000"),
    Asked("How much did the council spend on potholes in 2023/24?"),
    Asked("How many pupils were excluded in the 2021-22 school year?", quote="9"),
    Asked("How many pupils were excluded in the last school year?"),
    Asked("How many people were fined for fly-tipping this financial year?", quote="88"),
    Asked("How many people were fined for fly-tipping last financial year?", quote="140"),
    Asked("How many people were fined for fly-tipping in 2024/25?"),
    Asked("What was the fee for a market stall in 2022/23?", quote="£32"),
    Asked("What was the fee for a market stall in February 2023?", quote="£32"),
    Asked("What was the fee for a market stall in February 2022?"),
    Asked("What was the fee for a market stall in May 2024?", quote="£37"),
)
LENGTHS: Mapping[str, str] = {
    "boats.md": (
        "# Boat house\nPublished: 4 March 2021\n\n"
        "The rowing club has leased the boat house until 2031. The roof was mended in 2020.\n"
    ),
    "mill.md": "# Old mill\nPublished: 4 March 2021\n\nThe lease of the old mill is for 25 years. It ends in 2046.\n",
    "pitch.md": (
        "# Pitch\nPublished: 4 March 2021\n\n"
        "The contract for mowing the pitches runs until 30 June 2025. It was won by Greenleaf.\n"
    ),
    "road.md": (
        "# Works\nPublished: 4 March 2021\n\nMarket Street is closed from 3 March 2021 to 9 April 2021. "
        "Buses use Mill Lane.\n"
    ),
    "fair.md": "# Fair\nPublished: 4 March 2021\n\nThe spring fair lasted three days. There were swings.\n",
    "course.md": "# Course\nPublished: 4 March 2021\n\nThe first aid course takes six weeks. It is in the hall.\n",
}
ASKED_OF_LENGTHS = (
    Asked("How long is the lease of the boat house?"),
    Asked("How long is the boat house leased for?"),
    Asked("When does the lease of the boat house end?", quote="2031"),
    Asked("How long is the lease of the old mill?", quote="25 years"),
    Asked("How long does the contract for mowing the pitches run?"),
    Asked("When does the contract for mowing the pitches end?", quote="30 June 2025"),
    Asked("For how long is Market Street closed?", quote="from 3 March 2021 to 9 April 2021"),
    Asked("How long did the spring fair last?", quote="three days"),
    Asked("When did the spring fair end?"),
    Asked("When does the first aid course end?"),
    Asked("How long does the first aid course take?", quote="six weeks"),
)
RULES: Mapping[str, str] = {
    "kerb.md": (
        "# Parking in Lower Wenn\nPublished: 6 May 2025\n\n## From 1 June 2023 to 31 May 2025\n\n"
        "A permit for residents costs £60 a year. Parking on Tanner Street is limited to 90 minutes.\n\n"
        "## From 1 June 2025\n\n"
        "A permit for residents costs £85 a year. Parking on Tanner Street is limited to 60 minutes.\n"
    ),
    "speed.md": (
        "# Speed limits\nPublished: 12 September 2024\n\nThe speed limit on Mill Road was 40 mph until 30 June 2019. "
        "From 1 July 2019 the speed limit on Mill Road was 30 mph. "
        "Since 9 September 2024 the speed limit on Mill Road has been 20 mph.\n"
    ),
    "taxis.md": (
        "# Taxi policy\nIssued 12 November 2024\n\nUntil 28 February 2025 vehicles could be up to twelve years old. "
        "From 1 March 2025 vehicles may be up to ten years old.\n"
    ),
    "hours22.md": (
        "# Library hours\nPublished: 10 January 2022\n\n"
        "The library opens at 9.30am on weekdays. A member may borrow eight books.\n"
    ),
    "hours25.md": (
        "# Library hours\nPublished: 20 January 2025\n\n"
        "The library opens at 10am on weekdays. A member may borrow twelve books.\n"
    ),
}
ASKED_OF_RULES = (
    Asked("What does a permit for residents cost?", quote="£85", others=("£60",)),
    Asked("What did a permit for residents cost in 2024?", quote="£60"),
    Asked("How long can I park on Tanner Street now?", quote="60 minutes", others=("90 minutes",)),
    Asked("How long could you park on Tanner Street in 2024?", quote="90 minutes"),
    Asked("What is the speed limit on Mill Road?", quote="20 mph", others=("30 mph",)),
    Asked("What was the speed limit on Mill Road in 2018?", quote="40 mph"),
    Asked("What was the speed limit on Mill Road in 2022?", quote="30 mph"),
    Asked("How old may vehicles be?", quote="ten years", others=("twelve years",)),
    Asked("What time does the library open?", quote="10am"),
    Asked("What time did the library open in 2023?", quote="9.30am"),
    Asked("How many books could a member borrow in 2023?", quote="eight"),
    Asked("How many books could a member borrow in 2020?"),
)
COUNTS: Mapping[str, str] = {
    "tenancy.md": (
        "# Tenancy agreement, 12 Quarry Row\nPublished: 18 March 2023\n\n"
        "The rent is £640 a month until 31 March 2024, and £665 a month from 1 April 2024. It is paid by card.\n"
    ),
    "strategy.md": "# Library strategy\nPublished: 8 March 2022\n\nAs of March 2022 the library has 5,140 members.\n",
    "later.md": "# Library: now\nPublished: 20 April 2024\n\nAs of April 2024 the library has 5,610 members.\n",
    "plots.md": (
        "# Allotments\nPublished: 3 February 2025\n\n"
        "The waiting list had 74 names in January 2024 and 91 names in January 2025.\n"
    ),
    "crane.md": "# The Old Crane\nPublished: 2 June 2021\n\nAlcohol may be sold until 11pm. Dogs are welcome.\n",
    "variation.md": (
        "# Variation for the Old Crane\nPublished: 19 May 2024\n\n"
        "From 1 June 2024 alcohol may be sold until midnight. Music ends at 10pm.\n"
    ),
    "school24.md": "# Quarry School prospectus 2024\nPublished: 14 January 2024\n\nThe school day ends at 3.15pm.\n",
    "school25.md": "# Quarry School prospectus 2025\nPublished: 17 January 2025\n\nThe school day ends at 3.30pm.\n",
}
ASKED_OF_COUNTS = (
    Asked("What is the rent of 12 Quarry Row?", quote="£665", value="665"),
    Asked("What was the rent of 12 Quarry Row in 2023?", quote="£640", value="640"),
    Asked("How many members does the library have?", quote="5,610", others=("5,140",)),
    Asked("How many names are on the waiting list?", quote="91", value="91"),
    Asked("Until what time may alcohol be sold at the Old Crane?", quote="midnight", others=("11pm",)),
    Asked("Until what time could alcohol be sold at the Old Crane in 2023?", quote="11pm"),
    Asked("When does the school day end?", quote="3.30pm", wrong=("2025",)),
    Asked("When did the school day end in March 2024?", quote="3.15pm"),
)
EARLIER: Mapping[str, str] = {
    "quay.md": (
        "# Car park at Sallow Quay\nPublished: 1 September 2023\n\n"
        "Parking at Sallow Quay costs £3 a day. Before 1 September 2023 it was free.\n"
    ),
    "ferry.md": (
        "# Ferry at Quill\nPublished: 10 May 2025\n\n"
        "A crossing by the Quill ferry costs £4. Until 30 April 2025 it was £3.50.\n"
    ),
    "hall.md": (
        "# Wi-fi in Marrow hall\nPublished: 20 August 2025\n\n"
        "Wi-fi in Marrow hall costs £1 an hour. Before the meeting on 2 September 2025 the hall is shut.\n"
    ),
}
ASKED_OF_EARLIER = (
    Asked("What does parking at Sallow Quay cost?", quote="£3", value="3"),
    Asked("What did parking at Sallow Quay cost in 2024?", quote="£3"),
    Asked("What did parking at Sallow Quay cost before September 2023?", quote="free"),
    Asked("How much is a crossing by the Quill ferry?", quote="£4", value="4"),
    Asked("What did the Quill ferry cost before May 2025?", quote="£3.50", value="3.5"),
    Asked("How much is wi-fi in Marrow hall?", quote="£1", value="1"),
)
TWO_TIMES: Mapping[str, str] = {
    "gym.md": (
        "# Membership of the Tidewell Gym\nPublished: 9 March 2025\n\n"
        "Membership: £21 a month, £24 from January 2027. Off-peak membership: £14 a month.\n\n"
        "A day pass costs £6 (£7.50 from 1 September 2026).\n\n"
        "A locker costs £3, and a towel costs £2 from January 2026.\n"
    ),
    "classes.md": (
        "# Classes at the Tidewell Gym\nPublished: 2 June 2024\n\n"
        "A dance class costs £45 (£40 until December 2025).\n\n"
        "A yoga class costs £8 until 31 August 2024, then £9.\n"
    ),
    "gym-story.md": (
        "# How the Tidewell Gym began\nPublished: 4 May 2024\n\n"
        "When the gym was founded in 1988 it opened at 10am and closed at 4pm. It had two treadmills and a rope.\n"
    ),
    "lake.md": (
        "# Boats on Hollow Lake\nPublished: 12 November 2026\n\n"
        "From 1 March 2027 a permit for a rowing boat costs £31. Permits are sold at the lodge.\n"
    ),
    "waiting-24.md": (
        "# Repairs report of Wexcombe Homes\nPublished: 15 October 2024\n\n"
        "As at 30 September 2024, 412 homes were waiting for a repair.\n"
    ),
    "waiting-25.md": (
        "# Repairs report of Wexcombe Homes\nPublished: 14 October 2025\n\n"
        "As at 30 September 2025, 287 homes were waiting for a repair.\n"
    ),
}
ASKED_OF_TWO_TIMES = (
    Asked("How much is membership of the gym a month?", quote="£21", value="21"),
    Asked("What will membership of the gym cost in 2027?", quote="£24", value="24"),
    Asked("What did a day pass for the gym cost in March 2026?", quote="£6", value="6"),
    Asked("What does a day pass for the gym cost now?", quote="£7.50", value="7.5"),
    Asked("What does a dance class cost?", quote="£45", value="45"),
    Asked("What did a dance class cost in 2025?", quote="£40", value="40"),
    Asked("What does a yoga class cost?", quote="£9", value="9"),
    Asked("What did a yoga class cost in July 2024?", quote="£8", value="8"),
    Asked("What does a locker at the gym cost?", quote="£3", value="3"),
    Asked("When does the gym close?"),
    Asked("At what time did the gym close in 1988?", quote="4pm"),
    Asked("What does a permit for a rowing boat cost?"),
    Asked("What will a permit for a rowing boat cost from March 2027?", quote="£31", value="31"),
    Asked("How many homes are waiting for a repair?", quote="287", value="287"),
    Asked("How many homes were waiting for a repair in September 2024?", quote="412", value="412"),
    Asked("How many homes were waiting for a repair in 2022?"),
)
STANDINGS: Mapping[str, str] = {
    "leave.md": (
        "# Leave policy\nVersion 2. Approved on 6 April 2023.\n\n"
        "Staff may carry over five days of leave into the next year.\n"
    ),
    "leave-new.md": (
        "# Leave policy\nDRAFT for consultation, 3 September 2026\n\n"
        "Staff may carry over ten days of leave into the next year.\n"
    ),
    "keys.md": (
        "# Keys to the village hall\nPublished: 6 May 2025\nStatus: withdrawn\n\n"
        "The deposit for a key to the village hall is £10.\n"
    ),
    "keys-old.md": (
        "# Keys to the village hall\nPublished: 3 March 2021\n\nThe deposit for a key to the village hall is £25.\n"
    ),
    "news.md": "# Staff newsletter\nPublished: 2 May 2025\n\nThe allowance for home working is £30 a month.\n",
    "fix.md": (
        "# Correction\nPublished: 9 May 2025\n\n"
        "Our newsletter of 2 May said that the allowance for home working is £30 a month. "
        "That was wrong: the allowance for home working is £13 a month.\n"
    ),
}
ASKED_OF_STANDINGS = (
    Asked("How many days of leave may staff carry over?", quote="five", value="5"),
    Asked("How many days of leave would staff carry over under the draft?", quote="ten"),
    Asked("What is the deposit for a key to the village hall?", quote="£25", value="25"),
    Asked("What is the allowance for home working?", quote="£13", value="13"),
)
TURNS: Mapping[str, str] = {
    "captain.md": (
        "# Rowing club\n\nThe club rows from the boathouse on Mill Lane. "
        "Edda Vale took over from Ross Lunt, who had been captain since 2009, in 2015.\n"
    ),
    "coach.md": (
        "# Rowing coaches\n\nIn 2015 the post of coach passed from Ivor Penn, "
        "who had held it since 2011, to Lucy Obi.\n"
    ),
    "bursar.md": "# Money\n\nRuth Amos was bursar from 2010. Noel Tripp took over in 2018.\n",
    "cox.md": (
        "# Cox\n\nWhen Carl Senn retired in 2016, Nina Frew, until then the boatman, became cox.\n"
        "The steward, Lena Voss, will be replaced by Owen Tay on 1 March 2027.\n"
    ),
    "clerk.md": (
        "# Office\n\nAmy Foss, the archivist, took over from Lee Munn as clerk. The archivist is now Jo Reck.\n"
    ),
}
ASKED_OF_TURNS = (
    Asked("Who is the captain?", quote="Edda Vale"),
    Asked("Who was captain in 2012?", quote="Ross Lunt"),
    Asked("Who was captain in 2005?"),
    Asked("Since when has Edda Vale been captain?", quote="2015", value="2015"),
    Asked("When did Ross Lunt become captain?", quote="2009", value="2009"),
    Asked("Until when was Ross Lunt captain?", quote="2015", value="2015"),
    Asked("Who is the coach?", quote="Lucy Obi"),
    Asked("Who was coach in 2012?", quote="Ivor Penn"),
    Asked("Since when has Lucy Obi been coach?", quote="2015", value="2015"),
    Asked("Who is the bursar?", quote="Noel Tripp"),
    Asked("Who was bursar in 2014?", quote="Ruth Amos"),
    Asked("Who is the cox?", quote="Nina Frew"),
    Asked("Who is the boatman?"),
    Asked("Who is the steward?", quote="Lena Voss"),
    Asked("Who will be steward from March 2027?", quote="Owen Tay"),
    Asked("Who is the clerk?", quote="Amy Foss"),
    Asked("Who is the archivist?", quote="Jo Reck"),
    Asked("Since when has Amy Foss been clerk?"),
)
FOLLOWERS: Mapping[str, str] = {
    "chairs.md": (
        "# The trustees of Amber Lane\nLast reviewed: June 2025\n\n"
        "Hugh Dacre was the first chair of the trustees, from 1998 to 2009. "
        "Moira Stanley followed him and stayed until September 2021. Since then Anjali Rao has been chair.\n"
    ),
    "wardens.md": (
        "# Friary wardens\nPublished: 3 May 2025\n\nThe warden until 2015 was Len Marsh. "
        "His successor, Mary Quill, retired in June 2022. From then on Tom Reed has been warden.\n"
    ),
    "manager.md": (
        "# News of the day centre\nPublished: 5 September 2024\n\n"
        "Its manager, Ruth Kell, left in August and Owen Tarr began this week.\n"
    ),
    "porter.md": (
        "# News of the infirmary\nPublished: 9 October 2024\n\n"
        "The head porter, Abel Finch, retired last month and Sue Lang started on Monday.\n"
    ),
    "head.md": (
        "# Quarry School\nPublished: 9 October 2024\n\n"
        "Ines Ford became head teacher in 2012 and left in July 2019. She was followed by Karl Boyd.\n"
    ),
}
ASKED_OF_FOLLOWERS = (
    Asked("Who is the chair of the trustees?", quote="Anjali Rao"),
    Asked("Who was chair of the trustees in 2015?", quote="Moira Stanley"),
    Asked("Who was chair of the trustees in 2005?", quote="Hugh Dacre"),
    Asked("Who was chair of the trustees in 2023?", quote="Anjali Rao"),
    Asked("Who was chair of the trustees in 1995?"),
    Asked("Who is the warden?", quote="Tom Reed"),
    Asked("Who was the warden in 2018?", quote="Mary Quill"),
    Asked("Who was the warden in 2012?", quote="Len Marsh"),
    Asked("Who is the manager of the day centre?", quote="Owen Tarr"),
    Asked("Who was the manager of the day centre in July 2024?", quote="Ruth Kell"),
    Asked("Who is the head porter?", quote="Sue Lang"),
    Asked("Who is the head teacher?", quote="Karl Boyd"),
    Asked("Who was the head teacher in 2015?", quote="Ines Ford"),
)
HOURS: Mapping[str, str] = {
    "bakery.md": "# Corner Bakery\n\nThe bakery opens at 7am, 8am from November 2025.\n",
    "library.md": (
        "# Ferry Library\n\n"
        "The library is open from 10am to 5pm until 31 October 2025, and from 9am to 6pm from 1 November 2025.\n"
    ),
    "farm.md": "# Farm shop\n\nThe farm shop closes at 5pm. From 2 November 2026 it closes at 4pm.\n",
    "lido.md": "# Lido\n\nA swim in the lido costs £4.20. This rises to £4.60 on 1 October 2025.\n",
    "school.md": (
        "# Hill School\n\nSchool starts at 8.45am and ends at 3.15pm; from September 2025 it will end at 3.30pm.\n"
    ),
    "bowls.md": "# Bowls\n\nThe fee for bowls is £40 until the end of October 2025 and £45 after that.\n",
    "bus.md": "# Route 12\n\nFrom 2 August 2027 the first bus leaves at 6.45am instead of 6.15am.\n",
    "gates.md": "# Dell Park\n\nThe gates shut at dusk; from 1 December 2025, at 4pm.\n",
}
ASKED_OF_HOURS = (
    Asked("When does the bakery open?", quote="8am"),
    Asked("At what time did the bakery open in 2024?", quote="7am"),
    Asked("When is the library open?", quote="9am to 6pm"),
    Asked("When does the farm shop close?", quote="4pm"),
    Asked("How much is a swim in the lido?", quote="£4.60", value="4.6"),
    Asked("What did a swim in the lido cost in 2024?", quote="£4.20", value="4.2"),
    Asked("When does school end?", quote="3.30pm"),
    Asked("When does school start?", quote="8.45am"),
    Asked("What is the fee for bowls?", quote="£45", value="45"),
    Asked("When does the first bus leave?", quote="6.15am"),
    Asked("When do the gates shut?", quote="4pm"),
)
HAPPENED: Mapping[str, str] = {
    "board.md": (
        "# Minutes of the Orrin Trust board\nHeld on 25 September 2025\n\n## 6. Safety\n\n"
        "6.1 There had been two serious falls in August, both on the east wards.\n\n"
        "6.2 During July the hospital cancelled 14 operations.\n"
    ),
    "newsletter.md": (
        "# Pinner Street residents' newsletter\n\n## Best front garden\n\n"
        "Last year's winner of the best front garden prize was Philippa Garrity of number 9.\n\n"
        "## Litter pick\n\nThis year's litter pick filled 31 sacks.\n"
    ),
    "fees.md": (
        "# Course fees 2025/26\n\n| Course | Fee |\n|---|---|\n| Bricklaying | £1,340 |\n| Hairdressing | £1,490 |\n\n"
        "The hire of a locker is £12 a term.\n"
    ),
    "cleaning.md": (
        "# Cleaning contract\nPublished: 3 March 2025\n\n"
        "The cleaning of the hall is done by Brightway Ltd, until the contract expires on 31 March 2026.\n"
    ),
}
ASKED_OF_HAPPENED = (
    Asked("How many serious falls were there in September 2025?"),
    Asked("How many serious falls were there in August 2025?", quote="two"),
    Asked("How many operations did the hospital cancel in August 2025?"),
    Asked("How many operations did the hospital cancel in July 2025?", quote="14"),
    Asked("Who won the best front garden prize in 2025?"),
    Asked("Who won the best front garden prize?", quote="Philippa Garrity"),
    Asked("How many sacks did the litter pick fill in 2024?"),
    Asked("What is the fee for bricklaying in 2026/27?"),
    Asked("fee for hairdressing 2026/27"),
    Asked("How much is the hire of a locker in 2027/28?"),
    Asked("What is the fee for bricklaying in 2025/26?", quote="£1,340"),
    Asked("Who does the cleaning of the hall after 31 March 2026?"),
    Asked("Who does the cleaning of the hall in May 2026?"),
    Asked("Who did the cleaning of the hall in December 2025?", quote="Brightway Ltd"),
)
UNTIL_THEN: Mapping[str, str] = {
    "shop.md": (
        "# News of the Pellow charity shop\nPublished: 3 November 2026\n\n"
        "From 5 January 2027 the shop opens from 9am to 4pm, Monday to Saturday. "
        "Until then it opens from 10am to 5pm, Tuesday to Saturday.\n"
    ),
    "nursery.md": (
        "# Garnet Nursery: notice\nPublished: 2 November 2026\n\n"
        "The nursery opens at 7.30am from 4 January 2027. At present it opens at 8am.\n"
    ),
    "guests.md": (
        "# Rowing club: notice to members\nPublished: 1 October 2026\n\n"
        "The fee for a guest rises from £6 to £8 a visit on 1 January 2027. "
        "The deposit goes up from £50 to £75 on 1 March 2027.\n"
    ),
    "hall.md": (
        "# Oakham Hall: hire\nPublished: 1 October 2026\n\n"
        "The hall has 14 rooms for hire and the hire fee rises from £6 to £8 on 1 January 2027.\n"
    ),
    "ferry.md": (
        "# Ferry fares\nPublished: 1 October 2025\n\nThe single fare rose from £2.50 to £3 on 1 January 2026.\n"
    ),
    "surgery.md": (
        "# Notice of the Ennerby surgery\nPublished: 1 November 2026\n\n"
        "From 1 December 2026 repeat prescriptions take three working days. Until then they take two working days.\n"
    ),
    "lane.md": (
        "# Ennerby Parish Council: minutes\nDate of meeting: 8 September 2026\n\n## Mill Lane\n\n"
        "The county council has told us that the 20 mph limit on Mill Lane will begin on 2 January 2027. "
        "Until then the limit stays at 30 mph.\n\n## Buses\n\n"
        "The new timetable with 14 buses a day was brought in on 6 July 2026. Until then there were 19 buses a day.\n"
    ),
}
ASKED_OF_UNTIL_THEN = (
    Asked("How many rooms for hire does the hall have?", quote="14"),
    Asked("What are the charity shop opening hours?", quote="10am to 5pm"),
    Asked("when does the shop open in the morning", quote="10am to 5pm"),
    Asked("shop opening hours from january", quote="9am to 4pm"),
    Asked("when does the nursery open in the morning", quote="8am"),
    Asked("how much is the guest fee", quote="£6"),
    Asked("how much is the guest fee in february 2027", quote="£8"),
    Asked("how much is the deposit", quote="£50"),
    Asked("what is the single fare", quote="£3", others=("£2.50",)),
    Asked("what was the single fare in 2025", quote="£2.50"),
    Asked("how long do repeat prescriptions take", quote="two working days"),
    Asked("what is the speed limit on Mill Lane", quote="30 mph"),
    Asked("what was the speed limit on Mill Lane in October 2026", quote="30 mph"),
    Asked("what is the speed limit on Mill Lane from February 2027", quote="20 mph"),
    Asked("what will the speed limit on Mill Lane be in March 2027"),
    Asked("how many buses a day were there in May 2026", quote="19"),
    Asked("how many buses a day are there now", quote="14"),
)
DECIDED: Mapping[str, str] = {
    "may.md": (
        "# Ennerby Parish Council: minutes\nDate of meeting: 12 May 2026\n\n## Garden plots\n\n"
        "There are 31 plots, of which 29 are let, and 8 people are on the waiting list. It was RESOLVED by 4 votes to "
        "1 to raise the rent of a full plot from £28 to £32 from 1 October 2026.\n\n## Library\n\n"
        "The library has 6 volunteers. It was noted that the boiler will cost £900 from May.\n"
    ),
    "school.md": (
        "# Marlow Vale School: minutes of the governing board\nDate of meeting: 18 June 2026\n\n## Staff\n\n"
        "The headteacher reported that Mr Penrose will leave in July to teach abroad and that Miss Adair has been "
        "appointed from 1 September.\n"
    ),
}
ASKED_OF_DECIDED = (
    Asked("how many people are waiting for a plot", quote="8 people"),
    Asked("How many plots are let?", quote="29"),
    Asked("What is the rent of a full plot?", quote="£32"),
    Asked("How many volunteers does the library have?", quote="6"),
    Asked("Who's leaving Marlow Vale School in July?", quote="Mr Penrose", value="Mr Penrose"),
)
TIMED: Mapping[str, tuple[Mapping[str, str], tuple[Asked, ...]]] = {
    "fares": (FARES, ASKED_OF_FARES),
    "years": (YEARS, ASKED_OF_YEARS),
    "lengths": (LENGTHS, ASKED_OF_LENGTHS),
    "rules": (RULES, ASKED_OF_RULES),
    "counts": (COUNTS, ASKED_OF_COUNTS),
    "earlier": (EARLIER, ASKED_OF_EARLIER),
    "two times": (TWO_TIMES, ASKED_OF_TWO_TIMES),
    "hours": (HOURS, ASKED_OF_HOURS),
    "turns": (TURNS, ASKED_OF_TURNS),
    "followers": (FOLLOWERS, ASKED_OF_FOLLOWERS),
    "standings": (STANDINGS, ASKED_OF_STANDINGS),
    "happened": (HAPPENED, ASKED_OF_HAPPENED),
    "caps": (CAPS, ASKED_OF_CAPS),
    "until then": (UNTIL_THEN, ASKED_OF_UNTIL_THEN),
    "decided": (DECIDED, ASKED_OF_DECIDED),
}
"""Documents by their file names, and what is asked of them."""
