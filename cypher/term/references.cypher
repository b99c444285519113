// The sources of single statements of a section, in the order of the text.
UNWIND range(0, size(parent.references) - 1) AS at
WITH at, parent.references[at] AS node
ORDER BY at
