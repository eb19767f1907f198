"""Alembic's way in: the connection given, one transaction for all the steps."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,  # on SQLite too: we open the transaction ourselves
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
