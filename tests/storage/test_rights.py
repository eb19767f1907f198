"""Who may do what: every public method of the store, by every kind of principal, on their dossier and another's.

What a test declares here must be exactly so; a method, an action or a standing that is not declared makes a test fail.
"""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from stores import DIGEST, EDITION, ENGINES, Clock, answer, opened_at, rows_of

from assessment.storage import store as module
from assessment.storage.kept import Opened
from assessment.storage.links import new_id
from assessment.storage.principals import ANYONE, OPERATOR, Holder, Principal
from assessment.storage.rights import ALLOWED, Action, Refused, Right, Standing
from assessment.storage.store import Store

VISITOR, RUNNER = {"anyone"}, {"operator"}
WRITER, READERS = {"writer"}, {"writer", "reader"}
#: Method -> the principals who may, on the dossier that is theirs when they have one. Nobody else may.
MAY: Mapping[str, set[str]] = {
    "create": VISITOR,
    "enter": VISITOR,
    "visit": VISITOR,
    "visits": VISITOR,
    "leave": READERS,
    "read": READERS,
    "news": READERS,
    "save": WRITER,
    "everything": WRITER,
    "links": WRITER,
    "deposits": WRITER,
    "share": WRITER,
    "renew": WRITER,
    "revoke": WRITER,
    "deposit": WRITER,
    "withdraw": WRITER,
    "delete": WRITER,
    "purge": RUNNER,
    "figures": RUNNER,
    "verify": RUNNER,
    "back_up": RUNNER,
    "restore": RUNNER,
}
#: Standing -> the actions that it allows; all the others are refused.
ACTIONS: Mapping[str, set[str]] = {
    "anyone": {"create", "enter", "return"},
    "writer": {
        *("read", "save", "export", "see_access", "share", "renew", "revoke"),
        *("leave", "deposit", "withdraw", "delete"),
    },
    "reader": {"read", "leave"},
    "operator": {"purge", "count", "verify", "back_up", "restore"},
    "elsewhere": set(),
    "revoked": set(),
    "expired": set(),
}
PRINCIPALS = (
    "anyone",
    "writer",
    "reader",
    "revoked writer",
    "revoked reader",
    "expired writer",
    "expired reader",
    "holder of another dossier",
    "holder with the link of another dossier",
    "holder with an invented link",
    "holder of a deleted dossier",
    "holder of no dossier",
    "operator",
)
#: Those whom no dossier concerns: the same on any.
WITHOUT_DOSSIER = {"anyone", "operator"}


@dataclass(frozen=True)
class Scene:
    """Two dossiers with a link and a deposit each, every kind of principal, and a backup of it all."""

    store: Store
    own: Opened
    other: Opened
    deposits: Mapping[Opened, str]
    principals: Mapping[str, Principal]
    backup: Path


def scene(store: Store, clock: Clock, folder: Path) -> Scene:
    own, other, gone = (store.create(ANYONE, EDITION, DIGEST) for _ in range(3))
    name = own.holder.dossier

    def guest(right: Right, days: int | None, *, revoked: bool = False) -> Holder:
        link = store.share(own.holder, name, right, days, "").link.id
        if revoked:
            store.revoke(own.holder, name, link)
        return Holder(name, link)

    principals = {
        "anyone": ANYONE,
        "writer": own.holder,
        "reader": guest(Right.READ, None),
        "revoked writer": guest(Right.ANSWER, None, revoked=True),
        "revoked reader": guest(Right.READ, None, revoked=True),
        "expired writer": guest(Right.ANSWER, 1),
        "expired reader": guest(Right.READ, 1),
        "holder of another dossier": other.holder,
        "holder with the link of another dossier": Holder(name, other.holder.link),
        "holder with an invented link": Holder(name, new_id()),
        "holder of a deleted dossier": gone.holder,
        "holder of no dossier": Holder("", ""),
        "operator": OPERATOR,
    }
    given = {each: store.deposit(each.holder, each.holder.dossier, "Fondation", "Oui.").id for each in (own, other)}
    store.delete(gone.holder, gone.holder.dossier)
    clock.move(days=2)
    path = folder / "backup"
    store.back_up(OPERATOR, path)
    return Scene(store, own, other, given, principals, path)


#: Method -> what calls it as somebody, on a dossier.
CALLS: Mapping[str, Callable[[Scene, Principal, Opened], object]] = {
    "create": lambda at, who, on: at.store.create(who, EDITION, DIGEST),
    "enter": lambda at, who, on: at.store.enter(who, on.token, "browser", "192.0.2.1"),
    "visit": lambda at, who, on: at.store.visit(who, "browser", on.holder.dossier),
    "visits": lambda at, who, on: at.store.visits(who, "browser"),
    "leave": lambda at, who, on: at.store.leave(who, on.holder.dossier, "browser"),
    "read": lambda at, who, on: at.store.read(who, on.holder.dossier),
    "news": lambda at, who, on: at.store.news(who, on.holder.dossier, 0),
    "save": lambda at, who, on: at.store.save(who, on.holder.dossier, (answer("BES1", 3),), 0),
    "everything": lambda at, who, on: at.store.everything(who, on.holder.dossier),
    "links": lambda at, who, on: at.store.links(who, on.holder.dossier),
    "deposits": lambda at, who, on: at.store.deposits(who, on.holder.dossier),
    "share": lambda at, who, on: at.store.share(who, on.holder.dossier, Right.ANSWER, None, ""),
    "renew": lambda at, who, on: at.store.renew(who, on.holder.dossier, on.holder.link),
    "revoke": lambda at, who, on: at.store.revoke(who, on.holder.dossier, on.holder.link),
    "deposit": lambda at, who, on: at.store.deposit(who, on.holder.dossier, "Fondation", "Oui."),
    "withdraw": lambda at, who, on: at.store.withdraw(who, on.holder.dossier, at.deposits[on]),
    "delete": lambda at, who, on: at.store.delete(who, on.holder.dossier),
    "purge": lambda at, who, on: at.store.purge(who),
    "figures": lambda at, who, on: at.store.figures(who),
    "verify": lambda at, who, on: at.store.verify(who),
    "back_up": lambda at, who, on: at.store.back_up(who, at.backup),
    "restore": lambda at, who, on: at.store.restore(who, at.backup, True),
}


def public_methods() -> set[str]:
    return {name for name, found in inspect.getmembers(Store, callable) if not name.startswith("_")}


@pytest.fixture(name="at", scope="module", params=ENGINES)
def _at(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """One scene for all the cases; its backup brings it back after those that change it."""
    folder, clock = tmp_path_factory.mktemp("rights"), Clock()
    address = f"sqlite:///{folder / 'dossiers.db'}"
    if request.param == "postgres":
        address = request.getfixturevalue("postgres").fresh_database()
    with opened_at(address, clock) as store:
        yield scene(store, clock, folder)


@pytest.mark.parametrize("name", PRINCIPALS)
@pytest.mark.parametrize("method", sorted(public_methods()))
def test_a_method_is_open_to_whom_it_is_declared_and_to_nobody_else(method: str, name: str, at: Scene):
    found, before = {}, rows_of(at.store)
    for place, dossier in (("own", at.own), ("other", at.other)):
        try:
            CALLS[method](at, at.principals[name], dossier)
            found[place] = "allowed"
        except Refused:
            found[place] = "refused" if rows_of(at.store) == before else "refused, yet something was written"
        if rows_of(at.store) != before:
            at.store.restore(OPERATOR, at.backup, True)
            before = rows_of(at.store)

    on_own, on_other = name in MAY[method], name in MAY[method] & WITHOUT_DOSSIER
    if name == "holder of another dossier":
        on_other = "writer" in MAY[method]
    may = {True: "allowed", False: "refused"}
    assert found == {"own": may[on_own], "other": may[on_other]}


def test_every_public_method_of_the_store_is_declared_and_called():
    assert (set(MAY), set(CALLS)) == (public_methods(), public_methods())


def test_every_standing_allows_what_is_declared_and_nothing_else():
    assert {
        standing.value: {action.value for action in ALLOWED.get(standing, frozenset())} for standing in Standing
    } == ACTIONS


def test_every_action_is_declared_for_somebody():
    assert {action.value for action in Action} == set().union(*ACTIONS.values())


# --- Read from the source: nothing is touched before the right to do so is asked


def methods() -> list[ast.FunctionDef]:
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    (of_store,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Store")
    return [each for each in of_store.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")]


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
        for name in public_methods()
        for parameter in list(inspect.signature(getattr(Store, name)).parameters.values())[1:2]
        if parameter.default is not inspect.Parameter.empty
    }

    assert optional == {}
