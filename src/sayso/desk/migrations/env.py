"""What Alembic runs: migrations on the connection that `migrate` was given."""

from alembic import context

from sayso.desk.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # The transaction is the store's: it holds the lock, and keeps all steps or none.
    transactional_ddl=False,
)
context.run_migrations()
