"""Who may speak to the server: our own pages, at our own names."""

import pytest
from servers import PUBLIC, through_proxy

from assessment.serving.origins import origin_of
from bench.handshakes import refused

HERE = "http://localhost:{port}"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{port}", 200),
        ("LOCALHOST:{port}", 200),
        ("127.0.0.1:{port}", 200),
        ("[::1]:{port}", 200),
        ("localhost", 421),
        ("localhost:1", 421),
        ("ailleurs.invalid:{port}", 421),
        ("localhost.ailleurs.invalid:{port}", 421),
        ("127.0.0.1.ailleurs.invalid", 421),
        (PUBLIC, 421),
        ("", 421),
    ],
)
def test_only_our_names_are_answered(server, host, status):
    assert server.get("/", Host=host.format(port=server.port)).status == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (HERE, 200),
        ("https://localhost:{port}", 403),
        ("http://localhost:1", 403),
        ("http://127.0.0.1:{port}", 403),
        ("https://ailleurs.invalid", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_our_own_pages_may_ask(server, origin, status):
    assert server.get("/", Origin=origin.format(port=server.port)).status == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [(HERE, 101), (None, 403), ("null", 403), ("https://ailleurs.invalid", 403), ("http://localhost:1", 403)],
)
def test_only_our_own_pages_may_open_a_session(server, origin, status):
    assert server.knock(origin=origin and origin.format(port=server.port)) == status


def test_another_site_that_a_browser_names_opens_no_session(server):
    assert server.knock(additional_headers={"Sec-Fetch-Site": "cross-site"}) == 403


def test_the_public_address_is_answered_with_its_own_origin_only(public):
    def status(origin):
        return public.ask("GET", "/", headers=through_proxy(2, Origin=origin)).status

    found = [status(f"https://{PUBLIC}"), status(f"http://{PUBLIC}"), status(public.origin)]
    assert found == [200, 403, 403]


def test_what_acts_must_say_where_it_comes_from(server):
    def status(**headers):
        return server.post("/dossier/quitter", b'{"dossier": "x"}', headers).status

    assert status() == 204
    assert status(Origin="") == 403
    assert status(**{"Sec-Fetch-Site": "cross-site"}) == 403
    assert status(**{"Sec-Fetch-Site": "same-origin"}) == 204


def test_a_hundred_foreign_handshakes_keep_nobody_waiting(server):
    """The best of three: a machine may be busy, a server that stands still is so every time."""
    assert min(refused(server.origin, 100) for _ in range(3)) < 100


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("", ""),
        ("https://Jalons.Example.org", "https://jalons.example.org"),
        ("https://jalons.example.org:443", "https://jalons.example.org"),
        ("http://jalons.example.org:80", "http://jalons.example.org"),
        ("https://jalons.example.org:8443", "https://jalons.example.org:8443"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
    ],
)
def test_an_address_is_written_as_browsers_write_it(address, origin):
    assert origin_of(address) == origin
