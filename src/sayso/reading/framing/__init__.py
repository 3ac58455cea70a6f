"""Loaded and persuasive wording, and labels that are disputed."""

from sayso.reading.framing.framing import framing as framing
