"""Times in the manner of conflict news. The day of publication is a Wednesday unless said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times import times
from sayso.records.reading import Time

WEDNESDAY = "2024-02-14"

# The sentence with its expression in brackets, type, value, begin, until.
Case = tuple[str, str, str | None, str | None, str | None]

DATES: list[Case] = [
    ("It left Tal Rasha on [October 7, 2023].", "DATE", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("It left on [7 October 2023], they said.", "DATE", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("It began on [the 7th of October 2023].", "DATE", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("It was dated [Saturday, October 7, 2023].", "DATE", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("The log gives [2023-10-07] as the day.", "DATE", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("The log gives [25/12/2023] as the day.", "DATE", "2023-12-25", "2023-12-25", "2023-12-25"),
    ("The log gives [03/02/2024] as the day.", "DATE", "2024-XX-XX", "2024-02-03", "2024-03-02"),
    ("Shelling began on [Jan. 20].", "DATE", "2024-01-20", "2024-01-20", "2024-01-20"),
    ("Shelling began on [December 30].", "DATE", "2023-12-30", "2023-12-30", "2023-12-30"),
    ("Talks will open on [March 3].", "DATE", "2024-03-03", "2024-03-03", "2024-03-03"),
    ("Shelling began in [November].", "DATE", "2023-11", "2023-11-01", "2023-11-30"),
    ("The force will leave in [May].", "DATE", "2024-05", "2024-05-01", "2024-05-31"),
    ("Fighting spread in [February 2012].", "DATE", "2012-02", "2012-02-01", "2012-02-29"),
    ("Fighting spread in [June last year].", "DATE", "2023-06", "2023-06-01", "2023-06-30"),
    ("The front moved [last October].", "DATE", "2023-10", "2023-10-01", "2023-10-31"),
    ("The front moved in [mid-January].", "DATE", "2024-01", "2024-01-08", "2024-01-23"),
    ("He took command in [2020].", "DATE", "2020", "2020-01-01", "2020-12-31"),
    ("Veterans of the [1982] war came.", "DATE", "1982", "1982-01-01", "1982-12-31"),
    ("The brigade was founded in [the early 1980s].", "DATE", "198", "1980-01-01", "1984-12-31"),
    ("It split in [the late '90s].", "DATE", "199", "1995-01-01", "1999-12-31"),
    ("A [19th-century] fort was hit.", "DATE", "18", "1800-01-01", "1899-12-31"),
    ("It began in [the winter of 2014].", "DATE", "2014-WI", "2014-01-01", "2015-03-20"),
    ("It closed in [the first quarter of 2023].", "DATE", "2023-Q1", "2023-01-01", "2023-03-31"),
    ("Crossings closed in [the third quarter].", "DATE", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("Losses grew in [the second half of 2023].", "DATE", "2023-H2", "2023-07-01", "2023-12-31"),
    ("Prices doubled in [Q4 2023].", "DATE", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("Envoys meet in [the week of March 4].", "DATE", "2024-W10", "2024-03-04", "2024-03-10"),
]  # fmt: skip

RELATIVE: list[Case] = [
    ("The militia struck again [this week].", "DATE", "2024-W07", "2024-02-12", "2024-02-18"),
    ("The militia struck [last week].", "DATE", "2024-W06", "2024-02-05", "2024-02-11"),
    ("The council will meet [next month].", "DATE", "2024-03", "2024-03-01", "2024-03-31"),
    ("The port closed [earlier this year].", "DATE", "2024", "2024-01-01", "2024-06-30"),
    ("The port closed at [the end of last year].", "DATE", "2023", "2023-07-01", "2023-12-31"),
    ("A convoy left [today].", "DATE", "2024-02-14", "2024-02-14", "2024-02-14"),
    ("A convoy left [yesterday].", "DATE", "2024-02-13", "2024-02-13", "2024-02-13"),
    ("They left [the day before yesterday].", "DATE", "2024-02-12", "2024-02-12", "2024-02-12"),
    ("They will leave [tomorrow morning].", "TIME", "2024-02-15TMO", "2024-02-15", "2024-02-15"),
    ("The ministry said [Friday] it was over.", "DATE", "2024-02-09", "2024-02-09", "2024-02-09"),
    ("The ministry said [Wednesday] it was over.", "DATE", WEDNESDAY, WEDNESDAY, WEDNESDAY),
    ("The envoy will land on [Friday].", "DATE", "2024-02-16", "2024-02-16", "2024-02-16"),
    ("The base was hit [last Tuesday].", "DATE", "2024-02-13", "2024-02-13", "2024-02-13"),
    ("The base was hit on [Monday morning].", "TIME", "2024-02-12TMO", "2024-02-12", "2024-02-12"),
    ("The base was hit on [Sunday night].", "TIME", "2024-02-11TNI", "2024-02-11", "2024-02-12"),
    ("Two drones fell [overnight].", "TIME", "2024-02-13TNI", "2024-02-13", "2024-02-14"),
    ("Two drones fell [last night].", "TIME", "2024-02-13TNI", "2024-02-13", "2024-02-14"),
    ("Shells fell over [the weekend].", "DATE", "2024-W06-WE", "2024-02-09", "2024-02-11"),
    ("The front held [last summer].", "DATE", "2023-SU", "2023-06-01", "2023-09-23"),
    ("The front held [last winter].", "DATE", "2022-WI", "2022-12-01", "2023-03-20"),
    ("The front collapsed [two years ago].", "DATE", "2022", "2022-01-01", "2022-12-31"),
    ("The front collapsed [five months ago].", "DATE", "2023-09", "2023-09-01", "2023-09-30"),
    ("The front collapsed [ten days ago].", "DATE", "2024-02-04", "2024-02-04", "2024-02-04"),
    ("The deal will lapse in [two weeks].", "DATE", "2024-W09", "2024-02-26", "2024-03-03"),
    ("It began as [Ramadan] drew near.", "DATE", "2024", "2024-03-10", "2024-04-10"),
    ("Guns fell silent on [Christmas Day].", "DATE", "2023-12-25", "2023-12-25", "2023-12-25"),
    ("Relatives of [the September 11] victims", "DATE", "2023-09-11", "2023-09-11", "2023-09-11"),
    ("Since the [September 11] attacks", "DATE", "2001-09-11", "2001-09-11", "2001-09-11"),
]  # fmt: skip

SIGNALLED: list[Case] = [
    ("It has held the town since [2020].", "DATE", "2020", "2020-01-01", WEDNESDAY),
    ("No aid has come since [Sunday].", "DATE", "2024-02-11", "2024-02-11", WEDNESDAY),
    ("The road stays shut until [Friday].", "DATE", "2024-02-16", None, "2024-02-16"),
    ("The last men will leave by [the end of the month].", "DATE", "2024-02", None, "2024-02-29"),
    ("The road was safe before [2011].", "DATE", "2011", None, "2010-12-31"),
    ("The road was unsafe after [2014].", "DATE", "2014", "2014-01-01", None),
]

CLOCK: list[Case] = [
    ("It blew at [5:30 a.m. on Friday].", "TIME", "2024-02-09T05:30", "2024-02-09", "2024-02-09"),
    ("It fell silent at [noon Thursday].", "TIME", "2024-02-08T12:00", "2024-02-08", "2024-02-08"),
    ("It was seen at [16:00 UTC] by a crew.", "TIME", "2024-02-14T16:00Z", WEDNESDAY, WEDNESDAY),
    ("On [the morning of October 7] sirens", "TIME", "2023-10-07TMO", "2023-10-07", "2023-10-07"),
    ("They came at [dawn on 3 January].", "TIME", "2024-01-03TMO", "2024-01-03", "2024-01-03"),
]  # fmt: skip

LENGTHS: list[Case] = [
    ("The raid lasted [20 minutes].", "DURATION", "PT20M", None, None),
    ("The raid lasted [half an hour].", "DURATION", "PT30M", None, None),
    ("The [34-day] war ended.", "DURATION", "P34D", None, None),
    ("After [two and a half years] of siege", "DURATION", "P2Y6M", None, None),
    ("After [decades] of rule", "DURATION", "PXE", None, None),
    ("It took [several weeks] to clear.", "DURATION", "PXW", None, None),
    ("They held it for [twenty-four hours].", "DURATION", "PT24H", None, None),
    ("They got [up to 72 hours] to leave.", "DURATION", "PT72H", None, None),
    ("Shells fell for [the past three days].", "DURATION", "P3D", "2024-02-11", WEDNESDAY),
    ("It will fall within [the next two weeks].", "DURATION", "P2W", WEDNESDAY, "2024-02-28"),
    ("In [recent months] rockets were fired.", "DURATION", "PXM", None, WEDNESDAY),
    ("Crowds gather [every Friday].", "SET", "XXXX-WXX-5", None, None),
    ("Patrols pass [daily].", "SET", "P1D", None, None),
    ("Aid comes [every two weeks].", "SET", "P2W", None, None),
    ("Some 300 trucks [a day] crossed.", "SET", "P1D", None, None),
    ("Marchers come [each July].", "SET", "XXXX-07", None, None),
    ("The group [recently] split.", "DATE", "PAST_REF", None, WEDNESDAY),
    ("It [now] holds three towns.", "DATE", "PRESENT_REF", None, None),
    ("A truce in [the near future] is unlikely.", "DATE", "FUTURE_REF", WEDNESDAY, None),
]

UNRESOLVED: list[Case] = [
    ("The militia struck again [this week].", "DATE", None, None, None),
    ("The militia struck [last Tuesday].", "DATE", None, None, None),
    ("The front collapsed [two years ago].", "DATE", None, None, None),
    ("A convoy left [yesterday].", "DATE", None, None, None),
    ("Two drones fell [overnight].", "TIME", None, None, None),
    ("It began as [Ramadan] drew near.", "DATE", None, None, None),
    ("The column left on [October 7].", "DATE", "XXXX-10-07", None, None),
    ("The column left in [October].", "DATE", "XXXX-10", None, None),
    ("The ministry said [Friday] it was over.", "DATE", "XXXX-WXX-5", None, None),
    ("They came on [the night of 3 January].", "TIME", "XXXX-01-03TNI", None, None),
    ("They came at [10 p.m. Friday night].", "TIME", "XXXX-WXX-5T22:00", None, None),
    ("Crossings closed in [the third quarter].", "DATE", "XXXX-Q3", None, None),
    ("For [the past three days] shells fell.", "DURATION", "P3D", None, None),
    ("The group [recently] split.", "DATE", "PAST_REF", None, None),
    ("It has held the town since [2020].", "DATE", "2020", "2020-01-01", None),
    ("He took command in [2020].", "DATE", "2020", "2020-01-01", "2020-12-31"),
]


def read(sentence: str, published: str | None) -> tuple[str, Time]:
    text = re.sub(r"[][]", "", sentence)
    start = sentence.index("[")
    found = [time for time in times(text, published=published) if time.end > start]
    return text, found[0]


def check(case: Case, published: str | None) -> None:
    sentence, kind, value, begin, until = case
    text, time = read(sentence, published)
    assert text[time.start : time.end] in {
        sentence[sentence.index("[") + 1 : sentence.index("]")],
        "September 11",
    }
    assert (time.type, time.value, time.begin, time.until) == (kind, value, begin, until)


@pytest.mark.parametrize("case", DATES + RELATIVE + SIGNALLED + CLOCK + LENGTHS, ids=lambda c: c[0])
def test_published_on_a_wednesday(case: Case) -> None:
    check(case, WEDNESDAY)


@pytest.mark.parametrize("case", UNRESOLVED, ids=lambda c: c[0])
def test_nothing_is_guessed_without_a_day_of_publication(case: Case) -> None:
    check(case, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ms May said they may march on the capital.",
        "He is 45 years old and his 12-year-old son sat beside him.",
        "In his mid-30s he joined the brigade.",
        "Two guards, a woman in her early thirties among them, were held.",
        "Some 2000 men took the bridge for $1990 and 2000 rifles.",
        "Three-quarters of the town and a quarter of the force were lost.",
        "A second group held the ridge on a day when nobody came.",
        "The Daily Herald of Marnak printed it.",
        "The sun rose; they sat and wed.",
        "After the fall of the city",
        "They led 83-58 with 7:41 to go.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert times(text, published=WEDNESDAY) == ()


def values(text: str, published: str | None) -> list[str | None]:
    return [time.value for time in times(text, published=published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On October 7, 2023 they crossed. The next day they left.", ["2023-10-07", "2023-10-08"]),
        ("On October 7, 2023 they crossed. That night it burned.", ["2023-10-07", "2023-10-07TNI"]),
        ("They crossed in 2019. The following year they left.", ["2019", "2020"]),
        ("After the October 7 raid: on October 7, 2023", ["2023-10-07", "2023-10-07"]),
        ("On October 7, 2023 and October 7, 2024, and October 7",
         ["2023-10-07", "2024-10-07", "XXXX-10-07"]),
        ("It held from March to May 2023.", ["2023-03", "2023-05"]),
        ("It held on November 24, 25 and 26, 2023.", ["2023-11-24", "2023-11-25", "2023-11-26"]),
        ("It held on the 24 to 26 November 2023.", ["2023-11-24", "2023-11-26"]),
        ("They crossed on Friday. The next day they left.", ["XXXX-WXX-5", None]),
        ("They met on 2 May 2023. On June 9 they split. The next day",
         ["2023-05-02", "XXXX-06-09", None]),
    ],
)  # fmt: skip
def test_a_time_may_lean_on_another_that_the_text_gives(text: str, found: list[str]) -> None:
    assert values(text, None) == found


def test_a_lapse_leads_to_a_day() -> None:
    text = "On October 7, 2023 they crossed. Three days later they left."
    lapse = times(text, published=None)[1]
    assert (lapse.type, lapse.value, lapse.begin) == ("DURATION", "P3D", "2023-10-10")


def test_a_range_of_weekdays_runs_forward() -> None:
    assert values("It was shut from Monday to Thursday.", WEDNESDAY) == ["2024-02-12", "2024-02-15"]


@pytest.mark.parametrize("published", ["", "yesterday", "2024-13-40", "0001-01-01", "9999-12-31"])
def test_a_day_of_publication_that_is_none_or_at_the_end_of_the_calendar(published: str) -> None:
    text = " ".join(case[0] for case in DATES + RELATIVE + SIGNALLED + CLOCK + LENGTHS)
    assert times(re.sub(r"[][]", "", text), published=published)


WORDS = (
    "the last next this past early late end of in on since by until first second half quarter year "
    "years week weekend month day days ago later October May Friday 7 31 99 2023 9999 0000 1 1/2 "
    "12/31/9999 24:00 p.m. noon winter '82 1980s 20th century every a few couple hundred thousand "
    "million two and or to - , . Ramadan Easter night morning of the then same previous before"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([None, WEDNESDAY, "9999-12-30"])
)
def test_any_order_of_its_words_is_read(words: list[str], published: str | None) -> None:
    holds(" ".join(words), published)


@given(st.text(max_size=200), st.none() | st.text(max_size=12) | st.dates().map(str))
def test_any_text_is_read(text: str, published: str | None) -> None:
    holds(text, published)


def holds(text: str, published: str | None) -> None:
    found = times(text, published=published)
    edges = [edge for time in found for edge in (time.start, time.end)]
    assert edges == sorted(edges)
    for time in found:
        assert text[time.start : time.end].strip()
        if time.begin and time.until:
            assert time.begin <= time.until


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "111,",
        "two hundred and ",
        "the end of ",
        "last ",
        "October 7 ",
        "\n \n",
        "'",
        "Wed, ",
    ],
)
def test_hostile_repetition_costs_no_more_than_its_length(unit: str) -> None:
    assert isinstance(times(unit * (30_000 // len(unit)), published=WEDNESDAY), tuple)
