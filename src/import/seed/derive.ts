import {
  type CfrCitation,
  citationSortKey,
  formatCitation,
  parseCitation,
  regulationId,
} from '../../model/citation.ts';
import type { RegulationLevel } from '../../model/kinds.ts';
import type { EntityRecord, ImportRecords, RelationRecord } from '../../model/records.ts';
import type { Remark } from '../errors.ts';
import { Collector } from './collector.ts';
import type { Read, Section, SeedFiles } from './read.ts';
import type { Alias, Provision } from './shapes.ts';

/** Headings that every term's page has, in this order; the takeaways stand before them. */
const TAKEAWAYS = 'Key takeaways';
const DEFINITION = 'Definition';

/** How much less each next related term weighs: the first is named first for a reason. */
const STEP = 0.05;
const LEAST_WEIGHT = 0.1;

/** Records from the files of a seed, with every fault of the ways in which they refer to each other. */
export function deriveSeed(files: SeedFiles): { records: ImportRecords; faults: Remark[]; notes: Remark[] } {
  const collector = new Collector();
  for (const { value, at } of files.sources) {
    value.forEach(({ id, ...source }, i) =>
      collector.source({ id: `Source:${id}`, ...defined(source) }, at([i], `source ${id}`)),
    );
  }
  organizations(files, collector);
  statutes(files, collector);
  standards(files, collector);
  for (const tree of files.regulations) provision(tree, tree.value, [], null, 0, [], collector);
  terms(files, collector);
  return collector.finish();
}

function organizations({ organizations: read }: SeedFiles, collector: Collector): void {
  each(read, ({ slug, name, role, summary, url, aliases, sources }, at) => {
    const id = `Organization:${slug}`;
    collector.entity({ kind: 'ORGANIZATION', id, label: name, name, role, ...defined({ summary, url }) }, at(''));
    aliased(collector, id, aliases, sources, at);
  });
}

function statutes({ statutes: read }: SeedFiles, collector: Collector): void {
  each(read, ({ slug, citation, name, summary, url, aliases, publishedBy, sources }, at) => {
    const id = `Statute:${slug}`;
    collector.entity({ kind: 'STATUTE', id, label: name, citation, name, ...defined({ summary, url }) }, at(''));
    aliased(collector, id, aliases, sources, at);
    if (publishedBy) collector.relate('PUBLISHED_BY', id, `Organization:${publishedBy}`, sources, at('publishedBy'));
  });
}

function standards({ standards: read }: SeedFiles, collector: Collector): void {
  const places = new Map<string, number>();
  each(
    read,
    ({ key, name, level, aliases, sources, partOf, implements: on, supersedes, mapsTo, publishedBy, ...more }, at) => {
      const id = `Standard:${key}`;
      collector.entity({ kind: 'STANDARD', id, label: name, key, name, level, ...defined(more) }, at(''));
      aliased(collector, id, aliases, sources, at);
      const relate = (type: RelationRecord['type'], to: string, field: string, more: Partial<RelationRecord> = {}) =>
        collector.relate(type, id, to, sources, at(field), more);
      if (partOf !== undefined) {
        const position = places.get(partOf) ?? 0;
        places.set(partOf, position + 1);
        relate('PART_OF', `Standard:${partOf}`, 'partOf', { position });
      }
      for (const other of on) relate('IMPLEMENTS', `Standard:${other}`, 'implements');
      for (const other of mapsTo) relate('MAPS_TO', `Standard:${other}`, 'mapsTo');
      if (supersedes !== undefined) relate('SUPERSEDES', `Standard:${supersedes}`, 'supersedes');
      if (publishedBy !== undefined) relate('PUBLISHED_BY', `Organization:${publishedBy}`, 'publishedBy');
    },
  );
}

function provision(
  file: Read<Provision>,
  { citation: written, heading, summary, url, reserved, children, ...more }: Provision,
  path: (string | number)[],
  container: string | null,
  position: number,
  inherited: readonly string[],
  collector: Collector,
): void {
  const at = (field: string) => file.at([...path, field], `${written}: ${field}`);
  const sources = more.sources ?? inherited;
  const citation = parseCitation(written);
  if (citation === null) return void collector.fault(file.at([...path, 'citation'], `"${written}" is no citation`));
  const id = regulationId(citation);
  const canonical = formatCitation(citation);
  if (canonical !== written) collector.fault(file.at([...path, 'citation'], `write it as "${canonical}"`));
  if (sources.length === 0) collector.fault(file.at(path, `${written}: no source, here or above`));
  collector.entity(
    {
      kind: 'REGULATION',
      id,
      label: canonical,
      citation: canonical,
      sortKey: citationSortKey(citation),
      level: levelOf(citation),
      reserved,
      ...defined({ heading, summary, url }),
    },
    at('citation'),
  );
  const relate = (
    type: RelationRecord['type'],
    to: string | null,
    field: string,
    extra: Partial<RelationRecord> = {},
  ) =>
    to === null
      ? collector.fault(file.at([...path, field], `${written}: ${field} names no citation`))
      : collector.relate(type, id, to, sources, at(field), extra);
  if (container !== null) relate('PART_OF', container, 'citation', { position });
  for (const slug of more.authorizedBy) relate('AUTHORIZED_BY', `Statute:${slug}`, 'authorizedBy');
  if (more.publishedBy !== undefined) relate('PUBLISHED_BY', `Organization:${more.publishedBy}`, 'publishedBy');
  for (const other of more.exceptionTo) relate('EXCEPTION_TO', placeId(other), 'exceptionTo');
  for (const other of more.cites)
    relate('CITES', other.startsWith('Statute:') ? other : placeId(other), 'cites', {
      text: other.replace('Statute:', ''),
    });
  for (const { standard, from, to } of more.adopts) {
    relate('ADOPTS', `Standard:${standard}`, 'adopts', defined({ validFrom: from, validTo: to }));
  }
  for (const [i, child] of children.entries())
    provision(file, child, [...path, 'children', i], id, i, sources, collector);
}

function terms({ terms: read }: SeedFiles, collector: Collector): void {
  for (const { value, at: place } of read) {
    const { slug, name, category, shortDefinition, sections, sources } = value;
    const at = (field: string) => place([field], `${slug}: ${field}`);
    const id = `Term:${slug}`;
    const takeaways = sections.find(({ heading }) => heading === TAKEAWAYS);
    const page = sections.filter((section) => section !== takeaways);
    const definition = page.find(({ heading }) => heading === DEFINITION)?.body;
    if (definition === undefined) collector.fault(place([], `${slug}: a section "## ${DEFINITION}" is missing`));
    for (const { heading, body } of sections) {
      if (body === '') collector.fault(place([], `${slug}: the section "${heading}" is empty`));
    }
    collector.entity(
      {
        kind: 'TERM',
        id,
        label: name,
        slug,
        name,
        shortDefinition,
        summary: shortDefinition,
        ...defined({ category, definition }),
        keyTakeaways: bullets(takeaways),
        sectionHeadings: page.map(({ heading }) => heading),
        sectionBodies: page.map(({ body }) => body),
      },
      at('name'),
    );
    aliased(collector, id, value.aliases, sources, at);
    const relate = (
      type: RelationRecord['type'],
      from: string,
      to: string,
      field: string,
      more: Partial<RelationRecord> = {},
    ) => collector.relate(type, from, to, sources, at(field), more);
    value.related.forEach((other, i) => {
      relate('RELATED_TO', id, `Term:${other}`, 'related', {
        weight: Math.max(LEAST_WEIGHT, Math.round((1 - i * STEP) * 100) / 100),
      });
    });
    for (const other of value.contrasts) relate('CONTRASTS_WITH', id, `Term:${other}`, 'contrasts');
    for (const other of value.broader) relate('BROADER', id, `Term:${other}`, 'broader');
    for (const other of value.about) relate('ABOUT', id, other, 'about');
    for (const other of value.mentions) relate('MENTIONS', id, `Term:${other}`, 'mentions');
    for (const written of value.mentionedIn) relateFrom(written, 'MENTIONS', 'mentionedIn', {});
    for (const { citation, scope, gist, from, to, refersTo } of value.definedIn) {
      const scopeId = placeId(scope);
      if (scopeId === null) collector.fault(place(['definedIn'], `${slug}: scope "${scope}" is no citation`));
      else collector.mustExist(scopeId, at('definedIn'));
      relateFrom(citation, 'DEFINES', 'definedIn', {
        text: gist,
        ...defined({ scopeId: scopeId ?? undefined, validFrom: from, validTo: to, refersTo }),
      });
    }
    function relateFrom(written: string, type: RelationRecord['type'], field: string, more: Partial<RelationRecord>) {
      const from = placeId(written);
      if (from === null) collector.fault(place([field], `${slug}: "${written}" is no citation`));
      else relate(type, from, id, field, more);
    }
  }
}

function aliased(
  collector: Collector,
  of: string,
  aliases: readonly Alias[],
  sources: readonly string[],
  at: (field: string) => Remark,
): void {
  for (const { name, kind } of aliases) collector.alias(name, kind, of, sources, at('aliases'));
}

/** Items of files that hold lists, each with the place of its fields. */
function each<Item>(read: readonly Read<Item[]>[], take: (item: Item, at: (field: string) => Remark) => void): void {
  for (const { value, at } of read) {
    for (const [i, item] of value.entries()) take(item, (field) => at(field === '' ? [i] : [i, field], field));
  }
}

const placeId = (written: string): string | null => {
  const citation = parseCitation(written);
  return citation && regulationId(citation);
};

function levelOf({ part, subpart, appendix, section, paragraphs }: CfrCitation): RegulationLevel {
  if (paragraphs.length > 0) return 'PARAGRAPH';
  if (section !== undefined) return 'SECTION';
  if (appendix !== undefined) return 'APPENDIX';
  if (subpart !== undefined) return 'SUBPART';
  return part !== undefined ? 'PART' : 'TITLE';
}

/** The items of a bullet list, without their bullets. */
const bullets = (section: Section | undefined): string[] =>
  (section?.body ?? '')
    .split(/^[-*]\s+/m)
    .map((item) => item.replace(/\s+/g, ' ').trim())
    .filter((item) => item !== '');

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
/** The same without what is undefined: an absent property is an absent value. */
const defined = <T extends object>(
  values: T,
): Defined<T> & Required<Pick<T, { [K in keyof T]: undefined extends T[K] ? never : K }[keyof T]>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

export type { EntityRecord };
