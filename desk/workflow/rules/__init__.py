"""The rules of registration R01 to R58, one small pure function each, by subject."""
