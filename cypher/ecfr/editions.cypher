// The editions of a part that were imported, by day.
MATCH (edition:Edition {origin: $given.origin})
RETURN edition.asOf AS asOf, edition.packed AS packed,
  coalesce(edition.files, []) AS files, coalesce(edition.lengths, []) AS lengths
ORDER BY asOf
