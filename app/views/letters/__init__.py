"""Letters about seats: for whom, with which words, and where to."""
