"""How the window looks: colours, type, spacing, icons, in a light and a dark form."""
