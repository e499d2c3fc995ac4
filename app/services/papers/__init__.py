"""Notice, agenda, briefs and attachments of a meeting, for one audience (R29–R31)."""
