"""Plain mode: the same game in lines, for screen readers, pipes and end-to-end tests. It decides no rule."""
