"""The first account of an installation, which nobody inside can invite yet."""

from __future__ import annotations

import click

from sendpath.config.cli import open_record


@click.command(short_help="Invite somebody to an account, from the machine itself.")
@click.argument("full_name")
@click.argument("email")
@click.option("--role", default="head_of_service", show_default=True, help="As in accounts/roles.")
@click.option(
    "--address", help="Where people reach the service; the first of SENDPATH_HOSTS unless said."
)
def invite(full_name: str, email: str, role: str, address: str | None) -> None:
    """Make an account, send its owner an email with a link, and print the link.

    For the first head of service. Everybody else is invited by who may, under Accounts. Whoever
    can run this can read the whole database; it is in the audit as done from the command line.
    """
    open_record()
    from django.conf import settings
    from django.core.exceptions import ValidationError

    from sendpath.accounts.roles import ROLES
    from sendpath.accounts.sign_in.services import links, post

    if role not in ROLES:
        raise click.UsageError(f"There is no role “{role}”. Choose one of {', '.join(ROLES)}.")
    scheme = "https" if settings.HTTPS else "http"
    who = links.NewAccount(full_name=full_name, email=email)
    try:
        link = links.invite_first(
            who=who, role=role, address=address or f"{scheme}://{settings.ALLOWED_HOSTS[0]}"
        )
    except ValidationError as fault:
        raise click.UsageError(fault.messages[0]) from None
    post.all_sent().result()
    click.echo(f"Open this link to choose a password. It lasts for 7 days and opens once:\n{link}")
