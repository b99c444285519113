import { z } from 'zod';
import { describeKind, entityRecord } from './descriptor.ts';

export const STATUTE = describeKind({
  kind: 'STATUTE',
  label: 'Statute',
  description: 'An act of Congress or a section of an act.',
  words: { one: 'Statute', many: 'Statutes' },
  shape: 'triangle',
  color: { light: '#8c2f6f', dark: '#e58cc9' },
  example: 'Statute:21st-century-cures-act',
  inSitemap: true,
  schemaType: 'Legislation',
  plain: {
    facts: { citation: 'Citation' },
    jsonLd: ({ label, summary, url, facts: { citation } }) => ({
      name: `${citation}: ${label}`,
      legislationIdentifier: citation,
      legislationJurisdiction: 'US',
      abstract: summary,
      url,
    }),
  },
});

export const StatuteRecord = /* @__PURE__ */ entityRecord('STATUTE', () => ({
  citation: z.string(),
  name: z.string(),
}));
export type StatuteRecord = z.infer<typeof StatuteRecord>;
