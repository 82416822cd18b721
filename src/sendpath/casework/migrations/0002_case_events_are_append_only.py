"""Make the database itself refuse to change or delete a case event.

Safe while old code runs: nothing in it updates or deletes these rows.
"""

from django.db import migrations

from sendpath.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [
        append_only("casework_caseevent", refusal="case events are never changed or deleted")
    ]
