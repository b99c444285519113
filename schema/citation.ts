import { citation } from '../cypher/citation/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation } from './refs.ts';

/** A citation, as `regulation/cites` gives it: a relation, or what waits to become one, and its two ends. */
interface CitationRow {
  targetCitation: string;
}

export const Citation = builder.objectRef<CitationRow>('Citation').implement({
  description:
    'A reference in the text of a provision: one for each place cited, with every place in the text that cites it.',
  fields: (t) => ({
    text: t.value({
      type: 'String',
      description: 'The words that cite.',
      cypher: 'coalesce(node.said.text, node.targetCitation)',
    }),
    source: t.one(Regulation, { nullable: false, description: 'The provision that cites.', fragment: citation.source }),
    target: t.one(Entity, {
      description: 'What is cited; null for what is not imported and for a place that does not exist on that day.',
      fragment: citation.target,
    }),
    targetCitation: t.exposeString('targetCitation', { description: 'What is cited, canonically.' }),
    dangling: t.value({
      type: 'Boolean',
      description: 'The place cited does not exist, though the section in which it would stand is known.',
      cypher: `node.said.dangling IS NOT NULL OR node.cited IS NULL AND EXISTS {
        MATCH (around:Regulation {id: node.said.withinId})
        WHERE around.validFrom IS NOT NULL AND ($asOf IS NULL OR around.seenFrom <= $asOf)
      }`,
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});
