"""`sendpath documents`: the keys that seal them, changed or destroyed."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click

from sendpath.config.cli import open_record


@click.group(short_help="How the scanner stands, and the keys that seal documents.")
def documents() -> None:
    """See how the scanner stands, and change or destroy the keys that seal documents."""


@documents.command(short_help="Say whether the scanner answers, and what waits for it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value, for programs.")
def status(as_json: bool) -> None:
    """Say whether the scanner answers, and how many files wait for it or are locked away.

    Ends with 1 where files wait in vain, or no scanner answers.
    """
    open_record()
    from django.conf import settings

    from sendpath.documents import scanner
    from sendpath.documents.selectors.documents import standing_for_operations
    from sendpath.documents.services.scanning import NONE

    unscanned = settings.SCANNER == NONE
    answers = bool(settings.SCANNER) and not unscanned and scanner.answers(at=settings.SCANNER)
    standing = standing_for_operations()
    told = {"scanner": "none" if unscanned else "answers" if answers else "no answer"}
    told |= {name: str(count) for name, count in asdict(standing).items()}
    if as_json:
        click.echo(json.dumps({"scanner": told["scanner"], **asdict(standing)}))
    else:
        click.echo("\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in told.items()))
    if standing.waiting_in_vain or not (answers or unscanned):
        sys.exit(1)


@documents.command("rotate-keys", short_help="Seal every child's key by the newest master key.")
def rotate_keys() -> None:
    """Seal every child's key anew by the first of SENDPATH_DOCUMENT_KEYS.

    Put the new key before the old one, run this, then take the old one out. No file changes.
    """
    open_record()
    from sendpath.documents.services import keys
    from sendpath.web.templatetags.govuk import plural

    done = keys.rotate_keys(by="sendpath documents rotate-keys")
    click.echo(f"{plural(done, 'key')} sealed anew.")


@documents.command("destroy-key", short_help="Make every document about a child unreadable.")
@click.argument("person", type=int)
@click.option("--by", "username", required=True, help="Who decided it: their username.")
@click.option("--confirmed", is_flag=True, help="Do not ask.")
def destroy_key(person: int, username: str, confirmed: bool) -> None:
    """Destroy the key to every file about the child with the id PERSON. There is no way back.

    Copies in backups of the files become unreadable too. Backups of the database still hold the
    key until they are deleted.
    """
    open_record()
    from sendpath.accounts.models import User
    from sendpath.documents.services import keys
    from sendpath.web.templatetags.govuk import plural

    by = User.objects.filter(username=username, is_active=True).first()
    if by is None:
        raise click.UsageError(f"Nobody with the username {username} has an account.")
    if not confirmed:
        click.confirm("Every document about this child will be lost for good. Go on?", abort=True)
    done = keys.destroy_key(person_id=person, by=by)
    click.echo(f"{plural(done, 'file')} can never be read again.")
