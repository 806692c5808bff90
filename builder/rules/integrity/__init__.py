"""Expectations of honest work are whole and fit the band."""
