import { citation } from '../cypher/citation/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import type { CitationRow } from '../cypher/regulation/index.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation } from './refs.ts';

export const Citation = builder.objectRef<CitationRow>('Citation').implement({
  description:
    'A citation in the text of a provision. A provision has one Citation object for each law that it cites; the evidence lists every passage that contains the citation.',
  fields: (t) => ({
    text: t.value({
      type: 'String',
      description: 'The citation as it is worded in the text.',
      cypher: 'coalesce(node.said.text, node.targetCitation)',
    }),
    source: t.one(Regulation, citation.source, {
      nullable: false,
      description: 'The provision that contains the citation.',
    }),
    target: t.one(Entity, citation.target, {
      description:
        'The cited provision or statute. This field is null if the cited provision or statute is not imported or does not exist on the date in question.',
    }),
    targetCitation: t.exposeString('targetCitation', {
      description: 'The citation of the cited provision or statute, in canonical form.',
    }),
    dangling: t.value({
      type: 'Boolean',
      description: 'True if the section of the cited provision is imported but the provision does not exist.',
      cypher: `node.said.dangling IS NOT NULL OR node.cited IS NULL AND EXISTS {
        MATCH (around:Regulation {id: node.said.withinId})
        WHERE around.validFrom IS NOT NULL AND ($asOf IS NULL OR around.seenFrom <= $asOf)
      }`,
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});
