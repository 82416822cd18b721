"""Safe while old code runs: adds an index that the database keeps by itself, as each can."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE documents_words_index USING fts5("
    "text, content='documents_words', content_rowid='document_id', tokenize='porter unicode61')",
    "CREATE TRIGGER documents_words_added AFTER INSERT ON documents_words BEGIN "
    "INSERT INTO documents_words_index(rowid, text) VALUES (new.document_id, new.text); END",
    "CREATE TRIGGER documents_words_gone AFTER DELETE ON documents_words BEGIN "
    "INSERT INTO documents_words_index(documents_words_index, rowid, text) "
    "VALUES ('delete', old.document_id, old.text); END",
    "CREATE TRIGGER documents_words_changed AFTER UPDATE ON documents_words BEGIN "
    "INSERT INTO documents_words_index(documents_words_index, rowid, text) "
    "VALUES ('delete', old.document_id, old.text); "
    "INSERT INTO documents_words_index(rowid, text) VALUES (new.document_id, new.text); END",
]
SQLITE_BACK = [
    "DROP TRIGGER documents_words_changed",
    "DROP TRIGGER documents_words_gone",
    "DROP TRIGGER documents_words_added",
    "DROP TABLE documents_words_index",
]
POSTGRESQL = [
    "ALTER TABLE documents_words ADD COLUMN found_by tsvector "
    "GENERATED ALWAYS AS (to_tsvector('english', text)) STORED",
    "CREATE INDEX documents_words_found_by ON documents_words USING gin (found_by)",
]
POSTGRESQL_BACK = ["ALTER TABLE documents_words DROP COLUMN found_by"]


def run(editor, on_sqlite, on_postgresql):
    for statement in on_postgresql if editor.connection.vendor == "postgresql" else on_sqlite:
        editor.execute(statement)


def add(apps, editor):
    run(editor, SQLITE, POSTGRESQL)


def remove(apps, editor):
    run(editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
