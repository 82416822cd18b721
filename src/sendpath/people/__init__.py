"""Children and young people: who they are, and finding them."""
