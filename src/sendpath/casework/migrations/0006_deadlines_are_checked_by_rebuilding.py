"""Leave a deadline's keys unchecked by the database. Safe while old code runs.

What rows there are follows from cases, whose own keys are checked, and is compared with a rebuild
each night. PostgreSQL spent as long on checking them again as on everything else in a rebuild.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0008_identities"),
        ("casework", "0005_alerts_go_by_the_safest_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="casedeadline",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="casework.case",
            ),
        ),
        migrations.AlterField(
            model_name="casedeadline",
            name="officer",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="casedeadline",
            name="team",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="accounts.team",
            ),
        ),
    ]
