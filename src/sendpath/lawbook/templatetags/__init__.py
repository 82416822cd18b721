"""How the pages of the law write what only they show."""
