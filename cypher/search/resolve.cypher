// One row a name, in the order asked.
UNWIND range(0, size($names) - 1) AS position
WITH position, {text: $names[position], key: $keys[position], citation: $citations[position]} AS node
ORDER BY position
