// Restores what is stored of migrations: when they ran, and the names of the last transactions.
UNWIND $given.rows AS row
MERGE (node:Migration {number: row.properties.number})
SET node = row.properties
