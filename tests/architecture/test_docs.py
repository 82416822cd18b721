"""The pages of docs/ that are made from code are what the code makes today."""

import pytest

from tools.make_docs import DOCS, pages


@pytest.mark.parametrize("name", sorted(pages()))
def test_page_is_what_the_code_makes(name):
    assert (DOCS / name).read_text() == pages()[name](), "run ./run docs and commit the page"
