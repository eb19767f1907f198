"""The contract of gatherings, the same on both engines: what an owner writes, who is invited, and until when."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from stores import EDITION, START, TERMS, Clock, gatherings_beside, rows_of

from assessment.errors import StorageError
from assessment.storage.gathered import Gathering, Invitation, OpenedGathering, Terms
from assessment.storage.gatherings import Gatherings
from assessment.storage.invitations import ALPHABET, SIGNS, code_mark, code_of
from assessment.storage.kept import Link
from assessment.storage.links import TRIES, LinkRefused, TooManyTries
from assessment.storage.principals import ANYONE, Guest, Owner
from assessment.storage.rights import Reach, Refused
from assessment.storage.store import Store

HERE = "192.0.2.1"
LATER = START + datetime.timedelta(minutes=3)
NO_CODE = (
    "code : ce code n'ouvre rien : il est mal copié, ou il a été annulé. "
    "Relisez-le signe par signe, ou demandez le lien."
)


def first(gathered: OpenedGathering, **differently: Any) -> Gathering:
    """A gathering as it is born."""
    expected = Gathering(
        id=gathered.owner.gathering,
        terms=TERMS,
        edition=EDITION,
        seq=0,
        created=START,
        active=START,
        kept_until=datetime.date(2028, 11, 24),
        code=gathered.gathering.code,
        token=gathered.gathering.token,
        projects=0,
        version=0,
        looks_only=False,
        open=True,
    )
    return replace(expected, **differently)


def test_a_new_gathering_says_what_was_written_and_how_long_it_is_kept(
    gatherings: Gatherings, gathered: OpenedGathering
):
    owner = gathered.owner

    assert gatherings.read(owner, owner.gathering) == gathered.gathering == first(gathered)
    assert [len(each) for each in (owner.gathering, owner.link, gathered.token, gathered.gathering.token)] == [
        *(16, 16, 32, 32)
    ]
    code = gathered.gathering.code
    assert (code[4::5], set(code) - {"-"} <= set(ALPHABET), len(code)) == ("--", True, 14)


def test_no_two_signs_of_a_code_look_alike():
    alike = ("0OQD", "1IL", "2Z", "5S", "8B")

    assert [group for group in alike if len(set(group) & set(ALPHABET)) > 1] == []
    assert len(set(ALPHABET)) ** SIGNS > 2**51


@pytest.mark.parametrize(
    ("terms", "problems"),
    [
        (replace(TERMS, title=" \0\u202e "), ["titre : la collecte n'a pas de titre. Donnez-lui un titre."]),
        (
            Terms("", "concours", (), None, ("answers",), "x" * 4001),
            [
                "titre : la collecte n'a pas de titre. Donnez-lui un titre.",
                "but : on ne sait pas à quoi sert la collecte. Choisissez : appel ou groupe.",
                "parties : la collecte ne demande rien. Choisissez au moins une partie.",
                "partage : le résultat est toujours partagé. Ajoutez le résultat.",
                "information : ce texte dépasse 4000 signes. Raccourcissez-le.",
            ],
        ),
        (
            replace(TERMS, parts=("project", "actions"), shares=("result", "all")),
            [
                "parties : la collecte ne demande rien. Choisissez au moins une partie.",
                "partage : le résultat est toujours partagé. Ajoutez le résultat.",
            ],
        ),
    ],
)
def test_all_that_terms_lack_is_told_at_once_and_nothing_is_kept(
    terms: Terms, problems: list[str], gatherings: Gatherings, gathered: OpenedGathering
):
    before, owner = rows_of(gatherings), gathered.owner

    with pytest.raises(StorageError) as creating:
        gatherings.create(ANYONE, terms, EDITION)
    with pytest.raises(StorageError) as changing:
        gatherings.change(owner, owner.gathering, terms)

    assert str(creating.value).splitlines() == str(changing.value).splitlines() == problems
    assert rows_of(gatherings) == before


def test_texts_are_made_safe_and_choices_are_put_in_order(gatherings: Gatherings):
    terms = Terms(
        " Appel\t2027\0 ", "groupe", ("doors", "project"), None, ("answers", "result"), "Bon\0jour\r\n\n à vous"
    )

    found = gatherings.create(ANYONE, terms, EDITION).gathering.terms

    assert found == Terms(
        "Appel 2027", "groupe", ("project", "doors"), None, ("result", "answers"), "Bonjour\n\nà vous"
    )


def test_an_owner_asks_otherwise_and_a_guest_reads_it(gatherings: Gatherings, gathered: OpenedGathering, clock: Clock):
    owner, name = gathered.owner, gathered.owner.gathering
    guest = gatherings.enter(ANYONE, gathered.gathering.token, "browser", HERE)
    terms = replace(TERMS, title="Appel 2028", parts=("project",), closes=datetime.date(2027, 3, 31))
    clock.move(minutes=3)

    changed = gatherings.change(owner, name, terms)

    assert changed == first(gathered, terms=terms, active=LATER, version=1)
    assert gatherings.invitation(guest, name) == Invitation(name, terms, EDITION, True, guest.link)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [((2027, 3, 31, 21, 59, 59), True), ((2027, 3, 31, 22, 0, 0), False), ((2027, 3, 30, 23, 0, 0), True)],
)
def test_the_last_day_is_whole_in_paris(
    now: tuple[int, ...], is_open: bool, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, name = gathered.owner, gathered.owner.gathering
    gatherings.change(owner, name, replace(TERMS, closes=datetime.date(2027, 3, 31)))
    clock.now = datetime.datetime(*now, tzinfo=datetime.UTC)

    assert (gatherings.invitation(owner, name).open, gatherings.read(owner, name).open) == (is_open, is_open)


# --- The invitation


def test_a_code_is_typed_in_any_way_and_shows_what_is_asked(gatherings: Gatherings, gathered: OpenedGathering):
    code, name = gathered.gathering.code, gathered.owner.gathering
    ways = (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' — ')}\n")

    found = [gatherings.invited(ANYONE, way, HERE) for way in ways]

    assert found == [Invitation(name, TERMS, EDITION, True, found[0].link)] * 4
    assert gatherings.invitation(found[0].guest, name) == found[0]


def test_a_link_or_a_code_makes_a_guest_and_the_private_link_an_owner(
    gatherings: Gatherings, gathered: OpenedGathering
):
    name, link = gathered.owner.gathering, gatherings.invited(ANYONE, gathered.gathering.code, HERE).link
    entered = [
        gatherings.enter(ANYONE, each, "browser", HERE)
        for each in (gathered.gathering.token, gathered.gathering.code, gathered.token)
    ]

    assert entered == [Guest(name, link), Guest(name, link), gathered.owner]
    assert gatherings.visits(ANYONE, "browser") == (gathered.owner, Guest(name, link))
    assert gatherings.visit(ANYONE, "browser", name) == gathered.owner
    assert gatherings.visit(ANYONE, "another browser", name) is None


def test_the_private_link_of_a_dossier_opens_it_by_the_same_door(gatherings: Gatherings, store: Store, gathered):
    opened = store.create(ANYONE, EDITION, "d" * 64)

    found = gatherings.enter(ANYONE, opened.token, "browser", HERE)

    assert (found, store.visits(ANYONE, "browser"), gatherings.visits(ANYONE, "browser")) == (
        opened.holder,
        (opened.holder,),
        (),
    )
    with pytest.raises(LinkRefused):
        store.enter(ANYONE, gathered.token, "browser", HERE)


def test_a_new_cookie_takes_over_dossiers_and_gatherings_and_the_old_one_opens_nothing(
    gatherings: Gatherings, store: Store, gathered: OpenedGathering
):
    opened = store.create(ANYONE, EDITION, "d" * 64)
    gatherings.enter(ANYONE, gathered.token, "first", HERE)
    gatherings.enter(ANYONE, opened.token, "second", HERE, "first")
    gatherings.enter(ANYONE, gathered.gathering.token, "third", HERE, "second")

    found = {
        each: (store.visits(ANYONE, each), len(gatherings.visits(ANYONE, each)))
        for each in ("first", "second", "third", "")
    }

    assert found == {"first": ((), 0), "second": ((), 0), "third": ((opened.holder,), 2), "": ((), 0)}


def test_a_visit_ends_after_twelve_hours_and_leaving_ends_it_now(
    gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner = gatherings.enter(ANYONE, gathered.token, "browser", HERE)
    gatherings.enter(ANYONE, gathered.gathering.token, "browser", HERE)
    gatherings.enter(ANYONE, gathered.token, "phone", HERE)

    gatherings.leave(owner, owner.gathering, "browser")
    left = (gatherings.visits(ANYONE, "browser"), gatherings.visits(ANYONE, "phone"))
    clock.move(hours=12)

    assert (left, gatherings.visits(ANYONE, "phone")) == (((), (owner,)), ())


def test_a_renewed_invitation_opens_by_its_new_link_and_code_only(
    gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, name, old = gathered.owner, gathered.owner.gathering, gathered.gathering
    guest = gatherings.enter(ANYONE, old.token, "browser", HERE)
    clock.move(minutes=3)

    new = gatherings.renew_invitation(owner, name)

    for secret in (old.token, old.code):
        with pytest.raises(LinkRefused):
            gatherings.enter(ANYONE, secret, "browser", HERE)
    with pytest.raises(LinkRefused) as typing:
        gatherings.invited(ANYONE, old.code, HERE)
    with pytest.raises(Refused) as reading:
        gatherings.invitation(guest, name)
    assert gatherings.visits(ANYONE, "browser") == ()
    assert (new.code != old.code, new.token != old.token) == (True, True)
    assert new == first(gathered, code=new.code, token=new.token, active=LATER, version=1)
    assert gatherings.enter(ANYONE, new.code, "browser", HERE).gathering == name
    assert (str(typing.value), str(reading.value)) == (
        NO_CODE,
        "collecte : ce lien a été annulé. Demandez-en un nouveau à la personne qui vous l'avait donné.",
    )


def test_a_revoked_invitation_opens_nothing_and_can_be_given_again(gatherings: Gatherings, gathered: OpenedGathering):
    owner, name = gathered.owner, gathered.owner.gathering

    revoked = gatherings.revoke_invitation(owner, name)
    again = gatherings.revoke_invitation(owner, name)
    seen = gatherings.invitation(owner, name)
    renewed = gatherings.renew_invitation(owner, name)

    assert revoked == first(gathered, code="", token="", open=False, version=1)
    assert (again, seen) == (replace(revoked, version=2), Invitation(name, TERMS, EDITION, False, ""))
    assert (renewed.open, renewed.code == gathered.gathering.code, len(renewed.code)) == (True, False, 14)


def test_the_database_alone_gives_no_invitation_and_another_key_tells_none(
    store: Store, clock: Clock, gatherings: Gatherings, gathered: OpenedGathering
):
    """A backup put back on another installation: the links that were given open, codes and the owner's view do not."""
    gatherings.enter(ANYONE, gathered.gathering.token, "cookie-of-this-browser", "203.0.113.77")
    kept = repr(rows_of(store))
    elsewhere = gatherings_beside(store, clock, b"another key")
    owner = gathered.owner

    secret = (gathered.token, gathered.gathering.token, gathered.gathering.code, "cookie-of-this", "203.0.113.77")
    assert [each for each in (*secret, gathered.gathering.code.replace("-", "")) if each in kept] == []
    found = elsewhere.read(owner, owner.gathering)
    assert (found.code, found.token, found.open) == ("", "", True)
    assert elsewhere.enter(ANYONE, gathered.gathering.token, "browser", HERE).gathering == owner.gathering
    with pytest.raises(LinkRefused):
        elsewhere.invited(ANYONE, gathered.gathering.code, HERE)
    renewed = elsewhere.renew_invitation(owner, owner.gathering)
    assert elsewhere.invited(ANYONE, renewed.code, HERE).open


# --- Guessing


def refusals(gatherings: Gatherings, how: str, guesses: list[str]) -> list[type[StorageError]]:
    found = []
    for guess in guesses:
        given = (ANYONE, guess, "browser", HERE) if how == "enter" else (ANYONE, guess, HERE)
        with pytest.raises(StorageError) as raised:
            getattr(gatherings, how)(*given)
        found.append(raised.type)
    return found


@pytest.mark.parametrize("how", ["enter", "invited"])
def test_the_eleventh_failure_in_five_minutes_is_refused_and_a_right_code_is_not_told_from_a_wrong_one(
    how: str, gatherings: Gatherings, store: Store, gathered: OpenedGathering, clock: Clock
):
    guesses, code = [f"2222-3333-{number:04}" for number in range(TRIES - 1)], gathered.gathering.code

    first_ones = refusals(gatherings, how, guesses)
    with pytest.raises(LinkRefused):
        store.enter(ANYONE, "a link of a dossier that does not open", "browser", HERE)
    then = refusals(gatherings, how, ["2222-3333-4444", code])
    clock.move(minutes=4, seconds=59)
    still = refusals(gatherings, how, ["2222-3333-4444", code])
    clock.move(seconds=1)
    again = refusals(gatherings, how, ["2222-3333-4444"])

    assert (first_ones, then, still, again) == (
        [LinkRefused] * (TRIES - 1), [TooManyTries] * 2, [TooManyTries] * 2, [LinkRefused]
    )  # fmt: skip
    assert gatherings.visits(ANYONE, "browser") == ()
    assert gatherings.invited(ANYONE, code, HERE).gathering == gathered.owner.gathering


def test_a_private_link_opens_whatever_was_guessed_from_the_same_address(
    gatherings: Gatherings, gathered: OpenedGathering
):
    refusals(gatherings, "invited", [f"2222-3333-{number:04}" for number in range(TRIES + 1)])

    found = gatherings.enter(ANYONE, gathered.token, "browser", HERE)
    elsewhere = gatherings.invited(ANYONE, gathered.gathering.code, "198.51.100.7")

    assert (found, elsewhere.gathering) == (gathered.owner, gathered.owner.gathering)


def test_a_code_that_is_almost_right_opens_nothing(gatherings: Gatherings, gathered: OpenedGathering):
    code = gathered.gathering.code.replace("-", "")
    near = {code[:-1], code + code[0], code[::-1], "", "-", "%" * 12, "é" * 12, "0" * 12, code[:-1] + "0", code * 9}
    near |= {code[:place] + ALPHABET[(ALPHABET.index(code[place]) + 1) % 20] + code[place + 1 :] for place in range(12)}
    found = set()
    for number, guess in enumerate(sorted(near - {code})):
        for how in (gatherings.invited, lambda *given: gatherings.enter(given[0], given[1], "browser", given[2])):
            with pytest.raises(LinkRefused) as raised:
                how(ANYONE, guess, f"198.51.100.{number}")
            found.add(raised.type)

    assert (found, gatherings.visits(ANYONE, "browser")) == ({LinkRefused}, ())


# --- The links of its owners


def owner_link(gathered: OpenedGathering, **differently: Any) -> Link:
    return replace(Link(gathered.owner.link, Reach.OWN, "", START, None, None, None), **differently)


def test_a_colleague_who_only_looks_changes_nothing_and_invites_nobody(
    gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name = gathered.owner, gathered.owner.gathering
    shared = gatherings.share(owner, name, Reach.LOOK, 30, " Ma\tcollègue\0 ")
    looking = gatherings.enter(ANYONE, shared.token, "browser", HERE)

    with pytest.raises(Refused) as raised:
        gatherings.note(looking, name, [("", "blind", "", {"on": True, "reason": ""})], 0)

    month = START + datetime.timedelta(days=30)
    assert shared.link == Link(shared.link.id, Reach.LOOK, "Ma collègue", START, month, None, None)
    assert gatherings.read(looking, name) == first(gathered, looks_only=True, code="", token="")
    assert str(raised.value) == (
        "collecte : ce lien permet seulement de regarder. Demandez un lien à qui a créé cette collecte."
    )


def test_links_tell_the_day_they_were_used_and_the_invitation_is_not_one_of_them(
    gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    clock.move(days=2, hours=3)
    gatherings.enter(ANYONE, gathered.token, "browser", HERE)
    gatherings.enter(ANYONE, gathered.gathering.token, "phone", HERE)

    day = datetime.date(2026, 11, 26)
    assert gatherings.links(gathered.owner, gathered.owner.gathering) == (owner_link(gathered, last_used=day),)


def test_an_owner_s_link_is_renewed_or_revoked_and_the_last_one_is_not(
    gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, name = gathered.owner, gathered.owner.gathering
    old = gatherings.share(owner, name, Reach.LOOK, 30, "Anna")
    clock.move(days=10)
    new = gatherings.renew(owner, name, old.link.id)
    mine = gatherings.renew(owner, name, owner.link)
    me = gatherings.enter(ANYONE, mine.token, "browser", HERE)

    with pytest.raises(StorageError) as last:
        gatherings.revoke(me, name, me.link)
    gatherings.revoke(me, name, new.link.id)

    for token in (gathered.token, old.token, new.token):
        with pytest.raises(LinkRefused):
            gatherings.enter(ANYONE, token, "browser", HERE)
    with pytest.raises(Refused):
        gatherings.read(owner, name)
    lasts = clock() + datetime.timedelta(days=30)
    assert new.link == Link(new.link.id, Reach.LOOK, "Anna", clock(), lasts, None, None)
    assert {each.label: each.revoked for each in gatherings.links(me, name)} == {"": None, "Anna": clock()}
    assert str(last.value) == (
        "liens : c'est le dernier lien qui ouvre toute la collecte : sans lui, personne n'y reviendrait. "
        "Remplacez-le, ou supprimez la collecte."
    )


@pytest.mark.parametrize("act", ["renew", "revoke"])
def test_the_invitation_and_the_links_of_another_gathering_are_left_alone(
    act: str, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name = gathered.owner, gathered.owner.gathering
    other = gatherings.create(ANYONE, TERMS, EDITION)
    before = rows_of(gatherings)

    for link in (other.owner.link, gatherings.invitation(owner, name).link, "none"):
        with pytest.raises(LinkRefused):
            getattr(gatherings, act)(owner, name, link)

    assert rows_of(gatherings) == before


def test_an_invitation_is_not_given_as_an_owner_s_link(gatherings: Gatherings, gathered: OpenedGathering):
    with pytest.raises(StorageError) as raised:
        gatherings.share(gathered.owner, gathered.owner.gathering, Reach.TAKE_PART, None, "")

    assert str(raised.value) == "liens : ce lien ne se donne pas ainsi. Donnez l'invitation de la collecte."


def test_whoever_was_let_in_as_a_guest_is_told_why_the_rest_is_closed(
    gatherings: Gatherings, gathered: OpenedGathering
):
    guest = gatherings.enter(ANYONE, gathered.gathering.code, "browser", HERE)

    with pytest.raises(Refused) as as_guest:
        gatherings.projects(guest, guest.gathering)
    with pytest.raises(Refused) as as_owner:
        gatherings.projects(Owner(guest.gathering, guest.link), guest.gathering)

    assert (str(as_guest.value), str(as_owner.value)) == (
        "collecte : ce lien permet seulement de déposer un projet. Ouvrez la collecte par son lien privé.",
        "collecte : vous n'y avez pas accès. Ouvrez-la par son lien privé.",
    )


def test_two_invitations_never_have_the_same_code(gatherings: Gatherings, gathered: OpenedGathering):
    """A code that another gathering has is passed over."""
    other = gatherings.create(ANYONE, TERMS, EDITION)
    taken = code_mark(b"pepper", code_of(b"pepper", other.owner.gathering, 2))
    with gatherings.database.writing() as connection:
        connection.execute(
            text("UPDATE gathering_links SET code = :taken WHERE gathering = :name AND code IS NOT NULL"),
            {"taken": taken, "name": gathered.owner.gathering},
        )

    renewed = gatherings.renew_invitation(other.owner, other.owner.gathering)

    assert renewed.code == code_of(b"pepper", other.owner.gathering, 3)
    assert gatherings.invited(ANYONE, renewed.code, HERE).gathering == other.owner.gathering
