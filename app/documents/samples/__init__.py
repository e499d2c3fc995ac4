"""Files such as others send in: plans, budgets, drafts and drawings, for the demo's attachments."""
