// Keeps an edition of a part, for the next import to derive from.
MERGE (edition:Edition {id: $given.origin + '@' + $given.asOf})
SET edition.origin = $given.origin, edition.asOf = $given.asOf, edition.packed = $given.packed
