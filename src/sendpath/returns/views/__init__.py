"""Pages of returns. A view reads the request, asks or tells, and shows the answer."""
