"""How much one address, or one session, may ask for."""

import asyncio

import pytest
from servers import done, through_proxy, visiting

from assessment.serving.counts import Counts
from assessment.serving.limits import LARGEST_BODY, Limits, address_of
from assessment.serving.windows import Window

TOO_MANY = "Trop de demandes à la fois. Attendez un instant, puis essayez encore."
ORIGIN = {"Origin": "https://jalons.example.org"}


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_window_gives_its_limit_then_says_how_long_to_wait():
    clock = Clock()
    window = Window(3, 60, clock)
    granted = [window.take("a") for _ in range(3)]
    waits = window.take("a")
    clock.now += waits - 1.5
    still = window.take("a")
    clock.now += 1.5

    assert granted == [0, 0, 0]
    assert 60 <= waits <= 61
    assert (still > 0, window.take("a")) == (True, 0)


def test_what_is_refused_takes_nothing_and_others_are_not_held_back():
    window = Window(10, 60, Clock())

    found = [window.take("a", 8), window.take("a", 3) > 0, window.take("a", 2), window.take("b", 10)]
    assert found == [0, True, 0, 0]


def test_no_stretch_of_time_ever_holds_more_than_the_limit():
    clock = Clock()
    window = Window(20, 300, clock)
    granted = []
    for _ in range(2000):
        clock.now += 0.7
        if not window.take("a"):
            granted.append(clock.now)

    assert max(sum(1 for other in granted if 0 <= other - each <= 300) for each in granted) == 20


def test_what_is_remembered_of_strangers_stays_small():
    window = Window(10, 60, Clock(), keys=100)
    for number in range(1000):
        window.take(str(number))

    assert len(window) == 100


@pytest.mark.parametrize(
    ("client", "key"),
    [
        (("203.0.113.9", 1), "203.0.113.9"),
        (("::ffff:203.0.113.9", 1), "203.0.113.9"),
        (("2001:db8:1:2:3::9", 1), "2001:db8:1:2::/64"),
        (("x" * 100, 1), "x" * 64),
        (None, ""),
    ],
)
def test_an_address_stands_for_one_visitor(client, key):
    assert address_of({"client": client}) == key


def test_a_room_of_forty_may_open_three_pages_each_in_a_minute_and_no_more(public):
    def knock(number):
        headers = {name: value for name, value in through_proxy(number).items() if name != "Host"}
        return public.knock(origin=public.origin, additional_headers=headers)

    assert [knock(11) for _ in range(121)] == [101] * 120 + [429]
    assert knock(12) == 101


def test_an_address_keeps_three_hundred_sessions_open_and_no_more():
    clock, counts, sent = Clock(), Counts(), []
    scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("203.0.113.1", 1)}

    async def open_many():
        over = asyncio.Event()

        async def stays(scope, receive, send):
            await over.wait()

        async def send(message):
            sent.append(message)

        limits = Limits(stays, counts, clock)
        opened = []
        for _ in range(301):
            clock.now += 1
            opened.append(asyncio.create_task(limits(scope, None, send)))
            await asyncio.sleep(0)
        during = counts.sessions
        over.set()
        await asyncio.gather(*opened)
        return during

    assert (done(open_many()), sent) == (300, [{"type": "websocket.close", "code": 1008}])
    assert (counts.sessions, +counts.refusals) == (0, {"sessions": 1})


def test_a_session_gives_four_hundred_and_forty_files_in_five_minutes(public):
    def give(session, number=13):
        path = f"/_stcore/upload_file/{session}/f"
        return public.ask("PUT", path, b"x", through_proxy(number, **ORIGIN))

    answers = [give("a-session") for _ in range(441)]
    assert [each.status for each in answers] == [403] * 440 + [429]  # Streamlit refuses: such a session is not open
    assert (answers[-1].text, 1 <= int(answers[-1].headers["retry-after"]) <= 305) == (TOO_MANY, True)
    assert give("another-session").status == 403


def test_an_address_gives_two_hundred_megabytes_in_five_minutes(public):
    """What a request announces counts before it is read."""

    def give(number):
        path = f"/_stcore/upload_file/session-{number}/f"
        return public.ask("PUT", path, b"x" * 5 * 1024 * 1024, through_proxy(14, **ORIGIN)).status

    statuses = [give(number) for number in range(41)]
    assert statuses == [403] * 40 + [429]


@pytest.mark.parametrize("says_its_size", [True, False])
def test_a_body_over_six_megabytes_is_refused(server, says_its_size):
    cookie = server.get("/_stcore/health").headers["set-cookie"].split(";")[0]
    beginning = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    pieces = [beginning, *[b"x" * 1024 * 1024] * (LARGEST_BODY // 1024 // 1024), b"\r\n--x--\r\n"]
    headers = {
        "Origin": server.origin,
        "Cookie": cookie,
        "X-Xsrftoken": cookie.split("=", 1)[1],
        "Content-Type": "multipart/form-data; boundary=x",
    }
    body = b"".join(pieces) if says_its_size else iter(pieces)

    with visiting(server) as (session, _):
        assert server.ask("PUT", f"/_stcore/upload_file/{session}/f", body, headers).status == 413


def test_sixty_acts_a_minute_on_dossiers(public):
    def act():
        headers = through_proxy(15, **ORIGIN, **{"Content-Type": "application/json"})
        return public.ask("POST", "/dossier/quitter", b'{"dossier": "x"}', headers)

    answers = [act() for _ in range(61)]
    assert [each.status for each in answers] == [204] * 60 + [429]
    assert (answers[-1].text, 1 <= int(answers[-1].headers["retry-after"]) <= 61) == (TOO_MANY, True)


def test_the_eleventh_link_that_does_not_open_has_to_wait(public):
    def try_link():
        headers = through_proxy(16, **ORIGIN, **{"Content-Type": "application/json"})
        return public.ask("POST", "/dossier/entrer", b'{"token": "never-given"}', headers)

    answers = [try_link() for _ in range(11)]
    assert [each.status for each in answers] == [404] * 10 + [429]
    assert (answers[-1].headers["retry-after"], "cinq minutes" in answers[-1].text) == ("300", True)
