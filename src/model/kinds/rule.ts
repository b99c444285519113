import { z } from 'zod';
import { isDay } from '../day.ts';
import { describeKind, entityRecord, optional } from './descriptor.ts';

/** What a document of the Federal Register does to the law, in the order of a rulemaking. */
export const RULE_STAGES = [
  'PROPOSED',
  'INTERIM_FINAL',
  'FINAL',
  'CORRECTION',
  'DELAY',
  'WITHDRAWAL',
  'NOTICE',
] as const;
export type RuleStage = (typeof RULE_STAGES)[number];

export const RULE = describeKind('RULE', {
  description: 'A Federal Register document, such as a proposed rule, a final rule, or a notice.',
  shape: 'triangle-down',
  color: { light: '#7a6a00', dark: '#d6c24a' },
  example: 'Rule:89-FR-1192',
  schemaType: 'Legislation',
  plain: {
    facts: {
      citation: 'Citation',
      lastPage: 'Last page',
      stage: 'Stage',
      publishedOn: 'Published',
      effectiveOn: 'Effective',
    },
    jsonLd: ({ label, summary, url, facts: { citation, publishedOn, effectiveOn } }) => ({
      name: label,
      legislationIdentifier: citation,
      legislationJurisdiction: 'US',
      datePublished: publishedOn,
      legislationDateOfApplicability: effectiveOn,
      abstract: summary,
      url,
    }),
  },
});

export const RuleRecord = /* @__PURE__ */ entityRecord('RULE', () => ({
  /** Volume and first page, "89 FR 1192". Absent if the page is not known: the id is then `Rule:FR-Doc-` and the document number. */
  citation: optional(z.string().regex(/^\d+ FR \d+$/)),
  /** The last page, in the volume of the first. */
  lastPage: optional(z.int()),
  name: z.string(),
  stage: z.enum(RULE_STAGES),
  /** The days on which the Federal Register published the document, and from which it changes the law. */
  publishedOn: optional(z.string().refine(isDay)),
  effectiveOn: optional(z.string().refine(isDay)),
}));
