// Without a version, no server keeps an answer while the data comes in.
MATCH (version:GraphVersion)
DELETE version
