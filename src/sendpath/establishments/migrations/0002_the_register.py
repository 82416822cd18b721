"""Add what the register says of establishments, and its loads.

Safe while old code runs: new tables, and one column that may be empty.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("establishments", "0001_initial"),
        ("jobs", "0004_no_nightly_slots"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EstablishmentDetails",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_day", models.DateField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=120)),
                ("la_code", models.CharField(max_length=3)),
                ("la_name", models.CharField(blank=True, max_length=120)),
                ("number", models.CharField(blank=True, max_length=4)),
                ("ukprn", models.CharField(blank=True, max_length=8)),
                ("type_code", models.CharField(max_length=3)),
                ("type_name", models.CharField(blank=True, max_length=120)),
                ("group_code", models.CharField(blank=True, max_length=3)),
                ("group_name", models.CharField(blank=True, max_length=120)),
                ("further_type", models.CharField(blank=True, max_length=120)),
                ("phase_code", models.CharField(blank=True, max_length=2)),
                ("phase_name", models.CharField(blank=True, max_length=120)),
                ("status_code", models.CharField(max_length=2)),
                ("status_name", models.CharField(blank=True, max_length=120)),
                ("opened_on", models.DateField(null=True)),
                ("open_reason", models.CharField(blank=True, max_length=120)),
                ("closed_on", models.DateField(null=True)),
                ("close_reason", models.CharField(blank=True, max_length=120)),
                ("low_age", models.PositiveIntegerField(null=True)),
                ("high_age", models.PositiveIntegerField(null=True)),
                ("gender", models.CharField(blank=True, max_length=40)),
                ("boarders", models.CharField(blank=True, max_length=120)),
                ("nursery", models.CharField(blank=True, max_length=120)),
                ("sixth_form", models.CharField(blank=True, max_length=120)),
                ("capacity", models.PositiveIntegerField(null=True)),
                ("pupils", models.PositiveIntegerField(null=True)),
                ("census_on", models.DateField(null=True)),
                ("special_classes", models.CharField(blank=True, max_length=120)),
                ("sen_types", models.JSONField(default=list)),
                ("resourced_type", models.CharField(blank=True, max_length=120)),
                ("resourced_capacity", models.PositiveIntegerField(null=True)),
                ("resourced_on_roll", models.PositiveIntegerField(null=True)),
                ("unit_capacity", models.PositiveIntegerField(null=True)),
                ("unit_on_roll", models.PositiveIntegerField(null=True)),
                ("section_41", models.CharField(blank=True, max_length=40)),
                ("trust", models.CharField(blank=True, max_length=200)),
                ("head", models.CharField(blank=True, max_length=200)),
                ("head_title", models.CharField(blank=True, max_length=120)),
                ("street", models.CharField(blank=True, max_length=120)),
                ("locality", models.CharField(blank=True, max_length=120)),
                ("address_3", models.CharField(blank=True, max_length=120)),
                ("town", models.CharField(blank=True, max_length=120)),
                ("county", models.CharField(blank=True, max_length=120)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("easting", models.PositiveIntegerField(null=True)),
                ("northing", models.PositiveIntegerField(null=True)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("website", models.CharField(blank=True, max_length=200)),
                ("inspected_on", models.DateField(null=True)),
                ("changed_on", models.DateField(null=True)),
                (
                    "establishment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="establishments.establishment",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="establishment",
            name="details",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="establishments.establishmentdetails",
            ),
        ),
        migrations.CreateModel(
            name="RegisterLoad",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("extract_on", models.DateField()),
                ("sha256", models.CharField(max_length=64)),
                ("links_sha256", models.CharField(blank=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Reading"),
                            ("ready", "Ready"),
                            ("accepting", "Accepting"),
                            ("accepted", "Accepted"),
                            ("refused", "Refused"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="reading",
                        max_length=10,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("unknown_columns", models.JSONField(default=list)),
                ("lacking_columns", models.JSONField(default=list)),
                ("loaded_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="jobs.job",
                    ),
                ),
                (
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("urn", models.CharField(blank=True, max_length=6)),
                ("words", models.TextField()),
                ("blocks", models.BooleanField()),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faults",
                        to="establishments.registerload",
                    ),
                ),
            ],
            options={
                "ordering": ["load", "-blocks", "line"],
            },
        ),
        migrations.CreateModel(
            name="RegisterChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urn", models.CharField(max_length=6)),
                ("name", models.CharField(max_length=120)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                            ("changed", "Changed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fields", models.JSONField(default=list)),
                (
                    "load",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="establishments.registerload",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EstablishmentLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urn", models.CharField(max_length=6)),
                ("other_urn", models.CharField(max_length=6)),
                ("other_name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=80)),
                ("since", models.DateField(null=True)),
                (
                    "first_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="establishments.registerload",
                    ),
                ),
                (
                    "gone_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="establishments.registerload",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="establishmentdetails",
            name="load",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="establishments.registerload",
            ),
        ),
        migrations.AddConstraint(
            model_name="registerload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                    _connector="OR",
                ),
                name="establishments_load_accepted_by_and_at",
            ),
        ),
        migrations.AddIndex(
            model_name="registerchange",
            index=models.Index(
                fields=["load", "verdict", "urn"], name="establishments_change_verdict"
            ),
        ),
        migrations.AddConstraint(
            model_name="establishmentlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone_in__isnull", True)),
                fields=("urn", "other_urn", "kind"),
                name="establishments_link_once",
            ),
        ),
        migrations.AddIndex(
            model_name="establishmentdetails",
            index=models.Index(fields=["town"], name="establishments_town"),
        ),
        migrations.AddConstraint(
            model_name="establishmentdetails",
            constraint=models.UniqueConstraint(
                fields=("establishment", "load"), name="establishments_details_once_a_load"
            ),
        ),
    ]
