"""Settings, addresses and the command line: what joins the parts into one product."""
