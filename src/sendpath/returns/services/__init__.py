"""Changes to returns and what is loaded from them. Every write goes through here."""
