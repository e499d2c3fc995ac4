"""The fixed points of the year: those of one year, and the rules behind them (R19)."""
