"""A brief in Markdown, with footnotes as GitHub, Pandoc and Obsidian read them."""

import re
from collections.abc import Iterator
from urllib.parse import quote as percent

from sayso.report.brief import facts
from sayso.report.brief.record import Brief, Cited, Entry, Footnote, Mark, Name, Quote, Sentence
from sayso.report.words import one_line, plural

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$^]|^[-+=]|(?<=^\d)[.)]|(?<=http)s?:|(?<=www)\.|@)")
_WEB = ("http://", "https://")


def markdown(brief: Brief) -> str:
    """Give the brief, ending in a line end. Nothing in the documents' words is markup."""
    lines = [f"# {_plain(facts.title(brief))}", ""]
    lines += [f"{_plain(fact)}.  " for fact in facts.facts(brief)]
    for section in brief.sections:
        lines += ["", f"## {_plain(section.title)}", ""]
        if section.remark:
            lines += [f"*{_plain(section.remark)}*", ""]
        for entry in section.entries:
            lines += _entry(entry)
        if section.left:
            lines.append(f"- *{plural(section.left, 'more')}, left out here*")
    lines += ["", "## Documents", "", *(_cited(each) for each in brief.documents)]
    lines += ["", f"*{_plain(facts.MADE)}*", "", *(_footnote(each) for each in brief.footnotes)]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    if entry.head:
        yield f"### {_sentence(entry.head)}"
        yield ""
        beside = [f"**{_plain(facts.capital(entry.label))}**"] if entry.label else []
        yield " · ".join([*beside, *map(_plain, entry.facts)])
        yield ""
        for sentence in entry.sentences:
            yield f"- {_sentence(sentence)}"
        yield ""
        return
    label = f"**{_plain(facts.capital(entry.label))}**: " if entry.label else ""
    if len(entry.sentences) == 1:
        yield f"- {label}{_sentence(entry.sentences[0])}"
        return
    yield f"- {label}".rstrip(": ")
    for sentence in entry.sentences:
        yield f"  - {_sentence(sentence)}"


def _sentence(sentence: Sentence) -> str:
    told = ""
    for part in sentence.parts:
        match part:
            case Quote():
                told += f"{_plain(facts.quoted(part))}[^{part.note}]"
            case Mark():
                told += f"[^{part.note}]"
            case Name():
                told += _plain(f"“{part.words}”" if part.quoted else part.words)
            case _:
                told += _plain(part)
    return told


def _footnote(note: Footnote) -> str:
    before, after = facts.context(note)
    words = f"{_plain(before)}**{_plain(one_line(note.words))}**{_plain(after)}"
    return f"[^{note.number}]: Document {note.source}, {facts.place(note)}: {words}"


def _cited(cited: Cited) -> str:
    name = _plain(facts.name(cited))
    if (cited.url or "").startswith(_WEB):
        name = f"[{name}](<{percent(one_line(cited.url or ''), safe=':/?#@!$&*+,;=%~')}>)"
    return f"{cited.number}. {name}  \n   {' · '.join(map(_plain, facts.details(cited)))}"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", facts.flat(text))
