"""Private links: what opens a dossier, for how long, and what never does. The same on both engines."""

import datetime
import secrets
from collections.abc import Iterator

import pytest
from stores import DIGEST, EDITION, START, Clock, answer, rows_of

from assessment.errors import StorageError
from assessment.storage.kept import Link, Opened
from assessment.storage.links import MOST, TRIES, LinkRefused, TooManyTries
from assessment.storage.principals import ANYONE, OPERATOR, Holder
from assessment.storage.rights import Refused, Right
from assessment.storage.store import Store

HERE = "192.0.2.1"
OPENS_NOTHING = (
    "lien : ce lien n'ouvre rien : il est incomplet, il a été annulé ou sa date est passée. "
    "Vérifiez qu'il est entier, ou demandez-en un nouveau."
)


def first_link(opened: Opened, **differently: object) -> Link:
    expected = {
        "id": opened.holder.link,
        "right": Right.ANSWER,
        "label": "",
        "created": START,
        "expires": None,
        "last_used": None,
        "revoked": None,
    }
    return Link(**{**expected, **differently})


def test_a_link_opens_its_dossier_from_any_browser(store: Store, opened: Opened):
    entered = [store.enter(ANYONE, opened.token, f"browser {number}", HERE) for number in range(3)]

    assert entered == [opened.holder] * 3
    assert [store.visit(ANYONE, f"browser {number}", opened.holder.dossier) for number in range(3)] == entered


def test_a_browser_comes_back_to_every_dossier_it_was_let_into_the_last_one_first(
    store: Store, opened: Opened, clock: Clock
):
    other = store.create(ANYONE, EDITION, DIGEST)
    store.enter(ANYONE, opened.token, "browser", HERE)
    clock.move(minutes=1)
    store.enter(ANYONE, other.token, "browser", HERE)

    assert store.visits(ANYONE, "browser") == (other.holder, opened.holder)
    assert store.visits(ANYONE, "another browser") == ()
    assert store.visit(ANYONE, "another browser", opened.holder.dossier) is None


def test_a_visit_ends_after_twelve_hours_and_begins_again_with_the_link(store: Store, opened: Opened, clock: Clock):
    store.enter(ANYONE, opened.token, "browser", HERE)
    seen = []
    for duration in ({"hours": 12, "seconds": -1}, {"seconds": 1}):
        clock.move(**duration)
        seen.append(store.visit(ANYONE, "browser", opened.holder.dossier))
    store.enter(ANYONE, opened.token, "browser", HERE)
    seen.append(store.visit(ANYONE, "browser", opened.holder.dossier))

    assert seen == [opened.holder, None, opened.holder]


def test_a_browser_that_leaves_does_not_come_back_and_the_others_do(store: Store, opened: Opened):
    store.enter(ANYONE, opened.token, "browser", HERE)
    store.enter(ANYONE, opened.token, "phone", HERE)

    store.leave(opened.holder, opened.holder.dossier, "browser")

    assert (store.visits(ANYONE, "browser"), store.visits(ANYONE, "phone")) == ((), (opened.holder,))


def test_entering_notes_the_day_and_no_more(store: Store, opened: Opened, clock: Clock):
    clock.move(days=2, hours=3)
    store.enter(ANYONE, opened.token, "browser", HERE)

    assert store.links(opened.holder, opened.holder.dossier) == (
        first_link(opened, last_used=datetime.date(2026, 11, 26)),
    )


# --- Giving links and taking them back


def test_a_link_for_reading_reads_and_does_not_write(store: Store, opened: Opened):
    shared = store.share(opened.holder, opened.holder.dossier, Right.READ, 30, " Ma\tbanque\0\ud800 ")
    reader = store.enter(ANYONE, shared.token, "browser", HERE)

    with pytest.raises(Refused) as raised:
        store.save(reader, reader.dossier, (answer("BES1", 3),), 0)

    assert shared.link == Link(
        shared.link.id, Right.READ, "Ma banque", START, START + datetime.timedelta(days=30), None, None
    )
    assert store.read(reader, reader.dossier).right is Right.READ
    assert str(raised.value) == ("dossier : ce lien permet seulement de lire. Demandez un lien qui permet de répondre.")


def test_a_link_with_a_date_opens_nothing_from_that_moment_on(store: Store, opened: Opened, clock: Clock):
    shared = store.share(opened.holder, opened.holder.dossier, Right.ANSWER, 1, "")
    reader = store.enter(ANYONE, shared.token, "browser", HERE)
    clock.move(hours=23, minutes=59)
    store.enter(ANYONE, shared.token, "browser", HERE)
    clock.move(minutes=1)

    with pytest.raises(LinkRefused) as entering:
        store.enter(ANYONE, shared.token, "phone", HERE)
    with pytest.raises(Refused) as reading:
        store.read(reader, reader.dossier)

    assert str(entering.value) == OPENS_NOTHING
    assert str(reading.value) == (
        "dossier : ce lien n'est plus valable. Demandez-en un nouveau à la personne qui vous l'avait donné."
    )


def test_a_revoked_link_opens_nothing_and_sends_out_those_it_let_in(store: Store, opened: Opened, clock: Clock):
    holder = opened.holder
    shared = store.share(holder, holder.dossier, Right.ANSWER, None, "Anna")
    guest = store.enter(ANYONE, shared.token, "browser", HERE)
    clock.move(minutes=5)
    store.revoke(holder, holder.dossier, shared.link.id)

    with pytest.raises(LinkRefused) as entering:
        store.enter(ANYONE, shared.token, "browser", HERE)
    with pytest.raises(Refused) as reading:
        store.read(guest, guest.dossier)
    with pytest.raises(LinkRefused):
        store.revoke(holder, holder.dossier, shared.link.id)

    assert (str(entering.value), store.visits(ANYONE, "browser")) == (OPENS_NOTHING, ())
    assert str(reading.value) == (
        "dossier : ce lien a été annulé. Demandez-en un nouveau à la personne qui vous l'avait donné."
    )
    assert {link.label: link.revoked for link in store.links(holder, holder.dossier)} == {
        "": None,
        "Anna": START + datetime.timedelta(minutes=5),
    }


def test_a_renewed_link_keeps_its_right_its_label_and_how_long_it_lasts(store: Store, opened: Opened, clock: Clock):
    holder = opened.holder
    old = store.share(holder, holder.dossier, Right.READ, 30, "Ma banque")
    clock.move(days=10)
    now = clock()
    new = store.renew(holder, holder.dossier, old.link.id)

    with pytest.raises(LinkRefused):
        store.enter(ANYONE, old.token, "browser", HERE)

    assert new.link == Link(new.link.id, Right.READ, "Ma banque", now, now + datetime.timedelta(days=30), None, None)
    assert store.enter(ANYONE, new.token, "browser", HERE) == Holder(holder.dossier, new.link.id)


def test_who_renews_the_link_that_let_them_in_comes_back_by_the_new_one(store: Store, opened: Opened):
    new = store.renew(opened.holder, opened.holder.dossier, opened.holder.link)

    with pytest.raises(Refused):
        store.read(opened.holder, opened.holder.dossier)

    entered = store.enter(ANYONE, new.token, "browser", HERE)
    assert store.read(entered, entered.dossier).right is Right.ANSWER


@pytest.mark.parametrize("act", ["renew", "revoke"])
def test_a_link_of_another_dossier_is_left_alone(act: str, store: Store, opened: Opened):
    other = store.create(ANYONE, EDITION, DIGEST)

    with pytest.raises(LinkRefused):
        getattr(store, act)(opened.holder, opened.holder.dossier, other.holder.link)

    assert store.enter(ANYONE, other.token, "browser", HERE) == other.holder


def test_a_dossier_has_so_many_links_and_no_more(store: Store, opened: Opened):
    holder = opened.holder
    given = [store.share(holder, holder.dossier, Right.READ, 1, "") for _ in range(MOST - 1)]

    with pytest.raises(StorageError) as raised:
        store.share(holder, holder.dossier, Right.READ, 1, "")
    store.revoke(holder, holder.dossier, given[0].link.id)
    store.share(holder, holder.dossier, Right.READ, 1, "")

    assert str(raised.value) == "liens : il y a déjà 50 liens. Annulez ceux qui ne servent plus."


# --- Guessing


def refusals(store: Store, who: str, tokens: Iterator[str]) -> list[type[StorageError]]:
    found = []
    for token in tokens:
        with pytest.raises(StorageError) as raised:
            store.enter(ANYONE, token, "browser", who)
        found.append(raised.type)
    return found


def test_after_ten_links_that_do_not_open_an_address_waits_five_minutes_for_the_next_one(
    store: Store, opened: Opened, clock: Clock
):
    guesses = (secrets.token_urlsafe(24) for _ in range(TRIES))
    refused = refusals(store, HERE, guesses)

    with pytest.raises(TooManyTries) as raised:
        store.enter(ANYONE, "one more", "browser", HERE)
    elsewhere = refusals(store, "192.0.2.2", iter(["one more"]))
    right = store.enter(ANYONE, opened.token, "browser", HERE)
    clock.move(minutes=4, seconds=59)
    still = refusals(store, HERE, iter(["one more"]))
    clock.move(seconds=1)
    again = refusals(store, HERE, iter(["one more"]))

    assert (refused, elsewhere, still, again) == ([LinkRefused] * 10, [LinkRefused], [TooManyTries], [LinkRefused])
    assert right == opened.holder
    assert str(raised.value) == (
        "lien : trop de liens qui ne s'ouvrent pas sont venus de chez vous. Essayez de nouveau dans cinq minutes."
    )


def near(token: str) -> Iterator[str]:
    """Tokens that are almost this one, then tokens by chance."""
    yield from ("", " ", token[:-1], token[1:], f"{token} ", f" {token}", f"{token}\n", f"{token}\0", token.swapcase())
    yield from ("%", "_" * 32, "' OR 1=1 --", "\ud800", token * 2, token[::-1])
    for place in range(len(token)):
        yield token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
    while True:
        yield secrets.token_urlsafe(24)


def test_a_thousand_guesses_on_each_engine_open_nothing(store: Store, opened: Opened):
    guesses = (each for each in near(opened.token) if each != opened.token)
    before = store.figures(OPERATOR)

    found = {
        kind
        for address in range(1000 // TRIES)
        for kind in refusals(store, f"198.51.100.{address}", (next(guesses) for _ in range(TRIES)))
    }

    assert found == {LinkRefused}
    assert (store.visits(ANYONE, "browser"), store.figures(OPERATOR)) == ((), before)


def test_no_token_cookie_or_address_is_in_any_row(store: Store, opened: Opened):
    holder, session, who = opened.holder, "cookie-of-this-browser", "203.0.113.77"
    shared = store.share(holder, holder.dossier, Right.READ, 30, "Ma banque")
    renewed = store.renew(holder, holder.dossier, shared.link.id)
    for token in (opened.token, renewed.token):
        store.enter(ANYONE, token, session, who)
    refusals(store, who, iter([shared.token, "never a link"]))

    kept = repr(rows_of(store))

    secret = (opened.token, shared.token, renewed.token, session, who, "never a link")
    assert [each for each in secret if each in kept] == []
    assert "Ma banque" in kept
