"""The rules of the field in pure Python: no Django, no clock, no network."""
