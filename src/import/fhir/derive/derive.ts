import { defined } from '../../../model/defined.ts';
import type { StandardLevel } from '../../../model/kinds.ts';
import type { ImportRecords, StandardRecord } from '../../../model/records.ts';
import { DEFAULT_RANK, type VocabularyRecord, vocabularyId } from '../../../model/vocabulary.ts';
import { withoutEscapes } from '../../../prose/escapes.ts';
import { slugOf } from '../../slug.ts';
import { dayOf, standardId, withoutVersion } from '../keys.ts';
import type { PackageContent } from '../read/read-content.ts';
import type { CodeSystem, Resource, Structure, ValueSet } from '../read/resources.ts';
import { type BaseOf, Bases } from './bases.ts';
import { addConcepts } from './concepts.ts';
import { elementsOf } from './elements.ts';
import { maturityIn } from './flags.ts';
import { GuideCollector } from './guide-collector.ts';
import type { GuideVersion } from './guide-version.ts';
import type { KnownToGuides } from './known-to-guides.ts';
import { publisherOf } from './publisher.ts';

/** A package or a file, converted to records. */
export interface DerivedGuide {
  records: ImportRecords;
  counts: Partial<Record<StandardLevel, number>>;
  concepts: { terms: number; aliases: number };
  bases: BaseOf;
  /** Keys of structures that have a differential but no snapshot. */
  withoutSnapshot: string[];
  /** Structures whose base is neither in the package nor in its dependencies. */
  baseless: { key: string; base: string }[];
}

/**
 * Derives records from the resources of a package or file. Pure.
 *
 * @throws ImportError if two resources have the same key
 */
export function derive(content: PackageContent, guide: GuideVersion, known: KnownToGuides): DerivedGuide {
  const { title, sourceId } = guide;
  const name =
    guide.package === undefined
      ? `${title}, ${guide.origin.split(':').at(-1)}`
      : `${title} (${guide.package} ${guide.version})`;
  const collector = new GuideCollector({ id: sourceId, name, ...defined({ url: guide.url }), sha256: content.sha256 });
  const derivation = new Derivation(content, guide, known, collector);
  derivation.versions();
  derivation.contents();
  const systems = derivation.systems();
  const vocabulary = conceptsOf(guide);
  const concepts = addConcepts(collector, systems, { vocabulary: vocabulary.key, sourceId }, (system) =>
    standardId(derivation.keyOf(system)),
  );
  const { bases, withoutSnapshot, baseless } = derivation;
  const records = { ...collector.records(), ...(concepts.terms > 0 && { vocabularies: [vocabulary] }) };
  return { records, counts: countsOf(records), concepts, bases, withoutSnapshot, baseless };
}

/**
 * The vocabulary of a guide's concepts. Texts are not searched for their names: code systems have thousands that are called
 * "active", "other" or "patient".
 */
function conceptsOf({ key: guide, title, url }: GuideVersion): VocabularyRecord {
  const key = slugOf(guide);
  return { id: vocabularyId(key), key, name: title, ...defined({ url }), linking: 'NOWHERE', rank: DEFAULT_RANK };
}

/** The resources that become standards below a version. */
type Listed = Structure | ValueSet | CodeSystem;

class Derivation {
  readonly bases: BaseOf = new Map();
  readonly withoutSnapshot: string[] = [];
  readonly baseless: { key: string; base: string }[] = [];
  private readonly content: PackageContent;
  private readonly guide: GuideVersion;
  private readonly known: KnownToGuides;
  private readonly to: GuideCollector;
  private readonly version: string;
  private readonly listed: Listed[];
  private readonly finder: Bases;

  constructor(content: PackageContent, guide: GuideVersion, known: KnownToGuides, to: GuideCollector) {
    this.content = content;
    this.guide = guide;
    this.known = known;
    this.to = to;
    this.version = `${guide.key}/${guide.version}`;
    this.listed = content.resources.filter((one): one is Listed => one.resourceType !== 'ImplementationGuide');
    // The order of files in an archive means nothing; the order of resources in a Bundle does.
    if (content.manifest) this.listed.sort((a, b) => (this.keyOf(a) < this.keyOf(b) ? -1 : 1));
    const own = this.listed.flatMap((one) =>
      one.resourceType === 'StructureDefinition' && one.url
        ? [[withoutVersion(one.url), this.keyOf(one)] as const]
        : [],
    );
    this.finder = new Bases(guide, new Map(own), known.guides);
  }

  keyOf({ resourceType, id }: Resource): string {
    const folder = resourceType === 'StructureDefinition' ? '' : `${resourceType.toLowerCase()}/`;
    return `${this.version}/${folder}${id}`;
  }

  systems(): CodeSystem[] {
    return this.listed.filter((one): one is CodeSystem => one.resourceType === 'CodeSystem');
  }

  /**
   * Adds the guide, its version, and its publisher. A loose file omits whatever a package or another import describes.
   */
  versions(): void {
    const { guide, version, to } = this;
    const isLoose = guide.package === undefined;
    const [above, own] = [standardId(guide.key), standardId(version)];
    const describes = (key: string) => !isLoose || !this.known.described.has(key);
    const { canonical, url, status, date } = guide;
    const publisher = publisherOf(guide.publishers, this.known.organizations);
    const describe = (key: string, record: Pick<StandardRecord, 'name' | 'level'> & Partial<StandardRecord>) => {
      if (!describes(key)) return;
      const id = standardId(key);
      to.add(this.content.file, { kind: 'STANDARD', id, key, label: record.name, ...record, canonical });
      if (publisher === undefined) return;
      if (publisher.made && !to.has(publisher.id)) to.add(this.content.file, publisher.made);
      to.relate('PUBLISHED_BY', id, publisher.id);
    };
    describe(guide.key, { name: guide.title, level: 'STANDARD' });
    describe(version, {
      ...{ name: guide.name, level: 'VERSION', version: guide.version },
      ...defined({ package: guide.package, url, status, date }),
    });
    if (!describes(version)) return;
    to.relate('PART_OF', own, above);
    const core = this.finder.coreVersion();
    if (core !== undefined) to.relate('IMPLEMENTS', own, standardId(core), { open: true });
  }

  /** Adds structures with their elements, value sets, and code systems. */
  contents(): void {
    for (const [position, resource] of this.listed.entries()) {
      const key = this.keyOf(resource);
      this.to.add(resource.file, recordOf(resource, key));
      this.to.relate('PART_OF', standardId(key), standardId(this.version), { position });
      if (resource.resourceType === 'StructureDefinition') this.structure(resource, key);
    }
  }

  private structure(structure: Structure, key: string): void {
    const { to, finder } = this;
    const { baseDefinition, derivation, file } = structure;
    if (!structure.hasSnapshot) this.withoutSnapshot.push(key);
    const bases = baseDefinition === undefined ? [] : finder.of(baseDefinition);
    const [base] = bases;
    if (base !== undefined && base.canonical === undefined) this.bases.set(key, { base: base.key, structure });
    if (derivation === 'constraint' && baseDefinition !== undefined) {
      if (base === undefined) this.baseless.push({ key, base: baseDefinition });
      for (const { key: above, canonical } of bases) {
        if (above === key) continue;
        to.relate('IMPLEMENTS', standardId(key), standardId(above), {
          open: true,
          ...defined({ toCanonical: canonical }),
        });
      }
    }
    for (const { record, parent, position, constrains } of elementsOf(structure, key)) {
      const id = standardId(record.key);
      to.add(file, { ...record, id });
      to.relate('PART_OF', id, standardId(parent), { position });
      const constrained = constrains === undefined ? undefined : finder.inCore(constrains);
      if (constrained !== undefined) to.relate('IMPLEMENTS', id, standardId(constrained), { open: true });
    }
  }
}

function recordOf(resource: Listed, key: string): StandardRecord {
  const { url, version, status, date, description, id, extension } = resource;
  const name =
    (resource.resourceType !== 'StructureDefinition' || isProfile(resource) ? resource.title : undefined) ??
    resource.name ??
    id;
  return {
    kind: 'STANDARD',
    id: standardId(key),
    label: name,
    key,
    name,
    level: levelOf(resource),
    ...defined({ summary: firstSentence(description), version, canonical: url, status, date: dayOf(date) }),
    ...defined({ maturity: maturityIn(extension) }),
  };
}

const isProfile = ({ derivation }: Structure) => derivation === 'constraint';

function levelOf(resource: Listed): StandardLevel {
  if (resource.resourceType === 'ValueSet') return 'VALUE_SET';
  if (resource.resourceType === 'CodeSystem') return 'CODE_SYSTEM';
  if (isProfile(resource)) return 'PROFILE';
  if (resource.kind === 'logical') return 'LOGICAL_MODEL';
  return resource.kind === 'resource' ? 'RESOURCE' : 'DATA_TYPE';
}

function countsOf({ entities }: ImportRecords): DerivedGuide['counts'] {
  const counts: DerivedGuide['counts'] = {};
  for (const one of entities) if (one.kind === 'STANDARD') counts[one.level] = (counts[one.level] ?? 0) + 1;
  return counts;
}

const LONGEST_SUMMARY = 300;

/** The first sentence of a description, cut between words after about 300 characters. */
function firstSentence(description: string | undefined): string | undefined {
  const text = (description ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') // a link becomes its text
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  const sentence = withoutEscapes(/^.*?[^\s.]{2,}[.!?](?=\s|$)/.exec(text)?.[0] ?? text);
  return sentence.length <= LONGEST_SUMMARY
    ? sentence
    : `${sentence.slice(0, LONGEST_SUMMARY).replace(/\s+\S*$/, '')} …`;
}
