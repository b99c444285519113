// A provision, and what is known of it over time.
UNWIND [parent] AS it
WITH {provision: it, place: ${regulation/in-time}} AS node
