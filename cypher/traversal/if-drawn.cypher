// Continues only if the client asks for a picture: for communities, or for positions in some layout.
WITH parent WHERE 'community' IN $requested OR coalesce(parent.layout, 'NONE') <> 'NONE'
