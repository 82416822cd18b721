"""Layouts, components and form fields every page is made of, and what day it is."""
