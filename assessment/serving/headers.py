"""Answers in, the same answers out with the headers that a browser needs to protect its owner."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.serving.origins import origin_of
from assessment.settings import Settings

#: Features of the browser that nobody here uses; the private link is copied with one button.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)
#: A year, as browsers' own lists ask.
HSTS = "max-age=31536000"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy_for(page: str) -> str:
    """The content security policy of the pages, whose first page is *page*: nothing from elsewhere, no eval.

    Scripts: our files, the inline scripts of that page by their hash, and the components of the pages (blob:).
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _SCRIPT.findall(page)
    )
    return (
        f"default-src 'none'; script-src 'self' {hashes} blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
        "worker-src 'self' blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Puts the headers on every answer, refusals and refused handshakes too; a stricter policy stays."""

    def __init__(self, app: ASGIApp, settings: Settings, policy: str) -> None:
        self._app = app
        scheme, _, host = origin_of(settings.address).partition("://")
        self._secure_host = host.encode() if scheme == "https" else None
        self._headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": PERMISSIONS,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Frame-Options": "DENY",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        is_secure = scope.get("scheme") in ("https", "wss") or self._is_secure_host(scope)

        async def protected(message: Message) -> None:
            if message["type"].endswith("response.start"):
                message.setdefault("headers", [])
                self._protect(MutableHeaders(scope=message), is_secure=is_secure)
            await send(message)

        await self._app(scope, receive, protected)

    def _is_secure_host(self, scope: Scope) -> bool:
        """Whether the public address was asked for and is on https, even if the proxy forgot to say so."""
        return self._secure_host is not None and any(
            name == b"host" and value.lower() == self._secure_host for name, value in scope["headers"]
        )

    def _protect(self, headers: MutableHeaders, *, is_secure: bool) -> None:
        for name, value in self._headers.items():
            headers.setdefault(name, value)
        if is_secure:
            headers["Strict-Transport-Security"] = HSTS
            cookies = headers.getlist("set-cookie")
            del headers["set-cookie"]
            for cookie in cookies:
                headers.append("set-cookie", cookie if "; secure" in cookie.lower() else f"{cookie}; Secure")
