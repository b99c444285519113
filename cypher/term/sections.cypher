// The sections of the page of a term, in page order, with all of them before each: offsets of names refer to the whole page.
UNWIND range(0, size(coalesce(parent.sectionHeadings, [])) - 1) AS position
WITH position, {
  heading: parent.sectionHeadings[position], body: parent.sectionBodies[position],
  before: parent.sectionBodies[0..position], termId: parent.id,
  references: [at IN range(0, size(coalesce(parent.referenceSections, [])) - 1)
    WHERE parent.referenceSections[at] = position
    | {end: parent.referenceEnds[at], sourceId: parent.referenceSourceIds[at]}]
} AS node
ORDER BY position
