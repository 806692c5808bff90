"""Privacy: nobody’s facts stand on a page, and no page asks a child for any."""
