"""Drop two indexes of deadlines that nothing reads and every import has to write.

Safe while old code runs: it looks deadlines up by who holds them only among those to be done,
which have indexes of their own.
"""

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import CASCADE


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_the_worklist_reads_one_index")]
    operations = [
        migrations.AlterField(
            "casedeadline",
            name,
            models.ForeignKey(to, on_delete=CASCADE, null=True, related_name="+", db_index=False),
        )
        for name, to in (("officer", settings.AUTH_USER_MODEL), ("team", "accounts.team"))
    ]
