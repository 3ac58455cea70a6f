"""Who is who across documents: sightings of entities brought together into actors.

`sightings` takes them from an analysis, `cells` puts like with like, `comparing` scores two cells
and says why, `grouping` decides, `register` keeps what it comes to in the desk.
"""
