/** The shapes of the files in seed/, as people write them. Unknown keys are faults: they are mostly typing errors. */
import { z } from 'zod';
import { ALIAS_KINDS, STANDARD_LEVELS } from '../../model/kinds.ts';

const text = z
  .string()
  .trim()
  .min(1, 'it is empty')
  .regex(/^[^\n]*$/, 'keep it on one line');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');
const day = z.iso.date('a day such as 2026-01-31');
const web = z.string().regex(/^https?:\/\/\S+$/, 'an address that begins with http:// or https://');
const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);
const sources = z.array(text).min(1, 'at least one source');

const aliases = list(z.strictObject({ name: text, kind: z.enum(ALIAS_KINDS) }));

/** The shelves on which terms stand. */
const CATEGORIES = [
  'Records',
  'Programs',
  'Law',
  'Exceptions',
  'Actors',
  'Information',
  'Standards',
  'Exchange',
  'Networks',
  'Billing',
] as const;
const ROLES = ['agency', 'standards body', 'network', 'vendor', 'program', 'department'] as const;

/** The front matter of seed/terms/<slug>.md */
export const TermFile = z.strictObject({
  name: text,
  category: z.enum(CATEGORIES).optional(),
  shortDefinition: text,
  aliases,
  related: list(slug),
  contrasts: list(slug),
  broader: list(slug),
  about: list(text),
  definedIn: list(
    z.strictObject({
      citation: text,
      scope: text,
      gist: text,
      from: day.optional(),
      to: day.optional(),
      refersTo: text.optional(),
    }),
  ),
  mentionedIn: list(text),
  mentions: list(slug),
  sources,
});

/** seed/sources/*.yaml */
export const SourcesFile = z.array(
  z.strictObject({ id: slug, name: text, url: web.optional(), retrieved: day.optional() }),
);

/** seed/organizations.yaml */
export const OrganizationsFile = z.array(
  z.strictObject({ slug, name: text, role: z.enum(ROLES), summary: text, url: web.optional(), aliases, sources }),
);

/** seed/statutes.yaml */
export const StatutesFile = z.array(
  z.strictObject({
    slug,
    citation: text,
    name: text,
    summary: text,
    url: web.optional(),
    aliases,
    publishedBy: slug.optional(),
    sources,
  }),
);

/** seed/standards.yaml */
export const StandardsFile = z.array(
  z.strictObject({
    key: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/, 'parts of letters, digits, dots and hyphens, joined by /'),
    name: text,
    level: z.enum(STANDARD_LEVELS),
    version: text.optional(),
    canonical: web.optional(),
    summary: text,
    url: web.optional(),
    partOf: text.optional(),
    implements: list(text),
    supersedes: text.optional(),
    mapsTo: list(text),
    publishedBy: slug.optional(),
    aliases,
    sources,
  }),
);

/** A provision in seed/regulations/*.yaml, with what it contains. */
export interface Provision {
  citation: string;
  heading?: string | undefined;
  summary: string;
  url?: string | undefined;
  reserved: boolean;
  authorizedBy: string[];
  publishedBy?: string | undefined;
  exceptionTo: string[];
  cites: string[];
  adopts: { standard: string; from?: string | undefined; to?: string | undefined }[];
  sources?: string[] | undefined;
  children: Provision[];
}

/** seed/regulations/*.yaml: one tree a file. What contains others hands its sources down. */
export const RegulationFile: z.ZodType<Provision> = z.strictObject({
  citation: text,
  heading: text.optional(),
  summary: text,
  url: web.optional(),
  reserved: z.boolean().default(false),
  authorizedBy: list(slug),
  publishedBy: slug.optional(),
  exceptionTo: list(text),
  cites: list(text),
  adopts: list(z.strictObject({ standard: text, from: day.optional(), to: day.optional() })),
  sources: sources.optional(),
  get children() {
    return z.array(RegulationFile).default([]);
  },
});

export type Term = z.output<typeof TermFile>;
export type Alias = Term['aliases'][number];
