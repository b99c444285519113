import { rule } from '../cypher/rule/index.ts';
import { ruleAddress } from '../src/arguments/rule-address.ts';
import { badInput } from '../src/graph/errors.ts';
import { RULE_STAGES, type RuleStage as Stage } from '../src/model/kinds/rule.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { described } from './enums.ts';
import { pageOf } from './page.ts';
import { Rule } from './refs.ts';

const RuleStage = builder.enumType('RuleStage', {
  description: 'How a Federal Register document affects the law.',
  values: described<Stage>(RULE_STAGES, {
    PROPOSED: 'A proposal to change the law.',
    INTERIM_FINAL: 'A rule that changes the law and requests comments.',
    FINAL: 'A rule that changes the law.',
    CORRECTION: 'A correction to an earlier document.',
    DELAY: 'A postponement of the effective date of an earlier document.',
    WITHDRAWAL: 'A withdrawal of an earlier document.',
    NOTICE: 'A notice that does not change the law.',
  }),
});

const RuleConnection = pageOf(Rule, 'Rule');

Rule.implement({
  description: 'A Federal Register document, such as a proposed rule, a final rule, or a notice.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      nullable: true,
      description:
        'The Federal Register volume and the first page of the document, such as 89 FR 1192, or null if the page is unknown.',
    }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description:
        'The document number that the Federal Register assigned, such as 2023-28857, or null if the number is unknown.',
    }),
    lastPage: t.exposeInt('lastPage', {
      nullable: true,
      description: 'The last page of the document, in the same volume as the first page.',
    }),
    name: t.exposeString('name', { description: 'The common name of the document, such as "HTI-1 Final Rule".' }),
    stage: t.expose('stage', { type: RuleStage, description: 'How the document affects the law.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The date on which the document was published in the Federal Register.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The effective date of the document. Individual provisions may take effect on other dates.',
    }),
    finalizes: t.many(Rule, rule.finalizes, {
      description: 'The proposed or interim final rules that this rule finalizes.',
    }),
    finalizedBy: t.many(Rule, rule.finalizedBy, {
      description: 'The rules that finalize this proposed or interim final rule.',
    }),
    corrects: t.many(Rule, rule.corrects, {
      description: 'The documents that this document corrects, delays, or withdraws.',
    }),
    correctedBy: t.many(Rule, rule.correctedBy, {
      description: 'The documents that correct, delay, or withdraw this document.',
    }),
  }),
});

builder.queryFields((t) => ({
  rule: t.only(Rule, rule.byAddress, {
    description:
      'The Federal Register document with this citation or document number, or null if there is no such document. A document can be found by citing any of its pages. If several documents contain the cited page, the query returns an error that lists these documents.',
    args: {
      citation: t.arg.string({
        required: true,
        description: 'A Federal Register page or a document number, such as 89 FR 1192 or 2023-28857.',
      }),
    },
    params: ({ citation }) => ruleAddress(citation),
    several: {
      reads: ['label', 'citation', 'documentNumber'],
      refuse: (found) => {
        const names = found.map((one) => `${one.citation ?? one.documentNumber} (${one.label})`);
        throw badInput(`citation: several documents appear on this page: ${names.join(', ')}`);
      },
    },
  }),
  rules: t.page(RuleConnection, rule.all, {
    weight: { work: 200 },
    description: 'All Federal Register documents, ordered by publication date, oldest first.',
    isBackward: true,
    args: { stage: t.arg({ type: RuleStage, description: 'Include only documents at this stage.' }) },
    params: ({ stage }) => ({ stage }),
  }),
}));
