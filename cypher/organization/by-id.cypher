// An organization.
MATCH (node:Organization {id: $id})
