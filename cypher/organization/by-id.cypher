// An organization.
MATCH (node:Entity {id: $id})
WHERE node:Organization
