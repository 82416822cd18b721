"""Pages of oversight. A view reads the request, asks or tells, and shows the answer."""
