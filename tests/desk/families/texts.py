"""Reports on invented groups in real places, and the documents made of them."""

import hashlib
from typing import Any

from sayso.records.text import Document

FERRY = """\
MOPTI, Mali (Northern Wire) — Fighters of the Amber Front stopped a passenger ferry on \
the Bani river on Tuesday and took away four traders from Djenné, the owner of the boat said.

The ferry had left Sofara with sixty passengers and a load of dried fish. Two pirogues with \
mounted engines came out of the reeds near the village of Kouna, according to passengers who \
reached Mopti in the evening.

"They asked for the traders by name and they let the rest of us go on," said Boubou Kelepily, who \
has owned the boat for eleven years.

The governor of the region ordered that boats travel in convoys until further notice. A column of \
the Niger Bend Guard was sent to Kouna but found the landing deserted and the nets cut.

Traders in Djenné closed their stalls on Wednesday. Their association said that it had paid the \
Amber Front for passage since the rains and would not pay again."""

BRIDGE = """\
GAO, Mali — Engineers have begun to repair the Labbézanga road bridge, closed since a \
lorry with explosives burned on it in January, the transport ministry announced.

Two spans have to be replaced before heavy vehicles can cross. The contractor from Niamey expects \
the steel by the end of March and asked for guards on both banks.

Market women who carry onions over the river on foot said the price of a sack had doubled. Buses \
from Ansongo now wait on the northern bank, and passengers change with their luggage on their \
heads.

The ministry put the cost at nine hundred million francs, half of it a loan from the regional \
bank."""

# Another reporter, the same morning on the river: the same facts and the same quotation.
OTHER_FERRY = """\
Boats on the Bani will sail together from now on, the regional governor decided \
after gunmen seized four merchants off a ferry on Tuesday.

"They asked for the traders by name and they let the rest of us go on," Boubou Kelepily told our \
correspondent at the landing in Mopti. He was still wearing the life jacket in which he had \
steered.

Nobody had claimed the kidnapping by nightfall. Residents of Kouna suspect the Amber Front, which \
collects a toll from fishermen, but a spokesman for the movement could not be reached.

Soldiers who searched the bank came back with torn nets. In the houses of the missing men, \
relatives received visitors in silence."""


def document(name: str, text: str, **stated: Any) -> Document:  # noqa: ANN401
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(id=name, text=text, sha256=digest, **stated)


def paragraphs(text: str, *which: int) -> str:
    found = text.split("\n\n")
    return "\n\n".join(found[number] for number in which)
