"""Tables that others wrote, as Excel workbooks or as text: read within limits, never trusted."""
