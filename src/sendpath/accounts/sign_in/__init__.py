"""Signing in: passwords, second factors, sessions, invitations, and accounts held elsewhere."""
