"""Times in text: TIMEX3 type and value, and the days that bound them."""

from sayso.reading.times.timex import times

__all__ = ["times"]
