"""Keep beside each due day the day to act by on every reading, and list by it.

Not safe while old code runs: it writes deadlines without that day. Stop the workers first. The
day is filled with the due day here; `sendpath rebuild` afterwards puts the stricter ones in.
"""

from django.db import migrations, models
from django.db.models import F, Q

TO_DO = Q(done_on__isnull=True, ended_on__isnull=True, listed=True)
INDEXES = {
    "casework_to_do": [
        *("alert_on", "case", "clock", "run"),
        *("due_on", "untold", "officer", "team", "id"),
    ],
    "casework_to_do_by_officer": ["officer", "alert_on", "due_on", "untold", "clock", "team"],
    "casework_to_do_by_team": ["team", "alert_on", "due_on", "untold", "clock", "officer"],
}


def fill(apps, schema_editor):
    apps.get_model("casework", "CaseDeadline").objects.update(alert_on=F("due_on"))


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_no_index_that_nothing_reads")]
    operations = [
        migrations.AddField("casedeadline", "alert_on", models.DateField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AlterField("casedeadline", "alert_on", models.DateField()),
        *(migrations.RemoveIndex("casedeadline", name) for name in INDEXES),
        *(
            migrations.AddIndex(
                "casedeadline", models.Index(fields=fields, name=name, condition=TO_DO)
            )
            for name, fields in INDEXES.items()
        ),
    ]
