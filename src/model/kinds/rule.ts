import { z } from 'zod';
import { isDay } from '../day.ts';
import { describeKind, entityRecord, optional } from './descriptor.ts';

/** The effect of a Federal Register document on the law, in the order of a rulemaking. */
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

/**
 * Whether a document of a stage changes the law itself. A correction changes the law if the corrected document does.
 */
export const amendsLaw = (stage: string): boolean => stage === 'INTERIM_FINAL' || stage === 'FINAL';

/**
 * A document number, such as "2023-28857", "E9-31216", "00-32678", or "C1-2013-1073". The year in the number can be the
 * year before publication.
 */
export const DOCUMENT_NUMBER = /^(?:[A-Z]\d-)?(?:\d{4}|\d{2}|[A-Z]\d)-\d{1,6}$/;

/** The id of a document. It contains the first page, or the document number if the page is not known. */
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
  /**
   * The volume and first page, such as "89 FR 1192". Absent if the page is not known. In that case, the id is
   * `Rule:FR-Doc-` followed by the document number.
   */
  citation: optional(z.string().regex(/^\d+ FR \d+$/)),
  /** The document number from the Federal Register, such as "2023-28857" or "E9-31216". */
  documentNumber: optional(z.string().regex(DOCUMENT_NUMBER)),
  /** The last page, in the same volume as the first page. */
  lastPage: optional(z.int()),
  name: z.string(),
  stage: z.enum(RULE_STAGES),
  /** The day on which the Federal Register published the document, and the day from which it changes the law. */
  publishedOn: optional(z.string().refine(isDay)),
  effectiveOn: optional(z.string().refine(isDay)),
}));
