"""Changes to documents. Every write in this app goes through a module here."""
