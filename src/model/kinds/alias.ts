import { z } from 'zod';
import { describeKind, entityRecord, optional } from './descriptor.ts';

export const ALIAS_KINDS = ['ABBREVIATION', 'EXPANSION', 'SYNONYM', 'VARIANT'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

export const ALIAS = describeKind('ALIAS', {
  description: 'Another name for an entity.',
  words: { one: 'Other name', many: 'Other names' },
  shape: 'ring',
  color: { light: '#6b7686', dark: '#a4afc0' },
  example: 'Alias:hie',
  inSitemap: false,
  schemaType: 'Thing',
});

export const AliasRecord = /* @__PURE__ */ entityRecord('ALIAS', () => ({
  name: z.string(),
  /** The key of the vocabulary that contains the name. */
  vocabulary: optional(z.string()),
  /** The language of the name as a BCP 47 tag. Absent if the source does not state one. */
  language: optional(z.string()),
  aliasKind: z.enum(ALIAS_KINDS),
}));
