"""Is this name a place here? The signs that speak for and against, each with a learned weight."""

from math import log10

from sayso.knowledge.gazetteer import precision
from sayso.reading.places.context import Scene, classes
from sayso.reading.places.cues import cue, listed
from sayso.reading.places.names import Name

_ABBREVIATION = 4
_NAMESAKES = 20


def signs(scene: Scene) -> list[list[str]]:
    """The signs of every name, from its own words, its surroundings and its namesakes; where
    mentions are known, the last sign is the kind that it lies in."""
    found: list[list[str]] = [[] for _ in scene.names]
    for numbers in scene.alike.values():
        looked = numbers[:_NAMESAKES]
        classed = {sign for number in looked for sign in _classed(scene, scene.names[number])}
        shared = [f"doc {sign}" for sign in sorted(classed)]
        if len(numbers) > 1:
            shared.append("repeated")
        for number in numbers:
            found[number] = [*_of_one(scene, number), *shared]
            if scene.tagged:
                found[number].append(_tagged(scene, scene.names[number]))
    return found


def _of_one(scene: Scene, number: int) -> list[str]:
    return [*_of_the_name(scene.names[number]), *_of_the_surroundings(scene, number)]


def _tagged(scene: Scene, name: Name) -> str:
    return f"{'name' if name.demonym is None else 'demonym'} tagged {scene.type(name)}".strip()


def _of_the_name(name: Name) -> list[str]:
    best = max(name.candidates, key=lambda place: (place.main, place.population))
    words = name.text.lower().split()
    found = [
        "bias",
        f"kind={precision(best.feature)}",
        f"feature={best.feature}",
        f"people={int(log10(best.population + 1))}",
        f"kind,people={precision(best.feature)},{int(log10(best.population + 1))}",
        f"words={min(len(words), 4)}",
        "main" if best.main else "alternate",
        "curated" if best.geonameid is None else "known",
    ]
    if name.demonym is not None:
        return ["bias", "demonym", f"demonym={'people' if name.demonym.people else 'adjective'}",
                f"demonym word={name.text.lower()}"]  # fmt: skip
    if not best.exact:
        found.append("sounds alike")
    if len(words) == 1:
        word = words[0]
        elsewhere = [kind for kind in ("given", "surnames", "words") if word in listed(kind)]
        found += elsewhere or ["only a place"]
        if len(word) <= _ABBREVIATION:
            found.append(f"short={'capitals' if name.text.isupper() else 'small'}")
        found.append(f"word={word}")
    elif words[-1] in listed("surnames") and words[0] in listed("given"):
        found.append("given and surname")
    found += [f"ends={kind}" for kind in classes(words[-1])]
    if name.text.isupper() and len(name.text) > _ABBREVIATION:
        found.append("capitals")
    return found


def _classed(scene: Scene, name: Name) -> list[str]:
    before, after = scene.before(name), scene.after(name)
    found = [f"before={kind}" for kind in classes(before)]
    found += [f"after={kind}" for kind in classes(after)]
    left, right = scene.neighbour(name, -1), scene.neighbour(name, 1)
    if left is not None and left.capital and left.text.lower() in listed("given"):
        found.append("after a given name")
    if right is not None and right.capital:
        found.append("before a capital")
        if right.text.lower() in listed("surnames") and name.text.lower() in listed("given"):
            found.append("given name before a surname")
    if left is not None and left.capital and scene.before(name) not in cue("title"):
        found.append("after a capital")
    return found


def _of_the_surroundings(scene: Scene, number: int) -> list[str]:
    name = scene.names[number]
    before, after = scene.before(name), scene.after(name)
    found = [
        f"before={before}",
        f"before2={scene.before(name, 2)}",
        f"after={after}",
        f"around={before} {after}",
        *_classed(scene, name),
    ]
    if name.text.lower() in scene.persons:
        found.append("a person elsewhere")
    if scene.container(number) is not None:
        found.append(f"contained={_level(scene.container(number))}")
    if number and scene.container(number - 1) is name:
        found.append(f"contains={_level(name)}")
    if name.demonym is not None:
        found = [f"demonym {sign}" for sign in found]
    return found


def _level(name: Name | None) -> str:
    return "" if name is None else precision(name.candidates[0].feature)
