"""Add how urgent a job is, what is asked for once, and who closed it and why.

Safe while old code runs: new columns are empty or have a default in the database.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="job",
            name="closed_because",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="job",
            name="closed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="job",
            name="fault_code",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="job",
            name="key",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="job",
            name="long",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="job",
            name="urgency",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (0, "Somebody waits for it"),
                    (1, "Soon"),
                    (2, "When there is nothing else to do"),
                ],
                db_default=1,
                default=1,
            ),
        ),
        migrations.AlterField(
            model_name="job",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("running", "Running"),
                    ("done", "Done"),
                    ("failed", "Failed"),
                    ("cancelled", "Cancelled"),
                    ("given_up", "Given Up"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["ended_at"], name="jobs_job_ended"),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("key", ""), _negated=True),
                    models.Q(("state__in", ["cancelled", "given_up"]), _negated=True),
                ),
                fields=("kind", "key"),
                name="jobs_job_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_by__isnull", False), ("state__in", ["cancelled", "given_up"])
                    ),
                    models.Q(
                        models.Q(("state__in", ["cancelled", "given_up"]), _negated=True),
                        ("closed_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="jobs_job_closed_by_somebody",
            ),
        ),
    ]
