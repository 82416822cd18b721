"""One file a benchmark: a module with a `BENCHMARK`, found by the name of its file."""
