// The statute with this citation. A file can import one that another file names otherwise; the first by id is taken.
MATCH (node:Statute {citation: $citation})
ORDER BY node.id
