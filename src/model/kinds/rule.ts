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

/** Whether a document of a stage changes the law itself; a correction does so if what it corrects does. */
export const amendsLaw = (stage: string): boolean => stage === 'INTERIM_FINAL' || stage === 'FINAL';

/** A document number: "2023-28857", "E9-31216", "00-32678", "C1-2013-1073". Its year may be the year before publication. */
export const DOCUMENT_NUMBER = /^(?:[A-Z]\d-)?(?:\d{4}|\d{2}|[A-Z]\d)-\d{1,6}$/;

/** The id of a document: by its first page, or by its number if the page is not known. */
export const ruleId = ({
  citation,
  documentNumber,
}: {
  citation?: string | undefined;
  documentNumber?: string | undefined;
}) => `Rule:${citation?.replaceAll(' ', '-') ?? `FR-Doc-${documentNumber}`}`;

export const RULE = describeKind('RULE', {
  description: 'A Federal Register document, such as a proposed rule, a final rule, or a notice.',
  shape: 'triangle-down',
  color: { light: '#7a6a00', dark: '#d6c24a' },
  example: 'Rule:89-FR-1192',
  schemaType: 'Legislation',
  plain: {
    facts: {
      citation: 'Citation',
      documentNumber: 'Document number',
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
  /** The number that the Federal Register gave the document: "2023-28857", "E9-31216". */
  documentNumber: optional(z.string().regex(DOCUMENT_NUMBER)),
  /** The last page, in the volume of the first. */
  lastPage: optional(z.int()),
  name: z.string(),
  stage: z.enum(RULE_STAGES),
  /** The days on which the Federal Register published the document, and from which it changes the law. */
  publishedOn: optional(z.string().refine(isDay)),
  effectiveOn: optional(z.string().refine(isDay)),
}));
