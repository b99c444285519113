// A member for a picture, in their order: its id, and how far out it stands.
${traversal/drawn}
UNWIND parent.members AS member
WITH [member.entity.id, member.distance] AS node
