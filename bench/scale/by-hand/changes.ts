import type { ByHand } from './statement.ts';

const FIRST = 20;

/** Q7: the changes in a part between two days, with what each date is based on. */
export const changes: ByHand = {
  parameters: ({ within, from, to }) => ({ within, from, to }),
  statement: `MATCH (part:Regulation {citation: $within})
    CALL (part) { MATCH (part)<-[:PART_OF*0..16]-(place:Regulation) RETURN collect(DISTINCT place) AS places }
    CALL (places) {
      UNWIND places AS unit WITH unit WHERE unit.lastChange >= $from
      UNWIND range(0, size(unit.changeDays) - 1) AS at
      WITH unit, at, unit.changeDays[at] AS day WHERE $from <= day AND day <= $to
      RETURN unit.changeKinds[at] AS kind, day AS on, unit AS place, unit AS subject, unit.changeBases[at] AS basis,
        null AS said, null AS begins, unit.sortKey AS sortKey, unit.id + ' ' + toString(at) AS id
      UNION ALL
      UNWIND places AS place
      MATCH (place)-[said:CITES|DEFINES|EXCEPTION_TO|ADOPTS]->(target:Entity)
      WHERE said.validFrom >= $from OR said.validTo >= $from
      UNWIND [said.validFrom, said.validTo] AS day
      WITH place, said, target, day, coalesce(day = said.validFrom, false) AS begins, type(said) AS type
      WHERE $from <= day AND day <= $to AND CASE
        WHEN begins THEN said.orEarlier IS NULL AND (place.seenFrom < day OR coalesce(place.addedOn = day, false)
          OR type = 'ADOPTS' OR said.validFromBasis = 'STATED' OR NOT 'PARSED' IN said.evidenceRules)
        ELSE NOT EXISTS { MATCH (place)-[next {validFrom: day}]->(target) WHERE type(next) = type } END
      RETURN {CITES: 'CITATION', DEFINES: 'DEFINITION', EXCEPTION_TO: 'EXCEPTION', ADOPTS: 'ADOPTION'}[type] AS kind, day AS on,
        CASE type WHEN 'EXCEPTION_TO' THEN target ELSE place END AS place,
        CASE WHEN type IN ['EXCEPTION_TO', 'CITES'] THEN place ELSE target END AS subject,
        CASE WHEN begins THEN said.validFromBasis ELSE said.validToBasis END AS basis, said, begins,
        place.sortKey AS sortKey, said.id + CASE WHEN begins THEN '' ELSE ' ended' END AS id
      UNION ALL
      UNWIND places AS place
      MATCH (place)-[:ADOPTS]->(:Standard)-[:PART_OF*0..1]->(:Standard)<-[:PART_OF*0..1]-(s:Standard)
      WHERE s.level = 'VERSION' AND $from <= s.date AND s.date <= $to
      WITH DISTINCT s
      RETURN 'STANDARD' AS kind, s.date AS on, null AS place, s AS subject, 'STATED' AS basis, null AS said, null AS begins,
        '~' + s.key AS sortKey, s.id AS id
    }
    WITH kind, on, place, subject, basis, said, begins, sortKey, id ORDER BY on, sortKey, kind, id
    WITH collect([kind, on, place, subject, basis, said]) AS rows
    CALL (rows) {
      UNWIND rows[..${FIRST}] AS row
      WITH row, row[2] AS place, row[3] AS subject, row[4] AS basis, row[5] AS said
      RETURN collect({node: {kind: row[0], on: row[1],
        basis: coalesce(basis, head(COLLECT {
          WITH startNode(said) AS it
          MATCH out = (it)-[:PART_OF*0..8]->(unit:Regulation)
          WITH unit ORDER BY unit.level = 'PARAGRAPH', length(out), unit.id LIMIT 1
          UNWIND range(0, size(coalesce(unit.changeDays, [])) - 1) AS nth
          WITH unit, nth WHERE unit.changeDays[nth] = row[1]
          RETURN unit.changeBases[nth] LIMIT 1
        }), CASE WHEN 'PARSED' IN said.evidenceRules AND type(said) <> 'ADOPTS' THEN 'FIRST_SEEN' ELSE 'STATED' END),
        subject: {id: subject.id, label: subject.label},
        regulation: CASE WHEN place IS NOT NULL THEN place {.citation, .heading} END
      }}) AS edges
    }
    RETURN {totalCount: size(rows), pageInfo: {hasNextPage: size(rows) > ${FIRST}}, edges: edges} AS value`,
  answer: (changes) => ({ changes }),
};
