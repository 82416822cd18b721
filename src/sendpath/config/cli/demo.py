"""Hartwell, the county that does not exist: writing it, loading it, signing in to it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendpath.config.cli import open_record, start_django

if TYPE_CHECKING:
    from sendpath.accounts.models import User

FOLDER = click.Path(file_okay=False, path_type=Path)
PASSWORD = "hartwell-demonstration"  # noqa: S105 - for made-up people only, and printed

PEOPLE = (
    ("priya", "Priya Raman", "officer", "North"),
    ("marcus", "Marcus Bell", "team_manager", "North"),
    ("dana", "Dana Whitlock", "data_officer", None),
    ("helen", "Helen Ashdown", "head_of_service", None),
    ("lena", "Lena Okoro", "legal_lead", None),
    ("sam", "Sam Tolland", "system_keeper", None),
)


@click.command("demo-area", short_help="Write the fictional county of Hartwell.")
@click.option("--size", type=click.Choice(["small", "county", "national"]), default="small")
@click.option("--seed", type=int, default=1, help="The same seed writes the same files.")
@click.option("--out", type=FOLDER, default=Path("hartwell"), help="The folder to write into.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def demo_area(size: str, seed: int, out: Path, as_json: bool) -> None:
    """Write the fictional county of Hartwell: its SEN2 return and what goes with it."""
    from sendpath.returns.hartwell import Size, write_area

    out.mkdir(parents=True, exist_ok=True)
    summary = write_area(out, size=Size(size), seed=seed)
    written = sorted(path.name for path in out.glob("hartwell-*"))
    if as_json:
        click.echo(json.dumps({"people": summary.people, "plans": summary.plans, "files": written}))
    else:
        click.echo(f"{summary.people:,} people, {summary.plans:,} plans: {', '.join(written)}")


@click.command("demo-load", short_help="Load Hartwell into an empty demonstration.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def demo_load(folder: Path) -> None:
    """Load Hartwell through the same door as any council's return.

    Adds the people to sign in as, then checks, loads and accepts the return, then adds what
    a return cannot carry: NHS numbers, who holds each case, and the schools' term dates.
    """
    start_django()
    from django.conf import settings

    if not settings.DEMO:
        raise click.UsageError("Set SENDPATH_DEMO=1: made-up people belong in a demonstration.")
    open_record()
    from sendpath.returns.services import local_details, uploads

    dana = _add_people(folder / "hartwell-local.csv")
    schools = _publish_term_dates(folder / "hartwell-schools.csv", dana)
    click.echo(f"hartwell-schools.csv: {json.dumps({'schools with term dates': schools})}")
    for path in sorted(folder.glob("hartwell-sen2-*.xml")):
        with path.open("rb") as source:
            upload = uploads.load_now(
                source=source, name=path.name, size=path.stat().st_size, by=dana
            )
        done = uploads.accept(upload=upload, by=dana, confirmed=True)
        click.echo(f"{path.name}: {json.dumps(done.counts['done'])}")
    with (folder / "hartwell-local.csv").open("rb") as source:
        loaded = local_details.load(source=source, by=dana)
    counts = {
        "numbers": loaded.numbers,
        "allocated": loaded.allocated,
        "without UPN or ULN": len(loaded.faults),
    }
    click.echo(f"hartwell-local.csv: {json.dumps(counts)}")


@click.command("demo-people", short_help="List the made-up people to sign in as.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def demo_people(as_json: bool) -> None:
    """List the made-up people to sign in as, with the password they share."""
    from sendpath.accounts.roles import ROLES

    rows = [
        {"username": username, "name": name, "role": ROLES[role].title, "password": PASSWORD}
        for username, name, role, _ in PEOPLE
    ]
    if as_json:
        click.echo(json.dumps(rows))
        return
    click.echo("Sign in as one of these made-up people:")
    for row in rows:
        click.echo(f"  {row['username']:8} {row['password']}   {row['name']}, {row['role']}")


def _add_people(local: Path) -> User:
    from sendpath.accounts import services as accounts
    from sendpath.accounts.models import User

    with local.open(encoding="utf-8", newline="") as rows:
        held = sorted({(row["officer"], row["team"]) for row in csv.DictReader(rows)} - {("", "")})
    teams = {name: accounts.add_team(name=name) for name in sorted({team for _, team in held})}
    known = {username for username, *_ in PEOPLE}
    for username, name, role, team in PEOPLE:
        accounts.add_user(
            username=username,
            full_name=name,
            role=role,
            team=accounts.add_team(name=team) if team else None,
            password=PASSWORD,
            by="demo-load",
        )
    for username, team in held:
        if username and username not in known:
            accounts.add_user(
                username=username,
                full_name=username.replace("_", " ").title(),
                role="officer",
                team=teams[team],
                password=None,
                by="demo-load",
            )
    return User.objects.get(username="dana")


def _publish_term_dates(schools: Path, dana: User) -> int:
    from sendpath.establishments import services as establishments
    from sendpath.establishments.source import Source
    from sendpath.returns.hartwell.term_dates import YEARS

    with schools.open(encoding="utf-8", newline="") as rows:
        names = {row["urn"]: row["name"] for row in csv.DictReader(rows)}
    establishments.publish_calendars(names=names, years=YEARS, source=Source.MADE_UP, by=dana)
    return len(names)
