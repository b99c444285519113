/** Drafts the provisions of a section with their texts over time, and generates the relations that the texts state. */
import type { CfrCitation } from '../../src/model/citation.ts';
import { citationSortKey } from '../../src/model/citations/sort-key.ts';
import type { Random } from '../../test/plan/random.ts';
import { amendmentsOf, beginningsOf } from './generate-amendments.ts';
import { definitionItems, definitionText } from './generate-definitions.ts';
import { type GraphItem, parsed, relationItem } from './generate-items.ts';
import {
  DEFINITIONS,
  definitionCitation,
  EDITIONS,
  editionSource,
  FIRST_EDITION,
  formatCitation,
  idOfTerm,
  LAST_EDITION,
  nameOfTerm,
  partCitation,
  partOrigin,
  RULES_OF_PART,
  regulationId,
  type ScalePlan,
  SECTIONS,
  sectionCitation,
  VERSIONS,
  versionKey,
} from './generate-plan.ts';
import { ruleOfPart } from './generate-rules.ts';
import { type ProvisionTexts, type SectionInTime, shownIn } from './generate-section.ts';
import { headingFrom, hubBelow, type TextWithNames, textFrom } from './generate-words.ts';

/** A provision of a drafted section. */
export interface DraftedProvision {
  citation: CfrCitation;
  /** What contains a paragraph. */
  parent: CfrCitation | undefined;
  inTime: ProvisionTexts;
  /** The current text. Null for a removed paragraph. */
  text: string | null;
  /** Each text with the names in it, oldest first. */
  versions: { from: string; to: string | undefined; found: TextWithNames }[];
}

/** A section before it is written. */
export interface DraftedSection {
  provisions: DraftedProvision[];
  inTime: SectionInTime;
  addedOn: string | undefined;
  /** The days on which paragraphs were removed, by id. */
  removedOn: ReadonlyMap<string, string>;
}

/** Drafts a section. The first section of a part has a paragraph for each definition. */
export function draftSection(plan: ScalePlan, part: number, section: number, r: Random): DraftedSection {
  const citation = sectionCitation(part, section);
  const amending = amendmentsOf(plan, part, section);
  const [begins = FIRST_EDITION] = beginningsOf(plan, part, section, 0);
  const addedOn = amending[0]?.adds ? begins : undefined;
  const removedOn = new Map<string, string>();
  const places = placesIn(plan, part, section, r);
  const provisions = [{ citation, parent: undefined }, ...places].map(
    ({ citation, parent }, order): DraftedProvision => {
      const days = beginningsOf(plan, part, section, order);
      const isRemoved = section > 1 && order > 2 && days.length > 1 && r.chance(0.1);
      const versions = days.flatMap((from, i) => {
        const to = days[i + 1];
        if (isRemoved && to === undefined) return [];
        const found = section === 1 && order > 0 ? definitionText(plan, part, order - 1, i) : prose(plan, r, order);
        return [{ from, to, found }];
      });
      const id = regulationId(citation);
      if (isRemoved) removedOn.set(id, days.at(-1) ?? '');
      const texts = versions.map(({ from, found }) => ({ from, text: found.text as string | null }));
      if (isRemoved) texts.push({ from: days.at(-1) ?? '', text: null });
      const inTime = { id, heading: headingFrom(r), order, lead: order === 0 ? ' ' : '\n', texts };
      return { citation, parent, inTime, text: texts.at(-1)?.text ?? null, versions };
    },
  );
  const inTime = {
    ...{ part, rules: amending, provisions: provisions.map((one) => one.inTime) },
    observedOn: EDITIONS.filter((day) => day >= begins),
  };
  return { provisions, inTime, addedOn, removedOn };
}

/** A text that names one to three terms. */
function prose(plan: ScalePlan, r: Random, order: number): TextWithNames {
  const terms = Array.from({ length: 1 + r.int(3) }, () => hubBelow(r, plan.own));
  return textFrom(
    r,
    order === 0 ? 25 : 40,
    terms.map((term) => ({ term, name: nameOfTerm(plan, term) })),
  );
}

/** The paragraphs of a section: definitions, or (a), (b), and so on, some of which have (1) and (2). */
function placesIn(
  plan: ScalePlan,
  part: number,
  section: number,
  r: Random,
): { citation: CfrCitation; parent: CfrCitation }[] {
  const own = sectionCitation(part, section);
  if (section === 1) {
    return Array.from({ length: DEFINITIONS }, (_, nth) => ({
      citation: definitionCitation(plan, part, nth),
      parent: own,
    }));
  }
  return Array.from({ length: 3 + r.int(4) }, (_, i) => String.fromCharCode(97 + i)).flatMap((letter) => {
    const paragraph = { ...own, paragraphs: [letter] };
    const inner = r.chance(0.3) ? ['1', '2'] : [];
    return [
      { citation: paragraph, parent: own },
      ...inner.map((number) => ({ citation: { ...own, paragraphs: [letter, number] }, parent: paragraph })),
    ];
  });
}

/** The relations that the texts of a section state. */
export function* relationsOfSection(
  plan: ScalePlan,
  part: number,
  section: number,
  { provisions }: DraftedSection,
  r: Random,
): Generator<GraphItem> {
  for (const [order, provision] of provisions.entries()) {
    for (const version of provision.versions) yield* mentionItems(plan, part, provision, version);
    if (section === 1 && order > 0) yield* definitionItems(plan, part, order - 1, provision.versions);
    else if (provision.text !== null && r.chance(0.5)) yield citationItem(plan, part, provision.citation, r);
    if (section > 4 && section < 9 && order === 1 && part % 3 === 0)
      yield adoptionItem(plan, part, provision.citation, r);
  }
  if (section > 2 && r.chance(0.04)) {
    const [from, to] = [regulationId(sectionCitation(part, section)), regulationId(sectionCitation(part, 2))];
    const evidence = parsed('will not be considered', editionSource(part, FIRST_EDITION));
    const facts = { validFrom: FIRST_EDITION, orEarlier: true };
    yield relationItem(partOrigin(part), { type: 'EXCEPTION_TO', from, to, facts }, evidence);
  }
}

function* mentionItems(
  plan: ScalePlan,
  part: number,
  { citation }: DraftedProvision,
  { from, to, found }: DraftedProvision['versions'][number],
): Generator<GraphItem> {
  const { title, part: number } = partCitation(part);
  for (const term of new Set(found.names.map((one) => one.term))) {
    const evidence = found.names.flatMap(({ term: other, name: quote, start, end }) =>
      other === term
        ? [{ rule: 'MATCHED' as const, quote, start, end, sourceId: editionSource(part, shownIn(from)) }]
        : [],
    );
    const facts = { weight: 0.5 + (term % 10) / 20, validFrom: from, ...(to !== undefined && { validTo: to }) };
    const ends = { type: 'MENTIONS', from: regulationId(citation), to: idOfTerm(plan, term) } as const;
    yield relationItem(
      `link:${title}-${number}`,
      { ...ends, suffix: to === undefined ? undefined : from, facts },
      evidence,
    );
  }
}

/** A citation of another section, mostly of the same part. */
function citationItem(plan: ScalePlan, part: number, citation: CfrCitation, r: Random): GraphItem {
  const other = r.chance(0.7) ? part : hubBelow(r, plan.parts);
  const [own, found] = [Number(citation.section), 1 + r.int(SECTIONS)];
  const cited = sectionCitation(other, found === own ? (own % SECTIONS) + 1 : found);
  const written = formatCitation(cited);
  const facts = {
    ...{ open: true, text: written, targetCitation: written, validFrom: FIRST_EDITION, orEarlier: true },
    ...{ withinIds: [regulationId(partCitation(other))], sectionKey: citationSortKey(cited) },
  };
  const ends = { type: 'CITES', from: regulationId(citation), to: regulationId(cited) } as const;
  return relationItem(partOrigin(part), { ...ends, facts }, parsed(written, editionSource(part, FIRST_EDITION), 4));
}

function adoptionItem(plan: ScalePlan, part: number, citation: CfrCitation, r: Random): GraphItem {
  const key = versionKey(r.int(plan.families), r.int(VERSIONS));
  const rule = ruleOfPart(plan, part, r.int(RULES_OF_PART));
  const facts = {
    ...{ text: key, validFrom: rule.effectiveOn, validFromBasis: 'EFFECTIVE_DATE' as const, knownFrom: rule.shownIn },
    ...(r.chance(0.2) && { validTo: LAST_EDITION, validToBasis: 'STATED' as const }),
  };
  const ends = { type: 'ADOPTS', from: regulationId(citation), to: `Standard:${key}` } as const;
  return relationItem(partOrigin(part), { ...ends, facts }, parsed(key, editionSource(part, rule.shownIn)));
}
