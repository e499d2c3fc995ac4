"""Read queries: what a screen or a document needs, in few round trips."""
