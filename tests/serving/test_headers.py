"""What every answer carries to protect whoever reads it."""

import pytest
from servers import through_proxy

POLICY = (
    "default-src 'none'; script-src 'self' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA=' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self' blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
#: Of the features of a browser, those that would tell most.
DENIED = {"camera=()", "microphone=()", "geolocation=()", "payment=()"}
EXPECTED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
PATHS = {
    "/": 200,
    "/result": 200,
    "/favicon.png": 200,
    "/static/js/absent.js": 200,
    "/_stcore/health": 200,
    "/sante": 200,
    "/_stcore/metrics": 404,
    "/nulle/part": 404,
    "/..%2f..%2fetc": 404,
}


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_protected(server, path):
    answer = server.get(path)

    assert answer.status == PATHS[path]
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
    assert set(answer.headers["permissions-policy"].split(", ")) >= DENIED


def test_a_refused_request_and_a_refused_handshake_are_protected_too(server):
    for answer in (server.get("/", Origin="https://ailleurs.invalid"), server.get("/", Host="ailleurs.invalid")):
        assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED


def test_the_page_of_a_private_link_has_a_stricter_policy_and_a_new_nonce_each_time(server):
    first, second = (server.get("/reprendre") for _ in range(2))

    policy = first.headers["content-security-policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert policy == (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert first.text.count(f'nonce="{nonce}"') == 2
    assert nonce not in second.text


def test_nothing_names_the_server(server):
    assert "server" not in server.get("/").headers


def test_on_https_the_browser_is_told_to_stay_there_and_every_cookie_is_secure(public):
    answer = public.ask("GET", "/_stcore/health", headers=through_proxy(1))

    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["set-cookie"].endswith("; Secure")


def test_cookies_are_secure_even_when_the_proxy_does_not_say_that_it_is_https(public):
    headers = {name: value for name, value in through_proxy(1).items() if name != "X-Forwarded-Proto"}

    assert public.ask("GET", "/_stcore/health", headers=headers).headers["set-cookie"].endswith("; Secure")


def test_on_this_machine_nothing_speaks_of_https(server):
    answer = server.get("/_stcore/health")

    assert "strict-transport-security" not in answer.headers
    assert "secure" not in answer.headers["set-cookie"].lower()
