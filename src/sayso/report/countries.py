"""Countries in words."""

from functools import cache

from babel import Locale
from babel.core import get_global

_UNCODED = {"XKX": "XK"}
"""What ISO 3166-1 does not have, under the code that the gazetteer and CLDR use."""


def country_name(code: str | None) -> str | None:
    """Give the English name of a country by ISO 3166-1 alpha-3; None for what is no country."""
    return _names().get(code or "")


@cache
def _names() -> dict[str, str]:
    """Names by alpha-3. CLDR lists the three letters among what else a territory is called."""
    names = Locale("en").territories
    two = {three: known[0] for three, known in get_global("territory_aliases").items()} | _UNCODED
    return {three: str(names[code]) for three, code in two.items() if code in names}
