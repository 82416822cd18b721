"""What signing in writes: sessions, second factors, links, identities, lock-outs."""
