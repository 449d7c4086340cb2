"""What is put on paper: layouts in mm, typefaces, bar codes, PDF. Knows no tables and no Qt."""
