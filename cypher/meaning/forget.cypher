// Removes the passages of entities that no longer exist or say nothing any more.
UNWIND $given.ids AS id
MATCH (passage:Passage {of: id})
DELETE passage
