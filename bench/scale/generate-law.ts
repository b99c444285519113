/** Generates titles and parts of the law, down to paragraphs, with several editions. */

import type { CfrCitation } from '../../src/model/citation.ts';
import { citationSortKey } from '../../src/model/citations/sort-key.ts';
import type { RegulationRecord } from '../../src/model/records.ts';
import type { Random } from '../../test/plan/random.ts';
import { authored, entityItem, type GraphItem, parsed, relationItem, sourceItem } from './generate-items.ts';
import { passageItems } from './generate-passages.ts';
import {
  EDITIONS,
  editionSource,
  FIRST_EDITION,
  formatCitation,
  LAST_EDITION,
  partCitation,
  partOrigin,
  RULES_OF_PART,
  regulationId,
  type ScalePlan,
  SECTIONS,
  sectionCitation,
} from './generate-plan.ts';
import { draftSection, relationsOfSection } from './generate-provisions.ts';
import { ruleOfPart } from './generate-rules.ts';
import { historyOf, textsOf } from './generate-section.ts';
import { chanceOf, headingFrom } from './generate-words.ts';

const SUBPARTS = ['A', 'B', 'C', 'D'] as const;
/** Vectors take most of the memory of a graph. Only these parts have passages, as if the others had not been reached yet. */
const PARTS_WITH_PASSAGES = 200;

/** The law, part by part. */
export function* lawItems(plan: ScalePlan): Generator<GraphItem> {
  const titles = new Set(Array.from({ length: plan.parts }, (_, part) => partCitation(part).title));
  for (const title of titles) {
    const citation = { title, paragraphs: [] };
    yield entityItem('seed', { ...placeOf(citation, 'TITLE'), heading: `Title ${title}` });
  }
  for (let part = 0; part < plan.parts; part += 1) yield* partItems(plan, part);
}

/** The properties that follow from a citation. */
export function placeOf(citation: CfrCitation, level: RegulationRecord['level']) {
  const written = formatCitation(citation);
  return {
    ...({ kind: 'REGULATION', id: regulationId(citation), label: written, citation: written } as const),
    ...{ sortKey: citationSortKey(citation), level, reserved: false },
    url: `https://example.org/${written.replaceAll(' ', '-')}`,
  };
}

function* partItems(plan: ScalePlan, part: number): Generator<GraphItem> {
  const origin = partOrigin(part);
  const r = chanceOf(plan.seed + 11, part);
  const place = partCitation(part);
  const written = formatCitation(place);
  for (const day of EDITIONS) {
    yield sourceItem(origin, { id: editionSource(part, day), name: `${written}, as of ${day}`, retrieved: day });
  }
  const seen = {
    ...{ validFrom: FIRST_EDITION, seenFrom: FIRST_EDITION, textSource: editionSource(part, FIRST_EDITION) },
    ...{ observedOn: [...EDITIONS], text: '', order: 0, lead: '' },
  };
  const whole = {
    seenTo: LAST_EDITION,
    wholeFrom: FIRST_EDITION,
    authority: '42 U.S.C. 300jj.',
    published: '70 FR 500',
  };
  yield entityItem(origin, { ...placeOf(place, 'PART'), heading: headingFrom(r), ...seen, ...whole });
  yield inside(part, place, { title: place.title, paragraphs: [] }, Number(place.part) - 1);
  const statute = `Statute:act-${part % plan.statutes}`;
  const evidence = authored(editionSource(part, FIRST_EDITION), editionSource(part, LAST_EDITION));
  yield relationItem('seed', { type: 'AUTHORIZED_BY', from: regulationId(place), to: statute }, evidence);
  const organization = `Organization:organization-${part % plan.organizations}`;
  yield relationItem('seed', { type: 'PUBLISHED_BY', from: regulationId(place), to: organization }, evidence);
  for (const [i, subpart] of SUBPARTS.entries()) {
    const division = { ...place, subpart };
    yield entityItem(origin, { ...placeOf(division, 'SUBPART'), heading: headingFrom(r), ...seen });
    yield inside(part, division, place, i);
  }
  for (let nth = 0; nth < RULES_OF_PART; nth += 1) {
    const rule = ruleOfPart(plan, part, nth);
    const amends = { type: 'AMENDS', from: rule.id, to: regulationId(place) } as const;
    yield relationItem('seed', { ...amends, facts: { validFrom: rule.effectiveOn, open: true } }, evidence);
  }
  for (let section = 1; section <= SECTIONS; section += 1) yield* sectionItems(plan, part, section, r);
}

/** The PART_OF relation of a provision. */
export function inside(
  part: number,
  child: CfrCitation,
  parent: CfrCitation,
  position: number,
  to?: string,
): GraphItem {
  const [from, target] = [regulationId(child), regulationId(parent)];
  const facts = { position, validFrom: FIRST_EDITION, orEarlier: true, ...(to !== undefined && { validTo: to }) };
  const evidence = parsed(formatCitation(child), editionSource(part, FIRST_EDITION));
  return relationItem(partOrigin(part), { type: 'PART_OF', from, to: target, facts }, evidence);
}

function* sectionItems(plan: ScalePlan, part: number, section: number, r: Random): Generator<GraphItem> {
  const origin = partOrigin(part);
  const citation = sectionCitation(part, section);
  const draft = draftSection(plan, part, section, r);
  const { provisions, inTime, removedOn } = draft;
  const history = historyOf(inTime);
  const observedOn = [...inTime.observedOn];
  const subpart = SUBPARTS[Math.floor(((section - 1) * SUBPARTS.length) / SECTIONS)] ?? 'A';
  for (const [i, { citation: place, parent, inTime: texts, text }] of provisions.entries()) {
    const isSection = i === 0;
    const record = {
      ...placeOf(place, isSection ? 'SECTION' : 'PARAGRAPH'),
      ...textsOf(part, texts),
      ...{ seenFrom: observedOn[0] ?? FIRST_EDITION, italics: [0, 3] },
      ...(isSection && { seenTo: LAST_EDITION, observedOn, ...history }),
      ...(draft.addedOn !== undefined && { addedOn: draft.addedOn }),
    };
    yield entityItem(origin, record);
    const above = parent ?? { ...partCitation(part), subpart };
    yield inside(part, place, above, isSection ? section - 1 : i - 1, removedOn.get(texts.id));
    if (part >= PARTS_WITH_PASSAGES || text === null) continue;
    const heading = isSection ? undefined : provisions[0]?.inTime.heading;
    const known = { id: record.id, kind: 'Regulation', label: record.label, citation: record.citation };
    yield* passageItems(plan, { ...known, heading: texts.heading ?? null, text }, heading);
  }
  for (const { rule, adds } of inTime.rules) {
    const facts = { validFrom: rule.effectiveOn, open: true, ...(adds && { adds }) };
    const evidence = authored('Source:register-a', 'Source:register-b');
    yield relationItem('seed', { type: 'AMENDS', from: rule.id, to: regulationId(citation), facts }, evidence);
  }
  yield* relationsOfSection(plan, part, section, draft, r);
}
