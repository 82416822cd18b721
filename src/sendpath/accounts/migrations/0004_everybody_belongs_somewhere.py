"""Give every account the membership that its role and team amounted to, in the council.

Safe while old code runs: it only adds rows, and old code reads none of them.
"""

from django.conf import settings
from django.db import migrations


def give(apps, schema_editor):
    User, Team = apps.get_model("accounts", "User"), apps.get_model("accounts", "Team")
    if not User.objects.exists() and not Team.objects.exists():
        return
    council, _ = apps.get_model("accounts", "Organisation").objects.get_or_create(
        kind="council", code=settings.LA, defaults={"name": f"{settings.AREA} council"}
    )
    Team.objects.filter(organisation=None).update(organisation=council)
    Membership = apps.get_model("accounts", "Membership")
    Membership.objects.bulk_create(
        Membership(
            user=user,
            organisation=council,
            team_id=user.team_id,
            role_key=user.role_key,
            starts_on=user.date_joined.date(),
        )
        for user in User.objects.filter(memberships=None)
    )


def take_back(apps, schema_editor):
    """Put role and team back beside the name: of several memberships, those of the latest."""
    User, Membership = apps.get_model("accounts", "User"), apps.get_model("accounts", "Membership")
    for held in Membership.objects.order_by("starts_on", "pk"):
        User.objects.filter(pk=held.user_id).update(role_key=held.role_key, team=held.team_id)
    Membership.objects.all().delete()
    apps.get_model("accounts", "Team").objects.update(organisation=None)
    apps.get_model("accounts", "Organisation").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_organisations_and_memberships"),
    ]

    operations = [migrations.RunPython(give, take_back)]
