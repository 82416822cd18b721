"""The national register of schools: loading its extracts, and looking an establishment up."""
