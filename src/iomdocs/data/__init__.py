"""The facts as open data: JSON, CSV, linked data, and what changed between two of them."""
