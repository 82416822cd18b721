"""Say of each entry as what somebody acted and on whom, and give looks a chain of their own.

Not safe while old code runs: old code writes entries without the chain they belong to into
columns that have no default in the database. Stop the service for this one.
"""

from django.db import migrations, models

from sendpath.audit.append_only import append_only

GUARD = append_only("audit_auditentry", refusal="audit entries are never changed or deleted")

text = {"blank": True, "default": ""}
number = models.PositiveBigIntegerField
NEW = {
    "chain": models.PositiveSmallIntegerField(choices=[(1, "changes"), (2, "looks")], default=1),
    "user": number(null=True),
    "role": models.CharField(max_length=100, **text),
    "organisation": models.CharField(max_length=200, **text),
    "purpose": models.CharField(max_length=30, **text),
    "child": number(null=True),
    "case": number(null=True),
    "listed": models.TextField(**text),
    "request": models.CharField(max_length=32, **text),
    "form": models.PositiveSmallIntegerField(default=1),
}


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_entries_are_append_only")]
    operations = [
        # SQLite makes a table anew to change it, and its triggers are lost on the way
        migrations.RunPython(GUARD.reverse_code, GUARD.code),
        *[
            migrations.AddField(model_name="auditentry", name=name, field=field)
            for name, field in NEW.items()
        ],
        migrations.AlterField(
            model_name="auditentry", name="number", field=models.PositiveBigIntegerField()
        ),
        migrations.AlterModelOptions(name="auditentry", options={"ordering": ["chain", "number"]}),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.UniqueConstraint(
                fields=("chain", "number"), name="audit_entry_number_once"
            ),
        ),
        migrations.RemoveIndex(model_name="auditentry", name="audit_entry_subject"),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["chain", "child", "at"], name="audit_entry_child"),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(fields=["chain", "at"], name="audit_entry_at"),
        ),
        migrations.RunPython(GUARD.code, GUARD.reverse_code),
    ]
