"""A long book, set in gatherings: each by itself in a process of its own, then bound as one PDF.

Binders call a gathering what is folded and sewn together before all are bound. A gathering begins
where the template begins a page anyway; so its pages are those that they would be in one go, once
it is told their first number and the numbers of pages elsewhere that it prints. The memory that a
gathering takes is given back when its process ends, and one that has not changed is not set again.
"""
