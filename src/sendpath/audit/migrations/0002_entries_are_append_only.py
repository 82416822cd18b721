"""Make the database itself refuse to change or delete an audit entry.

Safe while old code runs: nothing in it updates or deletes these rows.
"""

from django.db import migrations

from sendpath.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        append_only("audit_auditentry", refusal="audit entries are never changed or deleted")
    ]
