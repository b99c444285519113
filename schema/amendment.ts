import { amendment } from '../cypher/amendment/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import { regulation } from '../cypher/regulation/index.ts';
import { rule } from '../cypher/rule/index.ts';
import type { DateBasis as Basis } from '../src/model/date-basis.ts';
import { builder } from './builder.ts';
import { DateBasis } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';
import { Regulation, Rule } from './refs.ts';

/** A row of `cypher/amendment/stated.cypher`, or a page citation in a note if the page does not belong to any known rule. */
export interface AmendmentRow {
  ruleId: string | null;
  citation: string;
  publishedOn: string | null;
  effectiveOn: string | null;
  appliesFrom: string | null;
  basis: Basis;
}

export const Amendment = builder.objectRef<AmendmentRow>('Amendment').implement({
  description:
    'A change to the text of a provision. Each amendment is derived from a Federal Register page that the eCFR cites, or from a rule that amends the provision.',
  fields: (t) => ({
    regulation: t.one(Regulation, amendment.regulation, {
      nullable: false,
      description:
        'The amended provision. The amended provision can be the queried provision, one of its paragraphs, or a larger division that contains it, such as its part.',
    }),
    rule: t.one(Rule, amendment.rule, {
      description:
        'The rule that amends the provision, or null if the cited Federal Register page does not belong to any known rule.',
    }),
    citation: t.exposeString('citation', {
      description:
        "The Federal Register page that the eCFR cites, such as 89 FR 1436, or the rule's citation if the eCFR does not cite a page.",
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The date on which the amendment was published.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The date on which the amendment takes effect, or null if the date is unknown.',
    }),
    appliesFrom: t.expose('appliesFrom', {
      type: 'Date',
      nullable: true,
      description: 'The date from which the amended text applies, if that date is later than `effectiveOn`.',
    }),
    basis: t.expose('basis', {
      type: DateBasis,
      description:
        'What the date in `effectiveOn` is based on, for example, PUBLICATION if only the publication date is known.',
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});

const AmendmentConnection = pageOf(Amendment, 'Amendment');

builder.objectField(Regulation, 'amendedBy', (t) =>
  t.page(AmendmentConnection, regulation.amendedBy, {
    weight: { work: 40 },
    description:
      "The amendments to this provision up to the `asOf` date of the query, oldest first. The default date is the current date in UTC. A rule that amends the part is also listed if the amended sections are not known, unless the eCFR notes show that the rule did not change this provision's section.",
  }),
);

builder.objectField(Rule, 'amendments', (t) =>
  t.page(AmendmentConnection, rule.amendments, {
    description: 'The amendments that this rule is known to make, one for each amended provision, in CFR order.',
  }),
);
