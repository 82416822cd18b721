"""Speed and memory, measured on whole processes and written to docs/benchmarks.md."""
