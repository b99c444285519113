// The provision that defines, or the one that was asked for, and what is known of it over time.
UNWIND [parent.provision] AS it
WITH {provision: it, place: ${regulation/in-time}, listed: null, governs: parent.governs} AS node
