"""Gatherings, their links, the browsers let in, their journal and the projects given to them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID, HASH, WORD, NAME, LABEL = sa.String(16), sa.String(64), sa.String(40), sa.String(120), sa.String(200)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of gatherings."""
    op.create_table(
        "gatherings",
        _needed("id", ID, primary_key=True),
        _needed("title", LABEL),
        _needed("purpose", WORD),
        _needed("parts", LABEL),
        sa.Column("closes", sa.String(10)),
        _needed("shares", LABEL),
        _needed("notice", sa.Text),
        _needed("edition", NAME),
        _needed("seq", sa.Integer),
        _needed("serial", sa.Integer),
        _needed("arrived", sa.Integer),
        _needed("version", sa.Integer),
        _needed("created", MOMENT),
        _needed("active", MOMENT, index=True),
    )
    _make_access()
    op.create_table(
        "gathering_journal",
        _of_gathering(primary_key=True),
        _needed("seq", sa.Integer, primary_key=True, autoincrement=False),
        _needed("project", ID),
        _needed("kind", WORD),
        _needed("key", LABEL),
        _needed("value", sa.Text),
        _needed("at", MOMENT),
        _needed("link", ID),
        _needed("digest", HASH),
        sa.Index("notes_of_project", "project"),
    )
    _make_projects()


def _make_access() -> None:
    op.create_table(
        "gathering_links",
        _needed("id", ID, primary_key=True),
        _of_gathering(),
        _needed("hash", HASH, unique=True),
        sa.Column("code", HASH, unique=True),
        _needed("right", WORD),
        _needed("label", LABEL),
        _needed("created", MOMENT),
        sa.Column("expires", MOMENT),
        sa.Column("last_used", sa.String(10)),
        sa.Column("revoked", MOMENT),
        sa.Index("links_of_gathering", "gathering"),
    )
    link = sa.ForeignKey("gathering_links.id", ondelete="CASCADE")
    op.create_table(
        "gathering_visits",
        _needed("session", HASH, primary_key=True),
        _of_gathering(primary_key=True),
        sa.Column("link", ID, link, primary_key=True, nullable=False),
        _needed("ends", MOMENT),
        sa.Index("visits_of_gathering_link", "link"),
    )


def _make_projects() -> None:
    op.create_table(
        "projects",
        _needed("id", ID, primary_key=True),
        _of_gathering(),
        _needed("number", sa.Integer),
        sa.Column("dossier", ID, sa.ForeignKey("dossiers.id", ondelete="SET NULL")),
        sa.Column("seq", sa.Integer),
        _needed("edition", NAME),
        _needed("at", MOMENT),
        _needed("origin", WORD),
        _needed("source", LABEL),
        _needed("shares", LABEL),
        _needed("consent", sa.Text),
        _needed("content", sa.Text),
        _needed("replaces", ID),
        sa.Column("replaced", MOMENT),
        _needed("digest", HASH),
        sa.Index("projects_of_gathering", "gathering", "number", unique=True),
        sa.Index("projects_of_dossier", "dossier"),
    )


def _needed(name: str, kind: sa.types.TypeEngine, **more: bool) -> sa.Column:
    return sa.Column(name, kind, nullable=False, **more)


def _of_gathering(*, primary_key: bool = False) -> sa.Column:
    gathering = sa.ForeignKey("gatherings.id", ondelete="CASCADE")
    return sa.Column("gathering", ID, gathering, primary_key=primary_key, nullable=False)
