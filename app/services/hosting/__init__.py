"""The round of hosts: whose turn it was, is and will be, and why (R17, R18)."""
