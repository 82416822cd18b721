"""Speed and memory, measured on whole processes and written to docs/benchmarks.md.

One file a benchmark, in `benchmarks/`; the command finds it there.
"""
