"""What the ORM cannot do quickly enough, for SQLite and for PostgreSQL."""
