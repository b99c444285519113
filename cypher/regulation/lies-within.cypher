// The provision `it` is the provision $within, or lies in it, on some day. Without $within, every provision does.
($within IS NULL OR EXISTS { MATCH (it)-[:PART_OF*0..16]->(:Regulation {citation: $within}) })
