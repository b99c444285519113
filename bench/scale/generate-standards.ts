/** Generates families of standards: versions, resources, profiles, and their elements. */
import { authored, entityItem, type GraphItem, parsed, relationItem, sourceItem } from './generate-items.ts';
import { idOfTerm, nameOfTerm, type ScalePlan, VERSIONS, versionKey } from './generate-plan.ts';
import { chanceOf, hubBelow, nameFrom, textFrom } from './generate-words.ts';

const RESOURCES = 4;
const ELEMENTS = 5;
const SOURCES = ['Source:standards-a', 'Source:standards-b'] as const;

/** The standards. */
export function* standardItems(plan: ScalePlan): Generator<GraphItem> {
  for (const id of SOURCES) yield sourceItem('seed', { id, name: 'Standards catalog', retrieved: '2025-11-01' });
  for (let family = 0; family < plan.families; family += 1) {
    const name = `${nameFrom(chanceOf(plan.seed + 8, family))} Guide`;
    yield* standard(plan, `family-${family}`, { name, level: 'STANDARD' });
    for (let version = 0; version < VERSIONS; version += 1) yield* versionItems(plan, family, version, name);
  }
}

function* versionItems(plan: ScalePlan, family: number, version: number, name: string): Generator<GraphItem> {
  const r = chanceOf(plan.seed + 9, family * VERSIONS + version);
  const key = versionKey(family, version);
  const id = `Standard:${key}`;
  const number = key.split('/')[1] ?? '';
  const date = `${2018 + 3 * version}-${String(1 + r.int(12)).padStart(2, '0')}-15`;
  const canonical = `https://example.org/family-${family}/${version}`;
  const facts = { level: 'VERSION', version: number, date, canonical, status: 'active' } as const;
  yield* standard(plan, key, { name: `${name} ${number}`, ...facts }, `family-${family}`, version);
  const evidence = authored(...SOURCES);
  const organization = `Organization:organization-${family % plan.organizations}`;
  yield relationItem('seed', { type: 'PUBLISHED_BY', from: id, to: organization }, evidence);
  if (version > 0) {
    const to = `Standard:${versionKey(family, version - 1)}`;
    yield relationItem(`fhir:family-${family}`, { type: 'SUPERSEDES', from: id, to }, evidence);
  }
  if (family > 0) {
    const to = `Standard:${versionKey(hubBelow(r, family), version)}`;
    yield relationItem(`fhir:${key}`, { type: 'IMPLEMENTS', from: id, to, facts: { open: true } }, evidence);
  }
  for (let resource = 0; resource < RESOURCES; resource += 1) {
    const within = `${key}/Resource${resource}`;
    const level = family % 2 === 0 ? 'RESOURCE' : 'PROFILE';
    yield* standard(plan, within, { name: nameFrom(r), level, version: number, status: 'active' }, key, resource);
    for (let element = 0; element < ELEMENTS; element += 1) {
      const path = `Resource${resource}.element${element}`;
      const own = {
        name: path,
        level: 'ELEMENT' as const,
        path,
        min: 0,
        max: '*',
        types: ['string'],
      } satisfies StandardFacts;
      yield* standard(plan, `${key}/${path}`, own, within, element);
    }
  }
}

type StandardFacts = Omit<
  Extract<Parameters<typeof entityItem>[1], { kind: 'STANDARD' }>,
  'kind' | 'id' | 'key' | 'label'
>;

/** A standard or a part of one, and a term that its summary mentions. */
function* standard(
  plan: ScalePlan,
  key: string,
  facts: StandardFacts,
  within?: string,
  position = 0,
): Generator<GraphItem> {
  const r = chanceOf(plan.seed + 10, hash(key));
  const id = `Standard:${key}`;
  const origin = facts.level === 'STANDARD' ? 'seed' : `fhir:${key.split('/').slice(0, 2).join('/')}`;
  const term = hubBelow(r, plan.own);
  const summary = textFrom(r, 14, [{ term, name: nameOfTerm(plan, term) }]);
  yield entityItem(origin, { kind: 'STANDARD', id, key, label: facts.name, summary: summary.text, ...facts });
  if (within !== undefined) {
    const partOf = { type: 'PART_OF', from: id, to: `Standard:${within}`, facts: { position } } as const;
    yield relationItem(origin, partOf, parsed(key, SOURCES[0]));
  }
  const [found] = summary.names;
  if (found === undefined) return;
  const { name: quote, start, end } = found;
  yield relationItem(
    `link:${key.split('/').slice(0, 2).join('/')}`,
    { type: 'MENTIONS', from: id, to: idOfTerm(plan, term), facts: { weight: 0.4 } },
    [{ rule: 'MATCHED', quote, start, end, sourceId: SOURCES[0] }],
  );
}

function hash(text: string): number {
  let number = 7;
  for (let i = 0; i < text.length; i += 1) number = (Math.imul(number, 31) + text.charCodeAt(i)) | 0;
  return number;
}
