"""What stores a field while it is typed in, for every editor of the window."""
