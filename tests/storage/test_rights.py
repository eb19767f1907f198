"""Who may do what: every public method that keeps, by every kind of principal, on what is theirs and another's.

What a test declares here must be exactly so; a method, an action or a standing that is not declared makes a test fail.
"""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from scenes import PRINCIPALS, Place, Scene, expected, opened_scene
from stores import DIGEST, EDITION, ENGINES, TERMS, answer

from assessment.storage import acts, gatherings, store
from assessment.storage.acts import Acts
from assessment.storage.gathered import Given
from assessment.storage.gatherings import Gatherings
from assessment.storage.principals import Principal
from assessment.storage.rights import ALLOWED, OF_GATHERINGS, Action, Reach, Right, Standing
from assessment.storage.store import Store

VISITOR, RUNNER = {"anyone"}, {"operator"}
WRITER, READERS = {"writer"}, {"writer", "reader"}
OWNER, LOOKERS, INVITED = {"owner"}, {"owner", "observer"}, {"owner", "observer", "guest"}
#: Method -> the principals who may, on the dossier or gathering that is theirs when they have one. Nobody else may.
MAY: Mapping[str, set[str]] = {
    "Store.create": VISITOR,
    "Store.enter": VISITOR,
    "Store.visit": VISITOR,
    "Store.visits": VISITOR,
    "Store.leave": READERS,
    "Store.read": READERS,
    "Store.news": READERS,
    "Store.save": WRITER,
    "Store.everything": WRITER,
    "Store.links": WRITER,
    "Store.deposits": WRITER,
    "Store.share": WRITER,
    "Store.renew": WRITER,
    "Store.revoke": WRITER,
    "Store.deposit": WRITER,
    "Store.withdraw": WRITER,
    "Store.delete": WRITER,
    "Store.purge": RUNNER,
    "Store.figures": RUNNER,
    "Store.verify": RUNNER,
    "Store.back_up": RUNNER,
    "Store.restore": RUNNER,
    "Gatherings.create": VISITOR,
    "Gatherings.enter": VISITOR,
    "Gatherings.invited": VISITOR,
    "Gatherings.visit": VISITOR,
    "Gatherings.visits": VISITOR,
    "Gatherings.leave": INVITED,
    "Gatherings.invitation": INVITED,
    "Gatherings.deposit": WRITER,
    "Gatherings.read": LOOKERS,
    "Gatherings.projects": LOOKERS,
    "Gatherings.noted": LOOKERS,
    "Gatherings.renew_invitation": OWNER,
    "Gatherings.revoke_invitation": OWNER,
    "Gatherings.change": OWNER,
    "Gatherings.add": OWNER,
    "Gatherings.remove": OWNER,
    "Gatherings.note": OWNER,
    "Gatherings.links": OWNER,
    "Gatherings.share": OWNER,
    "Gatherings.renew": OWNER,
    "Gatherings.revoke": OWNER,
    "Gatherings.everything": OWNER,
    "Gatherings.delete": OWNER,
}
#: Standing -> the actions that it allows; all the others are refused.
ACTIONS: Mapping[str, set[str]] = {
    "anyone": {"create", "enter", "return", "gather"},
    "writer": {
        *("read", "save", "export", "see_access", "share", "renew", "revoke"),
        *("leave", "deposit", "withdraw", "delete"),
    },
    "reader": {"read", "leave"},
    "owner": {
        *("see_invitation", "see_gathering", "leave_gathering", "change_gathering", "invite", "see_owners"),
        *("share_gathering", "renew_owner", "revoke_owner", "add", "remove", "note", "take_away", "delete_gathering"),
    },
    "observer": {"see_invitation", "see_gathering", "leave_gathering"},
    "guest": {"see_invitation", "leave_gathering", "give"},
    "operator": {"purge", "count", "verify", "back_up", "restore"},
    "elsewhere": set(),
    "revoked": set(),
    "expired": set(),
}
#: Method -> what calls it as somebody, on a place.
CALLS: Mapping[str, Callable[[Scene, Principal, Place], object]] = {
    "Store.create": lambda at, who, on: at.store.create(who, EDITION, DIGEST),
    "Store.enter": lambda at, who, on: at.store.enter(who, on.opened.token, "browser", "192.0.2.1"),
    "Store.visit": lambda at, who, on: at.store.visit(who, "browser", on.dossier),
    "Store.visits": lambda at, who, on: at.store.visits(who, "browser"),
    "Store.leave": lambda at, who, on: at.store.leave(who, on.dossier, "browser"),
    "Store.read": lambda at, who, on: at.store.read(who, on.dossier),
    "Store.news": lambda at, who, on: at.store.news(who, on.dossier, 0),
    "Store.save": lambda at, who, on: at.store.save(who, on.dossier, (answer("BES1", 2),), 1),
    "Store.everything": lambda at, who, on: at.store.everything(who, on.dossier),
    "Store.links": lambda at, who, on: at.store.links(who, on.dossier),
    "Store.deposits": lambda at, who, on: at.store.deposits(who, on.dossier),
    "Store.share": lambda at, who, on: at.store.share(who, on.dossier, Right.ANSWER, None, ""),
    "Store.renew": lambda at, who, on: at.store.renew(who, on.dossier, on.opened.holder.link),
    "Store.revoke": lambda at, who, on: at.store.revoke(who, on.dossier, on.opened.holder.link),
    "Store.deposit": lambda at, who, on: at.store.deposit(who, on.dossier, "Fondation", "Oui."),
    "Store.withdraw": lambda at, who, on: at.store.withdraw(who, on.dossier, on.given),
    "Store.delete": lambda at, who, on: at.store.delete(who, on.dossier),
    "Store.purge": lambda at, who, on: at.store.purge(who),
    "Store.figures": lambda at, who, on: at.store.figures(who),
    "Store.verify": lambda at, who, on: at.store.verify(who),
    "Store.back_up": lambda at, who, on: at.store.back_up(who, at.backup),
    "Store.restore": lambda at, who, on: at.store.restore(who, at.backup, True),
    "Gatherings.create": lambda at, who, on: at.gatherings.create(who, TERMS, EDITION),
    "Gatherings.enter": lambda at, who, on: at.gatherings.enter(who, on.gathered.token, "browser", "192.0.2.1"),
    "Gatherings.invited": lambda at, who, on: at.gatherings.invited(
        who, at.gatherings.read(on.gathered.owner, on.gathering).code, "192.0.2.1"
    ),
    "Gatherings.visit": lambda at, who, on: at.gatherings.visit(who, "browser", on.gathering),
    "Gatherings.visits": lambda at, who, on: at.gatherings.visits(who, "browser"),
    "Gatherings.leave": lambda at, who, on: at.gatherings.leave(who, on.gathering, "browser"),
    "Gatherings.invitation": lambda at, who, on: at.gatherings.invitation(who, on.gathering),
    "Gatherings.deposit": lambda at, who, on: at.gatherings.deposit(
        who, on.dossier, on.invitation, ("result",), "Oui."
    ),
    "Gatherings.read": lambda at, who, on: at.gatherings.read(who, on.gathering),
    "Gatherings.projects": lambda at, who, on: at.gatherings.projects(who, on.gathering),
    "Gatherings.noted": lambda at, who, on: at.gatherings.noted(who, on.gathering),
    "Gatherings.renew_invitation": lambda at, who, on: at.gatherings.renew_invitation(who, on.gathering),
    "Gatherings.revoke_invitation": lambda at, who, on: at.gatherings.revoke_invitation(who, on.gathering),
    "Gatherings.change": lambda at, who, on: at.gatherings.change(who, on.gathering, TERMS),
    "Gatherings.add": lambda at, who, on: at.gatherings.add(
        who, on.gathering, [Given({"project": {"answers": {}}}, "table", "")]
    ),
    "Gatherings.remove": lambda at, who, on: at.gatherings.remove(who, on.gathering, on.imported),
    "Gatherings.note": lambda at, who, on: at.gatherings.note(
        who, on.gathering, [("", "blind", "", {"on": True, "reason": ""})], 0
    ),
    "Gatherings.links": lambda at, who, on: at.gatherings.links(who, on.gathering),
    "Gatherings.share": lambda at, who, on: at.gatherings.share(who, on.gathering, Reach.OWN, None, ""),
    "Gatherings.renew": lambda at, who, on: at.gatherings.renew(who, on.gathering, on.colleague),
    "Gatherings.revoke": lambda at, who, on: at.gatherings.revoke(who, on.gathering, on.colleague),
    "Gatherings.everything": lambda at, who, on: at.gatherings.everything(who, on.gathering),
    "Gatherings.delete": lambda at, who, on: at.gatherings.delete(who, on.gathering),
}


KINDS: Mapping[str, type[Acts]] = {"Store": Store, "Gatherings": Gatherings}


def public_methods() -> set[str]:
    return {
        f"{kind.__name__}.{name}"
        for kind in KINDS.values()
        for name, _ in inspect.getmembers(kind, callable)
        if not name.startswith("_")
    }


@pytest.fixture(name="at", scope="module", params=ENGINES)
def _at(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """One scene for all the cases; its backup brings it back after those that change it."""
    with opened_scene(request, tmp_path_factory.mktemp("rights")) as scene:
        yield scene


@pytest.mark.parametrize("name", PRINCIPALS)
@pytest.mark.parametrize("method", sorted(public_methods()))
def test_a_method_is_open_to_whom_it_is_declared_and_to_nobody_else(method: str, name: str, at: Scene):
    found = at.found(lambda who, place: CALLS[method](at, who, place), name)

    assert found == expected(MAY[method], name)


def test_every_public_method_is_declared_and_called():
    assert (set(MAY), set(CALLS)) == (public_methods(), public_methods())


def test_every_standing_allows_what_is_declared_and_nothing_else():
    assert {
        standing.value: {action.value for action in ALLOWED.get(standing, frozenset())} for standing in Standing
    } == ACTIONS


def test_every_action_is_declared_for_somebody():
    assert {action.value for action in Action} == set().union(*ACTIONS.values())


def test_no_act_of_a_dossier_is_allowed_to_who_stands_in_a_gathering_nor_the_other_way_round():
    """A name of one that would be taken for a name of the other gives nothing."""
    of_dossiers = (Standing.WRITER, Standing.READER, Standing.OPERATOR)
    of_gatherings = (Standing.OWNER, Standing.OBSERVER, Standing.GUEST)

    assert set().union(*(ALLOWED[each] for each in of_dossiers)) & OF_GATHERINGS == set()
    assert set().union(*(ALLOWED[each] for each in of_gatherings)) - OF_GATHERINGS == set()


def test_every_scene_has_every_principal(at: Scene):
    assert set(at.principals) == set(PRINCIPALS)


# --- Read from the source: nothing is touched before the right to do so is asked


def methods() -> list[ast.FunctionDef]:
    """Every public method of what takes acts."""
    return [
        each
        for module in (acts, store, gatherings)
        for node in ast.parse(Path(module.__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        for each in node.body
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")
    ]


def test_nothing_else_takes_acts():
    assert {each.__name__ for each in Acts.__subclasses__()} == {"Store", "Gatherings"}


def asks_first(statement: ast.stmt) -> bool:
    """Whether it begins by `with self._reading(principal, Action.X…)`, or the same for writing."""
    if not isinstance(statement, ast.With):
        return False
    call = ast.unparse(statement.items[0].context_expr)
    return call.startswith(("self._reading(principal, Action.", "self._writing(principal, Action."))


def touches_the_database(statement: ast.stmt) -> bool:
    return any(word in ast.unparse(statement) for word in ("connection", "self.database", "self._reading", "_writing"))


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.name)
def test_a_method_asks_for_the_right_before_it_touches_the_database(method: ast.FunctionDef):
    touching = [statement for statement in method.body if touches_the_database(statement)]

    assert [argument.arg for argument in method.args.args[:2]] == ["self", "principal"]
    if touching:
        assert asks_first(touching[0])
    else:
        assert ast.unparse(method.body[-1]).count("(principal, ") == 1


def test_who_asks_is_never_left_out():
    optional = {
        name: parameter.default
        for kind, _, name in (each.partition(".") for each in public_methods())
        for parameter in list(inspect.signature(getattr(KINDS[kind], name)).parameters.values())[1:2]
        if parameter.default is not inspect.Parameter.empty
    }

    assert optional == {}
