"""Steps from one version of the tables to the next; they never import the tables of today."""
