// Goes on only where a picture is asked for: communities, or positions by some layout.
WITH parent WHERE 'community' IN $requested OR coalesce(parent.layout, 'NONE') <> 'NONE'
