/** Generates vocabularies, and their terms with aliases and relations. */
import type { AliasKind } from '../../src/model/kinds.ts';
import { GLOSSOGRAPH, isReservedVocabulary, LAW, slugIn, vocabularyId } from '../../src/model/vocabulary.ts';
import type { Random } from '../../test/plan/random.ts';
import {
  authored,
  entityItem,
  type GraphItem,
  parsed,
  relationItem,
  sourceItem,
  vocabularyItem,
} from './generate-items.ts';
import { passageItems } from './generate-passages.ts';
import { idOfTerm, nameOfTerm, type ScalePlan, slugOfTerm, versionKey, vocabularyOfTerm } from './generate-plan.ts';
import { chanceOf, hubBelow, nameFrom, textFrom } from './generate-words.ts';

const PAGE_SECTIONS = ['Definition', 'Example', 'Common misconceptions'];
const CATEGORIES = ['Law', 'Standards', 'Exchange', 'Billing', 'Privacy'];
const OWN_SOURCES = ['Source:glossary-a', 'Source:glossary-b'] as const;
const ALIAS_KINDS: readonly AliasKind[] = ['ABBREVIATION', 'EXPANSION', 'SYNONYM', 'VARIANT'];

const originOfVocabulary = (key: string) => (isReservedVocabulary(key) ? 'seed' : `glossary:${key}.json`);
const sourceOfVocabulary = (key: string) => `Source:glossary-${key}`;

/** The vocabularies and their sources. */
export function* vocabularyItems({ vocabularies }: ScalePlan): Generator<GraphItem> {
  for (const id of OWN_SOURCES)
    yield sourceItem('seed', { id, name: `Handbook ${id.slice(-1)}`, retrieved: '2025-11-01' });
  yield vocabularyItem('seed', GLOSSOGRAPH);
  yield vocabularyItem('seed', LAW);
  for (const { key } of vocabularies) {
    const origin = originOfVocabulary(key);
    yield sourceItem(origin, { id: sourceOfVocabulary(key), name: `${key}.json`, retrieved: '2025-11-01' });
    if (!isReservedVocabulary(key)) {
      yield vocabularyItem(origin, { id: vocabularyId(key), key, name: key.toUpperCase(), linking: 'OWN', rank: 100 });
    }
  }
}

/** The terms, with their aliases and relations. */
export function* termItems(plan: ScalePlan): Generator<GraphItem> {
  for (let term = 0; term < plan.terms; term += 1) {
    const r = chanceOf(plan.seed + 1, term);
    const { key } = vocabularyOfTerm(plan, term);
    const aliases = [...aliasItems(plan, term, r)];
    yield* aliases;
    const names = aliases.flatMap((item) => (item.what === 'node' ? [String(item.properties.label)] : []));
    if (key === 'glossograph') yield* pageItems(plan, term, r, names);
    else yield* entryItems(plan, term, r, key);
    yield* relationsOfTerm(plan, term, r);
  }
}

/** A term with a page of sections. */
function* pageItems(plan: ScalePlan, term: number, r: Random, aliases: string[]): Generator<GraphItem> {
  const name = nameOfTerm(plan, term);
  const mentioned = Array.from({ length: 3 }, () => hubBelow(r, plan.own)).filter((other) => other !== term);
  const bodies = PAGE_SECTIONS.map(() => textFrom(r, 90, []).text);
  const definition = textFrom(
    r,
    60,
    mentioned.map((other) => ({ term: other, name: nameOfTerm(plan, other) })),
  );
  const short = textFrom(r, 18, []).text;
  const record = {
    ...({ kind: 'TERM', id: idOfTerm(plan, term), label: name, name, slug: slugOfTerm(plan, term) } as const),
    ...{ vocabulary: 'glossograph', category: r.pick(CATEGORIES), reviewedOn: '2025-11-01', summary: short },
    ...{ shortDefinition: short, definition: definition.text, sourceIds: [...OWN_SOURCES] },
    keyTakeaways: [textFrom(r, 14, []).text, textFrom(r, 14, []).text],
    ...{ sectionHeadings: PAGE_SECTIONS, sectionBodies: [definition.text, ...bodies.slice(1)] },
    ...{ referenceSections: [0, 2], referenceEnds: [40, 60], referenceSourceIds: [...OWN_SOURCES] },
  };
  yield entityItem('seed', record);
  yield* passageItems(plan, { ...record, kind: 'Term', aliases });
  yield* mentionItems(plan, term, definition.names, 'glossograph');
}

/** A term with a definition alone, as most glossaries have. The terms of the law have only a name. */
function* entryItems(plan: ScalePlan, term: number, r: Random, vocabulary: string): Generator<GraphItem> {
  const { from, to } = vocabularyOfTerm(plan, term);
  const name = nameOfTerm(plan, term);
  const isLaw = vocabulary === 'law';
  const other = from + hubBelow(r, to - from);
  const definition = textFrom(r, 22, other === term ? [] : [{ term: other, name: nameOfTerm(plan, other) }]);
  yield entityItem(originOfVocabulary(vocabulary), {
    ...({
      kind: 'TERM',
      id: idOfTerm(plan, term),
      label: name,
      name,
      slug: slugOfTerm(plan, term),
      vocabulary,
    } as const),
    ...(isLaw
      ? { sectionHeadings: [], sectionBodies: [] }
      : {
          ...{ definition: definition.text, notation: `C${term}`, iri: `https://example.org/${vocabulary}/${term}` },
          ...{ language: 'en', sourceIds: [sourceOfVocabulary(vocabulary)] },
          ...{ sectionHeadings: ['Definition'], sectionBodies: [definition.text] },
        }),
    keyTakeaways: [],
  });
  if (!isLaw) yield* mentionItems(plan, term, definition.names, vocabulary);
}

/** The mentions of terms in the page of a term. */
function* mentionItems(
  plan: ScalePlan,
  term: number,
  names: ReturnType<typeof textFrom>['names'],
  vocabulary: string,
): Generator<GraphItem> {
  for (const found of new Map(names.map((one) => [one.term, one])).values()) {
    const { name: quote, start, end } = found;
    yield relationItem(
      `link:terms/${vocabulary}`,
      {
        ...{ type: 'MENTIONS', from: idOfTerm(plan, term), to: idOfTerm(plan, found.term) },
        facts: { weight: 0.3 },
      },
      [{ rule: 'MATCHED', quote, start, end, sourceId: sourceOfVocabulary(vocabulary) }],
    );
  }
}

function* aliasItems(plan: ScalePlan, term: number, r: Random): Generator<GraphItem> {
  const { key } = vocabularyOfTerm(plan, term);
  for (let nth = r.int(4); nth > 0; nth -= 1) {
    const name = nameFrom(r);
    const id = `Alias:${slugIn(key, `${name.toLowerCase().replaceAll(' ', '-')}-${term}-${nth}`)}`;
    const origin = originOfVocabulary(key);
    yield entityItem(origin, { kind: 'ALIAS', id, label: name, name, vocabulary: key, aliasKind: r.pick(ALIAS_KINDS) });
    yield relationItem(
      origin,
      { type: 'ALIAS_OF', from: id, to: idOfTerm(plan, term) },
      parsed(name, sourceOfVocabulary(key)),
    );
  }
}

/** Relations to other terms of the vocabulary, of which the first are hubs, and to what a page describes. */
function* relationsOfTerm(plan: ScalePlan, term: number, r: Random): Generator<GraphItem> {
  const { key, from, to } = vocabularyOfTerm(plan, term);
  const id = idOfTerm(plan, term);
  const origin = originOfVocabulary(key);
  const evidence = isReservedVocabulary(key)
    ? authored(...OWN_SOURCES)
    : parsed(nameOfTerm(plan, term), sourceOfVocabulary(key));
  const seen = new Set([term]);
  const others = Array.from({ length: key === 'law' ? 0 : 1 + r.int(3) }, () => from + hubBelow(r, to - from));
  for (const other of others) {
    if (seen.has(other)) continue;
    seen.add(other);
    const type = r.chance(0.06) ? 'CONTRASTS_WITH' : 'RELATED_TO';
    const facts = type === 'RELATED_TO' ? { weight: (1 + r.int(100)) / 100 } : {};
    yield relationItem(origin, { type, from: id, to: idOfTerm(plan, other), facts }, evidence);
  }
  if (key !== 'law' && term > from && r.chance(0.7)) {
    const above = from + hubBelow(r, term - from);
    yield relationItem(origin, { type: 'BROADER', from: id, to: idOfTerm(plan, above) }, evidence);
  }
  if (key !== 'glossograph') return;
  const standard = `Standard:${versionKey(r.int(plan.families), r.int(2))}`;
  if (r.chance(0.5)) yield relationItem(origin, { type: 'ABOUT', from: id, to: standard }, evidence);
  const statute = `Statute:act-${r.int(plan.statutes)}`;
  if (r.chance(0.3)) yield relationItem(origin, { type: 'ABOUT', from: id, to: statute }, evidence);
}
