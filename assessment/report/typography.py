"""Text with ordinary spaces and apostrophes in, French typography out."""

import re

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_BEFORE_HIGH = re.compile(r"[ \u00a0\u202f]*([;!?]+)(?=$|[\s»)\u00a0\u202f])")
_BEFORE_COLON = re.compile(r" +(:)(?=$|\s)")
_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_CLOSING = re.compile(r"[ \u00a0\u202f]*»")
_THOUSANDS = re.compile(r"(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))")
_UNIT = re.compile(r"(\d) (?=(?:h|min|mois|ans?|jours?|heures?|minutes?|personnes?|€|%)(?!\w))")


def french(text: str) -> str:
    """Curly apostrophes, and spaces that never break before « ; ! ? : » and inside « ».

    >>> french("Qu'avez-vous montré ?") == "Qu’avez-vous montré\\u202f?"
    True
    """
    text = _APOSTROPHE.sub("’", text)
    text = _BEFORE_HIGH.sub(NARROW_NO_BREAK + r"\1", text)
    text = _BEFORE_COLON.sub(NO_BREAK + r"\1", text)
    text = _CLOSING.sub(NO_BREAK + "»", _OPENING.sub("«" + NO_BREAK, text))
    text = _THOUSANDS.sub(r"\1" + NARROW_NO_BREAK, text)
    return _UNIT.sub(r"\1" + NO_BREAK, text)
