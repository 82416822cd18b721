"""Who has looked at whose record, and which looks are out of the ordinary."""
