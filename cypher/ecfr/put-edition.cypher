// Stores an edition of a part, from which the next import derives again, and the digest of the rules that decided its windows.
MERGE (edition:Edition {id: $given.origin + '@' + $given.asOf})
SET edition.origin = $given.origin, edition.asOf = $given.asOf, edition.packed = $given.packed,
  edition.files = $given.files, edition.lengths = $given.lengths
WITH edition
MATCH (every:Edition {origin: edition.origin})
SET every.amending = $given.amending
