import { z } from 'zod';
import { describeKind, entityRecord } from './descriptor.ts';

export const STATUTE = describeKind('STATUTE', {
  description: 'An act of Congress or a section of an act.',
  shape: 'triangle',
  color: { light: '#8c2f6f', dark: '#e58cc9' },
  example: 'Statute:21st-century-cures-act',
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
