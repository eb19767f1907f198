"""Text in, the same text for Markdown or for HTML out: in French typography, and never interpreted."""

import html
import re
from functools import lru_cache

from assessment.report.typography import french

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$^&])")
#: What becomes an icon, an emoji or an address in spite of backslashes; an unseen sign behind it prevents that.
_BEGINNINGS = re.compile(r"(:(?=\w|//)|@(?=\w)|www(?=\\\.))")
WORD_JOINER = "\u2060"


@lru_cache(maxsize=4096)
def markdown(text: str) -> str:
    """For headings, labels and options.

    >>> markdown("Le *jardin*")
    'Le \\\\*jardin\\\\*'
    """
    return _BEGINNINGS.sub(rf"\1{WORD_JOINER}", _SIGNS.sub(r"\\\1", french(text)))


@lru_cache(maxsize=4096)
def markup(text: str) -> str:
    """For what is written in HTML.

    >>> markup("<Le jardin>")
    '&lt;Le jardin&gt;'
    """
    return html.escape(french(text))


def link(address: str | None) -> str:
    """A link to a page elsewhere, in HTML; nothing for what is not an address of the web.

    >>> link("javascript:alert(1)")
    ''
    """
    if address is None or not address.startswith(("https://", "http://")):
        return ""
    safe = html.escape(address)
    return f'<a href="{safe}" target="_blank" rel="noopener noreferrer">{safe}</a>'
