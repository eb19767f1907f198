"""The script and the style sheet of every page: two files that a browser asks for once.

Their addresses tell what they hold, so that a browser may keep them for good: another content has another address.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.pages import french_labels, look

#: A year, the longest that browsers are asked to keep anything.
KEPT = "public, max-age=31536000, immutable"
#: The French of what Streamlit says, by the names that the script knows it by.
WORDS = ("LABELS", "BEGINNINGS", "COUNTED", "ENDS", "CHOSEN", "MONTHS")
#: What a page of its own does, what answers do, then what every page does.
NAMES = ("portfolio.js", "answers.js", "everywhere.js")
SCRIPTS = tuple(Path(french_labels.__file__).with_name(name) for name in NAMES)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its *path*, its *media* type, its *text*."""

    path: str
    media: str
    text: str

    @property
    def version(self) -> str:
        """What tells this content from any other."""
        return sha256(self.text.encode()).hexdigest()[:16]

    @property
    def address(self) -> str:
        """Where a page asks for it."""
        return f"{self.path}?v={self.version}"


def script() -> Asset:
    """What every page does, behind the French of Streamlit's labels."""
    words = {name: getattr(french_labels, name) for name in WORDS}
    given = "".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in words.items())
    return Asset("/jalons.js", "text/javascript", given + "".join(path.read_text(encoding="utf-8") for path in SCRIPTS))


def sheet() -> Asset:
    """How every page looks."""
    return Asset("/jalons.css", "text/css", look.SHEET)


def routes_of(*assets: Asset) -> list[Route]:
    """One route for each; an address without its version, or with another one, is not to be kept."""
    return [Route(each.path, _offering(each)) for each in assets]


def _offering(asset: Asset) -> Callable[[Request], Awaitable[Response]]:
    content, version = asset.text.encode(), asset.version

    async def offer(request: Request) -> Response:
        kept = KEPT if request.query_params.get("v") == version else "no-cache"
        return Response(content, media_type=asset.media, headers={"Cache-Control": kept})

    return offer
