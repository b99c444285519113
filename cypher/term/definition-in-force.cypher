// The definition with the innermost scope that contains a provision.
WITH parent, ${term/nearest-place} AS place
${term/defined-at(parent)}
ORDER BY ${term/nearest-first}
