// Stores where the references of definitions lead.
UNWIND $given.rows AS row
MATCH ()-[edge:DEFINES {id: row.id}]->()
SET edge.leads = row.leads, edge.closure = row.closure
