"""The tab "Samling": who comes, what the municipalities report, what is to be done (R17)."""
