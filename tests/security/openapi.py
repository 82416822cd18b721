"""A description of every page for a fuzzer, made from the addresses and the forms on them."""

from __future__ import annotations

import re
from collections import defaultdict

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from security.pages import sample

ROUTE = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
ANY = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 0, "maximum": 10**25}
SHAPES = {
    "int": NUMBER,
    "case": {"type": "string", "pattern": "^C[0-9]{6,12}$"},
    "urn": {"type": "string", "pattern": "^[1-9][0-9]{5}$"},
    "str": {"type": "string", "minLength": 1, "pattern": "^[^/]+$"},
}


def routes(patterns=None, before="", space=""):
    """Yield the name and the route of every address."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, route, inside)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", route


def description(addresses, pages, *, there, offered):
    """Return an OpenAPI description of these addresses, given the pages read at them.

    `there` leads to what there is, else to anything of its shape; `offered` takes what a form
    offers, else anything. The two are not joined in one description: a value that is there is
    of the shape too, and would hardly ever be drawn.
    """
    url_of = {address.name: address.url for address in addresses}
    forms = _forms(pages)
    paths = {}
    for name, route in routes():
        path = "/" + ROUTE.sub(r"{\g<name>}", route)
        inside = _inside(route, url_of[name], there=there)
        asked = _asked(pages.get(name, []), forms["get", name], offered=offered)
        paths[path] = {"get": _operation(f"get {name}", inside + asked)}
        if sent := forms["post", name]:
            paths[path]["post"] = _operation(f"post {name}", inside) | {
                "requestBody": _body(sent, offered=offered)
            }
    return {"openapi": "3.1.0", "info": {"title": "SEND Path", "version": "1"}, "paths": paths}


def _operation(name, parameters):
    return {"operationId": name, "parameters": parameters, "responses": {"default": {
        "description": "A page"}}}  # fmt: skip


def _inside(route, url, *, there):
    holds = resolve(url).kwargs
    found = []
    for part in ROUTE.finditer(route):
        known = holds[part["name"]]
        kind = part["kind"] or "str"
        known = f"C{known:06}" if kind == "case" else known
        schema = {"enum": [known]} if there else SHAPES.get(kind, SHAPES["str"])
        found.append({"name": part["name"], "in": "path", "required": True, "schema": schema})
    return found


def _asked(pages, forms, *, offered):
    seen = defaultdict(set)
    for page in pages:
        for name, values in page.queries.items():
            seen[name] |= values
    for form in forms:
        for known in form.fields.values():
            seen[known.name] |= {*known.options, known.value}
    return [
        {"name": name, "in": "query", "schema": _value(values, offered=offered)}
        for name, values in sorted(seen.items())
        if name != "csrfmiddlewaretoken"
    ]


def _value(values, *, offered):
    return {"enum": sorted(values)} if offered and values else ANY


def _forms(pages):
    """Return the forms of all pages by how and where they are sent."""
    found = defaultdict(list)
    for page in (page for read in pages.values() for page in read):
        for form in page.forms:
            to = resolve(form.action.partition("?")[0])
            found[form.method, to.view_name].append(form)
    return found


def _body(forms, *, offered):
    files = any(known.kind == "file" for form in forms for known in form.fields.values())
    properties = {}
    for form in forms:
        for known in form.fields.values():
            if known.kind == "file":
                properties[known.name] = {"type": "string", "format": "binary"}
            elif known.name != "csrfmiddlewaretoken":
                values = {sample(known), *known.options} - ({""} if known.options else set())
                properties[known.name] = _value(values, offered=offered)
        for name, value in form.buttons:
            if name:
                properties.setdefault(name, _value({value}, offered=offered))
    kind = "multipart/form-data" if files else "application/x-www-form-urlencoded"
    return {"content": {kind: {"schema": {"type": "object", "properties": properties}}}}
