"""Take role and team away from accounts: memberships say both, and from when to when.

Not safe while old code runs: it reads the columns that go.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_everybody_belongs_somewhere"),
    ]

    operations = [
        migrations.RemoveField(model_name="user", name="role_key"),
        migrations.RemoveField(model_name="user", name="team"),
        migrations.AlterField(
            model_name="team",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="teams",
                to="accounts.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="team",
            name="name",
            field=models.CharField(max_length=80),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.UniqueConstraint(
                fields=["organisation", "name"], name="accounts_team_once_in_an_organisation"
            ),
        ),
    ]
