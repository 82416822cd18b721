"""Who belongs to which organisation, as what: giving a role, taking it away, covering."""
