"""Drop the slots of nightly jobs, which planned runs replace.

Not safe while old workers run: stop them first. Old web processes may go on.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0003_planned_runs_and_workers"),
    ]

    operations = [
        migrations.DeleteModel(
            name="Slot",
        ),
    ]
