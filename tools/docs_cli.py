"""docs/command-line.md, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

import sendpath.config.cli as cli


def command_page() -> str:
    """Return the page: every command with its help."""
    context = click.Context(cli.sendpath, info_name="sendpath")
    parts = ["# The `sendpath` command", (cli.__doc__ or "").partition("\n\n")[2].strip()]
    for name, command in _commands(cli.sendpath, context):
        help_text = command.get_help(click.Context(command, info_name=name, max_content_width=96))
        parts.append(f"## `{name}`\n\n```text\n{help_text}\n```")
    return "\n\n".join(parts) + "\n"


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or name == "manage":
            continue
        full = f"{context.info_name} {name}"
        if isinstance(command, click.Group):
            yield from _commands(command, click.Context(command, info_name=full))
        else:
            yield full, command
