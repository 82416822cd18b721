"""Documents about a child: sealed where they lie, scanned before anyone sees them."""
