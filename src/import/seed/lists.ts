/**
 * Seed files that each contain one list of entities of a kind. For each file, this module defines the form of an item
 * and the resulting records.
 */
import { z } from 'zod';
import { regulationId } from '../../model/citation.ts';
import { documentNumberIn, pageIn } from '../../model/citations/register.ts';
import { defined } from '../../model/defined.ts';
import { amendsLaw, DOCUMENT_NUMBER, RULE_STAGES, ruleId } from '../../model/kinds/rule.ts';
import { STANDARD_LEVELS } from '../../model/kinds.ts';
import type { RelationType } from '../../model/relations.ts';
import type { Remark } from '../../store/errors.ts';
import type { Collector } from './collector.ts';
import { readCitation } from './law.ts';
import { aliases, day, list, type SeedAlias, slug, sources, text, web } from './shapes.ts';
import { readYaml, type SeedItem, type SeedPath, type SeedPlace } from './yaml.ts';

type At = SeedItem<unknown>['at'];

/** One seed file with a list. */
export interface SeedList {
  readonly file: string;
  /** The beginning of the ids in the file, such as `Statute`. */
  readonly label: string;
  /** Reads the file. Returns a function that adds its records to a collector, or null if there are errors. */
  read(file: string, yaml: string, faults: Remark[]): ((collector: Collector) => void) | null;
}

const seedList = <Item extends z.ZodType>(
  file: string,
  label: string,
  item: Item,
  derive: (item: z.output<Item>, at: At, collector: Collector) => void,
): SeedList => ({
  file,
  label,
  read(name, yaml, faults) {
    const read = readYaml(name, yaml, z.array(item), faults);
    return (
      read &&
      ((collector) => {
        for (const [i, one] of read.value.entries()) derive(one, (...path) => read.at(i, ...path), collector);
      })
    );
  },
});

const ROLES = ['agency', 'standards body', 'network', 'vendor', 'program', 'department'] as const;
/** The fields of every item. */
const common = { name: text, summary: text, url: web.optional(), aliases, sources };
const ORGANIZATION = z.strictObject({ ...common, slug, role: z.enum(ROLES) });
const STATUTE = z.strictObject({ ...common, slug, citation: text, publishedBy: slug.optional() });
const STANDARD = z.strictObject({
  ...common,
  key: z
    .string()
    .regex(
      /^[\w.-]+(\/[\w.-]+)*$/,
      'must consist of letters, digits, underscores, dots, and hyphens, in parts separated by /, such as us-core/6.1.0',
    ),
  level: z.enum(STANDARD_LEVELS),
  version: text.optional(),
  canonical: web.optional(),
  partOf: text.optional(),
  implements: list(text),
  supersedes: text.optional(),
  mapsTo: list(text),
  publishedBy: slug.optional(),
});

/** A provision, with a day of its own if it has one. */
const PROVISION = z.union([
  text.transform((citation) => ({ citation, effectiveOn: undefined, appliesFrom: undefined, adds: undefined })),
  z.strictObject({
    citation: text,
    effectiveOn: day.optional(),
    appliesFrom: day.optional(),
    adds: z.boolean().optional(),
  }),
]);
const RULE_NAME = text.refine((name) => pageIn(name) ?? documentNumberIn(name), {
  error: 'must be the first page or the number of a document, such as 89 FR 1192 or 2026-07205',
});

const RULE = z
  .strictObject({
    citation: z
      .string()
      .regex(/^\d+ FR \d+$/, 'must be a volume and a first page, such as 89 FR 1192')
      .optional(),
    document: z.string().regex(DOCUMENT_NUMBER, 'must be a document number, such as 2026-07205').optional(),
    lastPage: z.int().optional(),
    stage: z.enum(RULE_STAGES),
    publishedOn: day.optional(),
    effectiveOn: day.optional(),
    /** Provisions that the document changes, or would change if it is a proposal. */
    amends: list(PROVISION),
    proposes: list(PROVISION),
    /** Documents, identified by first page or by number. */
    finalizes: list(RULE_NAME),
    corrects: list(RULE_NAME),
    ...common,
  })
  .refine(
    ({ citation, document }) => citation ?? document,
    'a citation is required, or a document number if the page is unknown',
  )
  .refine(({ stage, proposes }) => proposes.length === 0 || stage === 'PROPOSED', {
    error: 'only a proposed rule can propose amendments',
    path: ['proposes'],
  })
  .refine(({ stage, amends }) => amends.length === 0 || amendsLaw(stage) || stage === 'CORRECTION', {
    error: 'only a final rule, an interim final rule, or a correction of such a rule can amend provisions',
    path: ['amends'],
  });

/** Every list of the seed, in the order in which the records are collected. */
export const SEED_LISTS: readonly SeedList[] = [
  seedList('organizations.yaml', 'Organization', ORGANIZATION, (item, at, collector) => {
    const { slug, name, role, summary, url } = item;
    const id = `Organization:${slug}`;
    collector.entity({ kind: 'ORGANIZATION', id, label: name, name, role, ...defined({ summary, url }) }, at());
    named(collector, id, item, at);
  }),
  seedList('statutes.yaml', 'Statute', STATUTE, (item, at, collector) => {
    const { slug, citation, name, summary, url, publishedBy, sources } = item;
    const id = `Statute:${slug}`;
    collector.entity({ kind: 'STATUTE', id, label: name, citation, name, ...defined({ summary, url }) }, at());
    named(collector, id, item, at);
    if (publishedBy === undefined) return;
    const to = `Organization:${publishedBy}`;
    collector.relate({ type: 'PUBLISHED_BY', from: id, to, sources, place: at('publishedBy') });
  }),
  seedList('standards.yaml', 'Standard', STANDARD, (item, at, collector) => {
    const { key, name, level, version, canonical, summary, url, sources, partOf, supersedes, publishedBy } = item;
    const id = `Standard:${key}`;
    collector.entity(
      { kind: 'STANDARD', id, label: name, key, name, level, ...defined({ version, canonical, summary, url }) },
      at(),
    );
    named(collector, id, item, at);
    const relate = (type: RelationType, to: string, path: SeedPath, more: { position?: number } = {}) =>
      collector.relate({ type, from: id, to, sources, place: at(...path), ...more });
    if (partOf !== undefined) {
      const whole = `Standard:${partOf}`;
      relate('PART_OF', whole, ['partOf'], { position: collector.partsOf(whole) });
    }
    for (const [i, other] of item.implements.entries()) relate('IMPLEMENTS', `Standard:${other}`, ['implements', i]);
    for (const [i, other] of item.mapsTo.entries()) relate('MAPS_TO', `Standard:${other}`, ['mapsTo', i]);
    if (supersedes !== undefined) relate('SUPERSEDES', `Standard:${supersedes}`, ['supersedes']);
    if (publishedBy !== undefined) relate('PUBLISHED_BY', `Organization:${publishedBy}`, ['publishedBy']);
  }),
  seedList('rules.yaml', 'Rule', RULE, (item, at, collector) => {
    const { citation, document: documentNumber, name, stage, sources } = item;
    const { lastPage, publishedOn, effectiveOn, summary, url } = item;
    const id = ruleId({ citation, documentNumber });
    const more = defined({ citation, documentNumber, lastPage, publishedOn, effectiveOn, summary, url });
    collector.entity({ kind: 'RULE', id, label: name, name, stage, ...more }, at());
    named(collector, id, item, at);
    for (const [type, field, from] of [
      ['AMENDS', 'amends', effectiveOn],
      ['PROPOSES', 'proposes', publishedOn],
    ] as const) {
      for (const [i, { citation: written, effectiveOn: own, appliesFrom, adds }] of item[field].entries()) {
        const place = at(field, i);
        const provision = readCitation(written, place, collector);
        const days = defined({ validFrom: own ?? from, appliesFrom, adds });
        if (provision)
          collector.relate({ type, from: id, to: regulationId(provision), sources, place, open: true, ...days });
      }
    }
    for (const [type, field] of [
      ['FINALIZES', 'finalizes'],
      ['CORRECTS', 'corrects'],
    ] as const) {
      for (const [i, other] of item[field].entries()) {
        const to = ruleId({
          citation: pageIn(other) ?? undefined,
          documentNumber: documentNumberIn(other) ?? undefined,
        });
        collector.relate({ type, from: id, to, sources, place: at(field, i), ...defined({ validFrom: publishedOn }) });
      }
    }
  }),
];

/** The other names of an entity, and the sources of its facts. */
function named(
  collector: Collector,
  id: string,
  { aliases, sources }: { aliases: readonly SeedAlias[]; sources: readonly string[] },
  at: (...path: SeedPath) => SeedPlace,
): void {
  for (const [i, source] of sources.entries()) collector.rely(source, at('sources', i));
  for (const [i, { name, kind }] of aliases.entries()) collector.alias(name, kind, id, sources, at('aliases', i));
}
