"""Speed of the stages, of the extraction core and of the whole, beside bare spaCy."""
