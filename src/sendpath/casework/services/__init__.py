"""Changes to cases. Every write in this app goes through a function in here."""
