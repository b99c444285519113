// The provision that adopts, and what is known of it over time.
UNWIND [parent.from] AS it
WITH {provision: it, place: ${regulation/in-time}} AS node
