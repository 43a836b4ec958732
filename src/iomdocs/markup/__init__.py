"""What a page can write about facts: a Sphinx domain with roles and directives."""
