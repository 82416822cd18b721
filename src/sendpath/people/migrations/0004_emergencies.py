"""Make a table of records that were opened in an emergency.

Safe while old code runs: it adds a table.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

REASONS = [
    ("safety", "Somebody is at risk of harm"),
    ("health", "Urgent medical treatment depends on it"),
    ("place", "A child has nowhere to be taught or to stay today"),
    ("tribunal", "The Tribunal or a court has ordered something for today"),
    ("absence", "Whoever holds the case is away, and it cannot wait for cover"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_families"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyAccess",
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
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reason", models.CharField(max_length=20, choices=REASONS)),
                ("words", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("justified", models.BooleanField(null=True)),
                ("finding", models.TextField(blank=True)),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reviewed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-opened_at", "-pk"],
                "indexes": [
                    models.Index(fields=["user", "ends_at", "person"], name="people_opened_by"),
                    models.Index(
                        fields=["opened_at"],
                        name="people_opened_to_review",
                        condition=Q(reviewed_at__isnull=True),
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            reviewed_at__isnull=True,
                            reviewed_by__isnull=True,
                            justified__isnull=True,
                        )
                        | Q(
                            reviewed_at__isnull=False,
                            reviewed_by__isnull=False,
                            justified__isnull=False,
                        ),
                        name="people_emergency_review_is_whole",
                    ),
                ],
            },
        ),
    ]
