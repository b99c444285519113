import { z } from 'zod';
import { describeKind, entityRecord } from './descriptor.ts';

export const ORGANIZATION = describeKind('ORGANIZATION', {
  description: 'An agency, standards body, network, vendor, or program.',
  shape: 'hexagon',
  color: { light: '#6846c2', dark: '#ad97fa' },
  example: 'Organization:onc',
  schemaType: 'Organization',
  plain: {
    facts: { role: 'Role' },
    jsonLd: ({ label, aliases, summary, url }) => ({ name: label, alternateName: aliases, description: summary, url }),
  },
});

export const OrganizationRecord = /* @__PURE__ */ entityRecord('ORGANIZATION', () => ({
  name: z.string(),
  /** The role, such as agency, standards body, network, vendor, or program. */
  role: z.string(),
}));
