import { citation, dangling } from '../cypher/citation/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import type { CitationRow } from '../cypher/regulation/index.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation } from './refs.ts';

export const Citation = builder.objectRef<CitationRow>('Citation').implement({
  description:
    'A citation in the text of a provision. Each Citation object represents one cited provision or statute, and its evidence lists every passage that contains the citation.',
  fields: (t) => ({
    text: t.value({
      type: 'String',
      description: "The citation as it appears in the provision's text.",
      cypher: 'coalesce(node.said.text, node.targetCitation)',
    }),
    source: t.one(Regulation, citation.source, {
      nullable: false,
      description: 'The provision that contains the citation.',
    }),
    target: t.one(Entity, citation.target, {
      description:
        'The cited provision or statute. This field is null if the cited provision or statute is not imported or did not exist on the requested date.',
    }),
    targetCitation: t.exposeString('targetCitation', {
      description: 'The citation of the cited provision or statute, in canonical form.',
    }),
    rangeTo: t.one(Entity, citation.rangeTo, {
      description:
        'The last section in a cited range, if only the first and last sections in the range are stored. An example is 42 U.S.C. 1395w-104 in "42 U.S.C. 1395w-101 through 1395w-104". This field is null for all other citations, and if the last section is not in the graph.',
    }),
    rangeToCitation: t.value({
      type: 'String',
      nullable: true,
      description:
        'The canonical citation of the last section in a cited range, if only the first and last sections in the range are stored. For such a range, `targetCitation` is the citation of the first section. This field is null for all other citations.',
      cypher: 'node.said.rangeToCitation',
    }),
    validFrom: t.value({
      type: 'Date',
      nullable: true,
      description:
        'The first date on which the text is known to contain the citation, or null if that date is unknown.',
      cypher: 'node.said.validFrom',
    }),
    validTo: t.value({
      type: 'Date',
      nullable: true,
      description: 'The first date on which the text no longer contains the citation.',
      cypher: 'node.said.validTo',
    }),
    dangling: t.value({
      type: 'Boolean',
      description:
        'True if the cited provision is known not to exist, because the section or part that would contain it has been imported in full and contains no such provision. Otherwise, this field is false.',
      cypher: dangling,
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});
