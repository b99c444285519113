// Members for a picture, in their order: id and distance.
${traversal/if-drawn}
UNWIND parent.members AS member
WITH [member.entity.id, member.distance] AS node
