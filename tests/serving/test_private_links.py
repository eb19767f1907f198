"""Private links and files to take away, as a browser asks for them."""

import json
import re

import pytest
from servers import PUBLIC, through_proxy

from assessment.content.shelf import open_edition
from assessment.report.typography import french
from assessment.serving import wording
from assessment.settings import Settings
from assessment.storage.export import export_csv, export_json
from assessment.storage.gathered import Terms
from assessment.storage.kept import Change
from assessment.storage.opening import gatherings_of
from assessment.storage.principals import ANYONE
from assessment.storage.rights import Right


@pytest.fixture(name="opened", scope="module")
def _opened(server):
    """A dossier with one answer, as the pages make it."""
    store = server.store
    opened = store.create(ANYONE, open_edition().id, "digest")
    changes = [Change("answer", "BES1", 3), Change("parts", "", ["project"]), Change("name", "", "=Le jardin")]
    store.save(opened.holder, opened.holder.dossier, changes, 0)
    return opened


def enter(server, token, cookie=""):
    return server.post("/dossier/entrer", json.dumps({"token": token}).encode(), {"Cookie": cookie})


def cookie_of(answer):
    return answer.headers["set-cookie"].split(";")[0]


def test_a_link_gives_a_cookie_that_no_script_and_no_other_site_sees(server, opened):
    answer = enter(server, opened.token)

    assert (answer.status, json.loads(answer.body)) == (200, {"dossier": opened.holder.dossier})
    assert answer.headers["cache-control"] == "no-store"
    assert re.fullmatch(
        r"jalons_visite=[\w-]{43}; HttpOnly; Max-Age=43200; Path=/; SameSite=strict", answer.headers["set-cookie"]
    )
    assert opened.token not in answer.headers["set-cookie"]


def test_on_https_the_cookie_never_travels_in_clear(public):
    opened = public.store.create(ANYONE, "any", "digest")
    headers = through_proxy(20, Origin=f"https://{PUBLIC}", **{"Content-Type": "application/json"})
    answer = public.ask("POST", "/dossier/entrer", json.dumps({"token": opened.token}).encode(), headers)

    assert answer.headers["set-cookie"].endswith("; Max-Age=43200; Path=/; SameSite=strict; Secure")


def test_every_link_gives_a_new_cookie_and_the_one_before_opens_nothing_more(server, opened):
    first = server.store.create(ANYONE, "any", "digest")
    planted = cookie_of(enter(server, first.token))
    own = cookie_of(enter(server, opened.token, planted))
    values = [each.partition("=")[2] for each in (planted, own)]
    visits = [[each.dossier for each in server.store.visits(ANYONE, value)] for value in values]

    assert own != planted
    assert (visits[0], sorted(visits[1])) == ([], sorted([first.holder.dossier, opened.holder.dossier]))


@pytest.mark.parametrize("how", ["unknown", "revoked", "expired"])
def test_a_link_that_opens_nothing_says_so_and_not_why(server, opened, how):
    store, holder = server.store, opened.holder
    token = "never-given"
    if how != "unknown":
        shared = store.share(holder, holder.dossier, Right.READ, 0 if how == "expired" else 10, "")
        token = shared.token
        if how == "revoked":
            store.revoke(holder, holder.dossier, shared.link.id)
    answer = enter(server, token)

    assert (answer.status, json.loads(answer.body)) == (404, {"message": french(wording.WRONG_LINK)})
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", {}, 400),
        (b"token", {}, 400),
        (b"[]", {}, 400),
        (b'{"token": 3}', {}, 400),
        (b'{"token": ""}', {}, 400),
        ('{"token": "é"}'.encode(), {}, 400),
        (b"\xff", {}, 400),
        (b"[" * 499, {}, 400),
        (b'{"token": "x"}', {"Content-Type": "text/plain"}, 400),
        (b'{"token": "x"}', {"Content-Type": "application/x-www-form-urlencoded"}, 400),
        (b'{"token": "x"}', {"Origin": ""}, 403),
        (b'{"token": "x"}', {"Origin": "https://ailleurs.invalid"}, 403),
        (b'{"token": "' + b"x" * 500 + b'"}', {}, 413),
    ],
)
def test_what_is_not_a_link_is_refused(server, body, headers, status):
    assert server.post("/dossier/entrer", body, headers).status == status


def test_a_link_cannot_be_tried_by_following_it(server):
    assert server.get("/dossier/entrer").status == 404


def test_files_are_for_the_browser_that_was_let_in(server, opened):
    dossier, edition = opened.holder.dossier, open_edition()
    cookie = cookie_of(enter(server, opened.token))
    everything = server.store.everything(opened.holder, dossier)

    def taken(name, **headers):
        answer = server.get(f"/dossier/{dossier}/{name}", **headers)
        return answer.status, answer.headers["cache-control"], answer.headers.get("content-disposition"), answer.body

    named = 'attachment; filename="jalons-{}"'.format
    assert taken("export.json", Cookie=cookie) == (
        200, "no-store", named("dossier.json"), export_json(everything, edition)
    )  # fmt: skip
    assert taken("export.csv", Cookie=cookie) == (
        200,
        "no-store",
        named("dossier.csv"),
        export_csv(everything, edition),
    )
    status, kept, name, content = taken("rapport.pdf", Cookie=cookie)
    assert (status, kept, name, content[:5]) == (200, "no-store", named("rapport.pdf"), b"%PDF-")
    for name in ("export.json", "export.csv", "rapport.pdf"):
        assert taken(name)[::3] == (404, taken("export.json", Cookie="jalons_visite=x")[3])


def test_a_browser_is_not_let_into_another_dossier(server, opened):
    other = server.store.create(ANYONE, open_edition().id, "digest")
    cookie = cookie_of(enter(server, opened.token))

    assert server.get(f"/dossier/{other.holder.dossier}/export.json", Cookie=cookie).status == 404


def test_a_link_that_lets_read_lets_nothing_be_taken_away(server, opened):
    shared = server.store.share(opened.holder, opened.holder.dossier, Right.READ, 10, "")
    cookie = cookie_of(enter(server, shared.token))
    answer = server.get(f"/dossier/{opened.holder.dossier}/export.json", Cookie=cookie)

    assert (answer.status, answer.text) == (
        403, "Ce lien permet seulement de lire. Demandez un lien qui permet de répondre."
    )  # fmt: skip


def test_without_answers_there_is_no_report(server):
    opened = server.store.create(ANYONE, open_edition().id, "digest")
    cookie = cookie_of(enter(server, opened.token))
    answer = server.get(f"/dossier/{opened.holder.dossier}/rapport.pdf", Cookie=cookie)

    assert (answer.status, answer.text) == (404, french(wording.NO_REPORT))


def test_leaving_closes_the_dossier_on_this_device_and_forgets_the_cookie_with_the_last_one(server, opened):
    other = server.store.create(ANYONE, open_edition().id, "digest")
    cookie = cookie_of(enter(server, opened.token))
    cookie = cookie_of(enter(server, other.token, cookie))

    def leave(dossier):
        answer = server.post("/dossier/quitter", json.dumps({"dossier": dossier}).encode(), {"Cookie": cookie})
        return answer.status, answer.headers.get("set-cookie", "").partition(";")[0]

    assert leave(opened.holder.dossier) == (204, "")
    assert server.get(f"/dossier/{opened.holder.dossier}/export.json", Cookie=cookie).status == 404
    assert server.get(f"/dossier/{other.holder.dossier}/export.json", Cookie=cookie).status == 200
    assert leave(other.holder.dossier) == (204, 'jalons_visite=""')


def test_neither_link_nor_cookie_is_written_down(server, opened):
    cookie = cookie_of(enter(server, opened.token))
    enter(server, "never-given-either")
    server.get(f"/dossier/{opened.holder.dossier}/export.json?token={opened.token}", Cookie=cookie)
    server.get(f"/reprendre?{opened.token}", Cookie=cookie)

    files = [path.read_bytes() for path in server.folder.rglob("*") if path.is_file()]
    secrets = (opened.token, cookie.split("=")[1], "never-given-either", "203.0.113.")
    assert [secret for secret in secrets if any(secret.encode() in each for each in files)] == []


# --- Gatherings, by the same page and the same cookie


@pytest.fixture(name="gathered", scope="module")
def _gathered(server):
    """A gathering, as the pages make it."""
    terms = Terms("Appel", "appel", ("project",), None, ("result",), "")
    return gatherings_of(server.store, Settings(data=server.data)).create(ANYONE, terms, open_edition().id)


def entered(server, secret, cookie=""):
    """What the page of /reprendre is told, and the cookie."""
    answer = enter(server, secret, cookie)
    return answer.status, json.loads(answer.body), cookie_of(answer)


def test_the_link_of_an_owner_an_invitation_and_its_code_open_a_gathering(server, gathered):
    name, invitation = gathered.owner.gathering, gathered.gathering
    answer = enter(server, gathered.token)

    assert (answer.status, json.loads(answer.body)) == (200, {"gathering": name})
    assert re.fullmatch(
        r"jalons_visite=[\w-]{43}; HttpOnly; Max-Age=43200; Path=/; SameSite=strict", answer.headers["set-cookie"]
    )
    for secret in (invitation.token, invitation.code, invitation.code.lower().replace("-", " ")):
        assert entered(server, secret)[:2] == (200, {"invited": name})


def test_one_cookie_opens_dossiers_and_gatherings_and_goes_with_the_last_one(server, opened, gathered):
    dossier, gathering = opened.holder.dossier, gathered.owner.gathering
    *_, cookie = entered(server, opened.token)
    *_, cookie = entered(server, gathered.token, cookie)
    *_, cookie = entered(server, gathered.gathering.token, cookie)
    gatherings = gatherings_of(server.store, Settings(data=server.data))

    def leave(**named):
        answer = server.post("/dossier/quitter", json.dumps(named).encode(), {"Cookie": cookie})
        return answer.status, answer.headers.get("set-cookie", "").partition(";")[0]

    session = cookie.partition("=")[2]
    assert len(gatherings.visits(ANYONE, session)) == 2
    assert leave(gathering="no such gathering") == (204, "")
    assert (leave(dossier=dossier), leave(gathering=gathering)) == ((204, ""), (204, 'jalons_visite=""'))
    assert (gatherings.visits(ANYONE, session), server.store.visits(ANYONE, session)) == ((), ())


@pytest.mark.parametrize("body", [b"{}", b'{"dossier": "a", "gathering": "b"}', b'{"gathering": 3}'])
def test_leaving_names_one_thing(server, body):
    assert server.post("/dossier/quitter", body).status == 400


def test_an_invitation_that_was_revoked_opens_nothing_and_does_not_say_why(server, gathered):
    gatherings = gatherings_of(server.store, Settings(data=server.data))
    terms = Terms("Autre", "groupe", ("project",), None, ("result",), "")
    other = gatherings.create(ANYONE, terms, open_edition().id)
    gatherings.revoke_invitation(other.owner, other.owner.gathering)
    for secret in (other.gathering.token, other.gathering.code):
        answer = enter(server, secret)

        assert (answer.status, json.loads(answer.body)) == (404, {"message": french(wording.WRONG_LINK)})
        assert "set-cookie" not in answer.headers
