/** The schemas of the files in seed/. Unknown keys are errors because most of them are typos. */
import { z } from 'zod';
import { ALIAS_KINDS } from '../../model/kinds.ts';
import { NOTICE_KINDS } from '../../model/notice.ts';

export const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .regex(/^[^\n]*$/, 'must be on a single line');
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must consist of lowercase letters, digits, and single hyphens, such as emr-vs-ehr',
  );
export const day = z.iso.date('must be a date, such as 2026-01-31');
export const web = z.string().regex(/^https?:\/\/\S+$/, 'must be a URL that begins with http:// or https://');
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);
export const sources = z.array(text).min(1, 'must list at least one source');

export const aliases = list(z.strictObject({ name: text, kind: z.enum(ALIAS_KINDS) }));

/** The categories of terms. */
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
  'Privacy',
] as const;

/** The front matter of seed/terms/<slug>.md. */
export const TermFile = z.strictObject({
  name: text,
  category: z.enum(CATEGORIES).optional(),
  shortDefinition: text,
  /** The day on which the page was last checked against its sources. */
  reviewed: day.optional(),
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

/** The contents of seed/sources/*.yaml. */
export const SourcesFile = z.array(
  z.strictObject({ id: slug, name: text, url: web.optional(), retrieved: day.optional() }),
);

/** What is known about the enforcement of an adoption; `source` is the name of a source in sources/. */
const SEED_NOTICE = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  text,
  from: day.optional(),
  to: day.optional(),
  source: text,
});

/** An adoption of a standard, with its dates if the law states them. */
export interface SeedAdoption {
  standard: string;
  from?: string | undefined;
  to?: string | undefined;
  notices: z.output<typeof SEED_NOTICE>[];
}

/** A provision in seed/regulations/*.yaml, with the provisions that it contains. */
export interface SeedProvision {
  citation: string;
  heading?: string | undefined;
  summary: string;
  url?: string | undefined;
  reserved: boolean;
  authorizedBy: string[];
  publishedBy?: string | undefined;
  exceptionTo: string[];
  cites: string[];
  adopts: SeedAdoption[];
  sources?: string[] | undefined;
  children: SeedProvision[];
}

/**
 * The contents of seed/regulations/*.yaml: one tree per file. A provision inherits the sources of the provision that
 * contains it.
 */
export const RegulationFile: z.ZodType<SeedProvision> = z.strictObject({
  citation: text,
  heading: text.optional(),
  summary: text,
  url: web.optional(),
  reserved: z.boolean().default(false),
  authorizedBy: list(slug),
  publishedBy: slug.optional(),
  exceptionTo: list(text),
  cites: list(text),
  adopts: list(
    z.strictObject({ standard: text, from: day.optional(), to: day.optional(), notices: list(SEED_NOTICE) }),
  ),
  sources: sources.optional(),
  get children() {
    return z.array(RegulationFile).default([]);
  },
});

export type SeedTerm = z.output<typeof TermFile>;
export type SeedAlias = SeedTerm['aliases'][number];
