import { type ByHand, inForce, today } from './statement.ts';

/** Q3: a part, its subparts, their sections, and the terms that each section mentions. */
export const partSections: ByHand = {
  parameters: ({ citation }) => ({ citation, day: today() }),
  statement: `MATCH (p:Regulation {citation: $citation}) RETURN p {.citation, .heading,
    children: COLLECT { MATCH (p)<-[o:PART_OF]-(u:Regulation) WHERE ${inForce('o')} WITH u ORDER BY u.sortKey, u.id
      RETURN u {.citation, .heading,
        children: COLLECT { MATCH (u)<-[o:PART_OF]-(s:Regulation) WHERE ${inForce('o')} WITH s ORDER BY s.sortKey, s.id
          RETURN s {.citation, .heading, mentions: {
            edges: COLLECT { MATCH (s)-[e:MENTIONS]->(t:Term) WHERE ${inForce('e')}
              WITH t, e ORDER BY t.name, t.id, e.id LIMIT 5
              RETURN {count: size(e.evidenceRules), node: t {.slug, .name, .shortDefinition}} } } } } } }
  } AS value`,
  answer: (regulation) => ({ regulation }),
};
