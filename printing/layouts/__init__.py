"""One module a paper: its values, its longest sample, its layout."""
