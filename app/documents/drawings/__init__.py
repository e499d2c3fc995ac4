"""Pictures made of shapes, written as SVG, PNG and PDF."""
