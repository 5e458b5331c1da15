# Random cases, a file for each concept: words and texts, expressions, rulesets, sources, and runbooks of them.
