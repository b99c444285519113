import { citation } from '../cypher/citation/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import type { CitationRow } from '../cypher/regulation/index.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation } from './refs.ts';

export const Citation = builder.objectRef<CitationRow>('Citation').implement({
  description:
    'A citation in the text of a provision. There is one for each cited place; its evidence lists every passage that cites it.',
  fields: (t) => ({
    text: t.value({
      type: 'String',
      description: 'The words of the citation.',
      cypher: 'coalesce(node.said.text, node.targetCitation)',
    }),
    source: t.one(Regulation, { nullable: false, description: 'The provision that cites.', fragment: citation.source }),
    target: t.one(Entity, {
      description: 'The cited entity. Null if it is not imported, or if the place does not exist on that day.',
      fragment: citation.target,
    }),
    targetCitation: t.exposeString('targetCitation', { description: 'The canonical citation of the cited place.' }),
    dangling: t.value({
      type: 'Boolean',
      description: 'True if the cited place does not exist, although its section is imported.',
      cypher: `node.said.dangling IS NOT NULL OR node.cited IS NULL AND EXISTS {
        MATCH (around:Regulation {id: node.said.withinId})
        WHERE around.validFrom IS NOT NULL AND ($asOf IS NULL OR around.seenFrom <= $asOf)
      }`,
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});
