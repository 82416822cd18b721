"""Make a table of who is involved with a child, as what, and on what ground.

Safe while old code runs: it adds a table.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("accounts", "0003_organisations_and_memberships"),
    ]

    operations = [
        migrations.CreateModel(
            name="Involvement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="people.person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "ground",
                    models.CharField(
                        max_length=20,
                        choices=[
                            ("public_task", "A task that the law gives the organisation"),
                            ("health_or_care", "Giving health or social care"),
                            ("legal_obligation", "A duty in law to look at the record"),
                            ("consent", "The family’s agreement"),
                        ],
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=80)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation", "kind", "person", "starts_on", "ends_on"],
                        name="people_involved_organisation",
                        condition=Q(organisation__isnull=False),
                    ),
                    models.Index(
                        fields=["user", "kind", "person", "starts_on", "ends_on"],
                        name="people_involved_user",
                        condition=Q(user__isnull=False),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(organisation__isnull=False) | Q(user__isnull=False),
                        name="people_involvement_is_somebodys",
                    ),
                    models.CheckConstraint(
                        condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                        name="people_involvement_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=~Q(ground="consent") | ~Q(reference=""),
                        name="people_consent_can_be_looked_up",
                    ),
                ],
            },
        ),
    ]
