"""Certificates and proofs on numbered sheets."""
