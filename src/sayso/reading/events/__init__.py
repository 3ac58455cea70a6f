"""Who did what to whom: PLOVER events, with where, when and how sure."""

from sayso.reading.events.events import EventScene as EventScene
from sayso.reading.events.events import events as events
