"""Courses, programs, policies and the roadmap keep what they promise to adults and students."""
