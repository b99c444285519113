// One row for each name, in the order of the names.
UNWIND range(0, size($names) - 1) AS position
WITH position, {
  text: $names[position], key: $keys[position], spellings: $spellings[position], citation: $citations[position], vocabularies: $vocabularies
} AS node
ORDER BY position
