"""docs/roles.md, from the classes of the roles and the table of what is kept apart."""

from __future__ import annotations

from collections.abc import Iterator


def roles_page() -> str:
    """Return the page: what each role sees and may do, and which facts are whose detail."""
    return "\n".join([*_roles(), *_details()]) + "\n"


def _roles() -> Iterator[str]:
    from sendpath.accounts.belonging.selectors import in_plain_words
    from sendpath.accounts.roles import ROLES_BY_PART

    yield "# What each role sees and may do"
    yield ""
    yield (
        "Nobody sees a child's record because of a role alone. It takes a membership in force, a "
        "tie to that child in force today, and a role that sees records by such a tie. Why: "
        "[decision 11](adr/0011-who-may-see-and-do-what.md)."
    )
    for part, roles in ROLES_BY_PART.items():
        yield from ("", f"## {part}")
        for role in roles:
            said = in_plain_words(role)
            yield from ("", f"### {said.title} (`{said.key}`)", f"{said.description}", "")
            yield f"- Sees: {said.sees or 'nobody’s record'}."
            if said.sees:
                yield f"- With: {said.details or 'none of the details that are kept apart'}."
                if said.hidden:
                    yield f"- Without: {said.hidden}."
            yield f"- May: {'; '.join(said.acts) or 'read, and change nothing'}."
            yield f"- Held in {said.held_in}. {said.granted_by}"


def _details() -> Iterator[str]:
    from sendpath.core.casefile.details import KEPT, MAY_BE_SAID, RULES_KEPT, WORDS

    yield from ("", "## Details that are kept apart", "")
    yield (
        "A fact of one of these kinds is left out of a page, a list, a spreadsheet and a calendar "
        "before anything is worked out for somebody whose role does not see it, and so is every "
        "date that follows from it."
    )
    yield from (
        "",
        "| detail | facts | rules | a page says that there is some |",
        "|---|---|---|---|",
    )
    for detail, words in WORDS.items():
        facts = ", ".join(f"`{kind}`" for kind in sorted(KEPT[detail]))
        rules = ", ".join(f"`{rule}`" for rule in sorted(RULES_KEPT[detail]))
        said = "yes" if detail in MAY_BE_SAID else "no"
        yield f"| {words} | {facts or 'none'} | {rules or 'none'} | {said} |"
