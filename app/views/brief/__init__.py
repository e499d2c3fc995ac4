"""The brief of a case, written in one long form that stores itself."""
