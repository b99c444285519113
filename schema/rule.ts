import { RULE_STAGES, type RuleStage as Stage } from '../src/model/kinds/rule.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { described } from './enums.ts';
import type { NodeOf } from './refs.ts';

const RuleStage = builder.enumType('RuleStage', {
  description: 'How a Federal Register document affects the law.',
  values: described<Stage>(RULE_STAGES, {
    PROPOSED: 'A proposal to change the law.',
    INTERIM_FINAL: 'A rule that changes the law and requests comments.',
    FINAL: 'A rule that changes the law.',
    CORRECTION: 'A correction of an earlier document.',
    DELAY: 'A postponement of the effective date of an earlier document.',
    WITHDRAWAL: 'A withdrawal of an earlier document.',
    NOTICE: 'A notice that does not change the law.',
  }),
});

builder.objectRef<NodeOf<'RULE'>>('Rule').implement({
  description: 'A Federal Register document, such as a proposed rule, a final rule, or a notice.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      nullable: true,
      description:
        'The volume and first page in the Federal Register, such as 89 FR 1192, or null if the page is unknown.',
    }),
    lastPage: t.exposeInt('lastPage', {
      nullable: true,
      description: 'The last page of the document, in the same volume as the first page.',
    }),
    name: t.exposeString('name', { description: 'The common name of the document, such as HTI-1 Final Rule.' }),
    stage: t.expose('stage', { type: RuleStage, description: 'How the document affects the law.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The date on which the document was published in the Federal Register.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The effective date of the document, although individual provisions may take effect on other dates.',
    }),
  }),
});
