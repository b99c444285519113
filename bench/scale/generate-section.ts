/** Generates a section of the law: its paragraphs, their former texts, and what is known of it over time. */
import { changeProperties } from '../../src/import/ecfr/derive/changed-units.ts';
import { textChanges } from '../../src/law/changes.ts';
import { provisionInTime } from '../../src/law/in-time.ts';
import { ruleAmendment } from '../../src/law/noted.ts';
import { coverageSegments } from '../../src/law/segments.ts';
import type { TextRow } from '../../src/law/versions.ts';
import { defined } from '../../src/model/defined.ts';
import type { RegulationRecord } from '../../src/model/records.ts';
import { EDITIONS, editionSource } from './generate-plan.ts';
import type { PlannedRule } from './generate-rules.ts';

/** The texts of a provision over time, oldest first. A text without words is that of a removed provision. */
export interface ProvisionTexts {
  id: string;
  heading: string | undefined;
  order: number;
  lead: string;
  texts: { from: string; text: string | null }[];
}

/** A section to describe: its provisions, of which the first is the section itself, and the rules that amend it. */
export interface SectionInTime {
  part: number;
  provisions: readonly ProvisionTexts[];
  rules: readonly { rule: PlannedRule; adds: boolean }[];
  observedOn: readonly string[];
}

/** The first edition that shows what is in force from a day. */
export const shownIn = (day: string): string => EDITIONS.find((edition) => edition >= day) ?? day;

/** The current and former texts of a provision, as the store keeps them. */
export function textsOf(part: number, { texts, heading, order, lead }: ProvisionTexts) {
  const current = texts.at(-1);
  const former = texts.slice(0, -1).filter((one) => one.text !== null);
  const ends = texts.slice(1).map(({ from }) => from);
  const source = (day: string) => editionSource(part, shownIn(day));
  return defined({
    ...{ order, lead, heading },
    text: current?.text ?? undefined,
    validFrom: current?.text == null ? undefined : current.from,
    textSource: current?.text == null ? undefined : source(current.from),
    ...(former.length > 0 && {
      formerFrom: former.map(({ from }) => from),
      formerTo: former.map((_, i) => ends[i] ?? ''),
      formerHeading: former.map(() => heading ?? ''),
      formerText: former.map(({ text }) => text ?? ''),
      formerLead: former.map(() => lead),
      formerSource: former.map(({ from }) => source(from)),
    }),
  });
}

/** The notes on the history of a section, its changes, and how certain its text is, as an import derives them. */
export function historyOf({ part, provisions, rules, observedOn }: SectionInTime): Partial<RegulationRecord> {
  const [unit] = provisions;
  if (unit === undefined) return {};
  const latest = editionSource(part, EDITIONS.at(-1) ?? '');
  const notes = [{ citation: '70 FR 500', publishedOn: '2005-03-01', citedFrom: observedOn[0] ?? '' }].concat(
    rules.map(({ rule }) => ({ citation: rule.citation, publishedOn: rule.publishedOn, citedFrom: rule.shownIn })),
  );
  const history = {
    historyKinds: notes.map((_, i) => (i === 0 ? ('PUBLISHED' as const) : ('AMENDED' as const))),
    historyCitations: notes.map(({ citation }) => citation),
    historyLastPages: notes.map(() => 0),
    historyPublished: notes.map(({ publishedOn }) => publishedOn),
    historyEffective: notes.map(() => ''),
    historyQuotes: notes.map(({ citation, publishedOn }) => `${citation}, ${publishedOn}`),
    historyCitedFrom: notes.map(({ citedFrom }) => citedFrom),
    historySources: notes.map(() => latest),
  };
  const amending = rules.map(({ rule: { shownIn: _, ...rule }, adds }) => ({
    ...{ placeId: unit.id, effectiveOn: rule.effectiveOn, adds: adds ? true : null },
    rule: { ...rule, name: rule.citation },
  }));
  const rows = provisions.map((one) => ({ ...EMPTY, id: one.id, ...textsOf(part, one) }) as TextRow);
  const texts = { id: unit.id, asOf: null, rows };
  const place = provisionInTime({
    ...{ unitId: unit.id, noted: rules.length > 0 ? history : null, rules: amending, days: null, texts },
    observedOn: [...observedOn],
  });
  const changes = textChanges(
    place,
    amending.map((one) => ruleAmendment(one, unit.id)),
  );
  const segments = coverageSegments(place);
  return {
    ...(rules.length > 0 && {
      ...history,
      notedFrom: '2005-03-01',
      amendments: `[${history.historyQuotes.join('; ')}]`,
    }),
    ...changeProperties(changes),
    coverageFrom: segments.map(({ from }) => from),
    coverages: segments.map(({ certainty }) => certainty),
  };
}

const EMPTY: Omit<TextRow, 'id'> = {
  ...{ order: null, text: null, heading: null, lead: null, validFrom: null, textSource: null, formerFrom: null },
  ...{ formerTo: null, formerText: null, formerHeading: null, formerLead: null, formerSource: null, formerOrder: null },
};
