"""Let an account have the role of system keeper.

Safe while old code runs: the column stays as it is, only what may be written in it grows.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_the_legal_lead"),
    ]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="role_key",
            field=models.CharField(
                choices=[
                    ("officer", "SEND officer"),
                    ("team_manager", "Team manager"),
                    ("data_officer", "Data officer"),
                    ("head_of_service", "Head of SEND"),
                    ("legal_lead", "Legal lead"),
                    ("system_keeper", "System keeper"),
                ],
                default="officer",
                max_length=30,
            ),
        ),
    ]
