import { RULE_STAGES, type RuleStage as Stage } from '../src/model/kinds/rule.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { described } from './enums.ts';
import type { NodeOf } from './refs.ts';

const RuleStage = builder.enumType('RuleStage', {
  description: 'What a document of the Federal Register does to the law.',
  values: described<Stage>(RULE_STAGES, {
    PROPOSED: 'Proposes a change.',
    INTERIM_FINAL: 'Changes the law and asks for comments.',
    FINAL: 'Changes the law.',
    CORRECTION: 'Corrects an earlier document.',
    DELAY: 'Postpones the effective date of an earlier document.',
    WITHDRAWAL: 'Withdraws an earlier document.',
    NOTICE: 'Informs; the law stays as it is.',
  }),
});

builder.objectRef<NodeOf<'RULE'>>('Rule').implement({
  description: 'A document of the Federal Register that makes or changes law.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      nullable: true,
      description: 'Volume and first page: 89 FR 1192. Null if the page is not known.',
    }),
    lastPage: t.exposeInt('lastPage', { nullable: true, description: 'The last page, in the volume of the first.' }),
    name: t.exposeString('name', { description: 'The name that people use: HTI-1 Final Rule.' }),
    stage: t.expose('stage', { type: RuleStage, description: 'What it does to the law.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which the Federal Register published it.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: "The document's own effective date; a single provision may take effect on another day.",
    }),
  }),
});
