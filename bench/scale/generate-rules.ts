/** Generates statutes, organizations, and the rules that amend the law. */
import { type RuleStage, ruleId } from '../../src/model/kinds/rule.ts';
import { authored, entityItem, type GraphItem, relationItem, sourceItem } from './generate-items.ts';
import { EDITIONS, partCitation, RULES_OF_PART, regulationId, type ScalePlan } from './generate-plan.ts';
import { chanceOf, headingFrom, nameFrom, textFrom } from './generate-words.ts';

const ORIGIN = 'seed';
const REGISTER = ['Source:register-a', 'Source:register-b'] as const;
const PAGES = 15;

/** A rule that amends a part, with its dates. */
export interface PlannedRule {
  id: string;
  citation: string;
  lastPage: number;
  documentNumber: string;
  publishedOn: string;
  effectiveOn: string;
  /** The first edition that shows its amendments. */
  shownIn: string;
}

/** The nth rule that amends a part. Rules take effect between two editions, in their order. */
export function ruleOfPart({ seed }: ScalePlan, part: number, nth: number): PlannedRule {
  const r = chanceOf(seed + 3, part * RULES_OF_PART + nth);
  const [before = '', shownIn = ''] = EDITIONS.slice(nth, nth + 2);
  const year = Number(before.slice(0, 4)) + 1;
  const day = `${String(1 + r.int(6)).padStart(2, '0')}-${String(1 + r.int(28)).padStart(2, '0')}`;
  const page = 1_000 + part * (PAGES + 5);
  const citation = `${year - 1935} FR ${page}`;
  return {
    ...{ id: ruleId({ citation }), citation, lastPage: page + PAGES, documentNumber: `${year}-${10_000 + part}` },
    ...{ publishedOn: `${year - 1}-12-15`, effectiveOn: `${year}-${day}`, shownIn },
  };
}

/** Statutes, organizations, and rules. */
export function* ruleItems(plan: ScalePlan): Generator<GraphItem> {
  for (const id of REGISTER) yield sourceItem(ORIGIN, { id, name: 'Federal Register', retrieved: '2025-11-01' });
  for (let i = 0; i < plan.organizations; i += 1) {
    const name = nameFrom(chanceOf(plan.seed + 4, i));
    const summary = textFrom(chanceOf(plan.seed + 5, i), 16, []).text;
    const id = `Organization:organization-${i}`;
    yield entityItem(ORIGIN, { kind: 'ORGANIZATION', id, label: name, name, role: 'agency', summary });
  }
  for (let i = 0; i < plan.statutes; i += 1) {
    const r = chanceOf(plan.seed + 6, i);
    const name = `${nameFrom(r)} Act`;
    const facts = { citation: `Pub. L. ${200 + i}-${1 + r.int(300)}`, summary: textFrom(r, 16, []).text };
    yield entityItem(ORIGIN, { kind: 'STATUTE', id: `Statute:act-${i}`, label: name, name, ...facts });
  }
  for (let part = 0; part < plan.parts; part += 1) {
    for (let nth = 0; nth < RULES_OF_PART; nth += 1) yield* rulemaking(plan, part, nth);
  }
}

/** A final rule, with the proposed rule before it. */
function* rulemaking(plan: ScalePlan, part: number, nth: number): Generator<GraphItem> {
  const { shownIn: _, ...final } = ruleOfPart(plan, part, nth);
  const r = chanceOf(plan.seed + 7, part * RULES_OF_PART + nth);
  const title = headingFrom(r);
  const [volume = 0, , page = 0] = final.citation.split(' ').map(Number);
  const citation = `${volume - 1} FR ${20_000 + page}`;
  const proposed = {
    ...{ id: ruleId({ citation }), citation, lastPage: 20_000 + page + PAGES },
    ...{ documentNumber: `${1934 + volume}-${10_000 + part}`, publishedOn: `${1934 + volume}-02-01` },
  };
  const rules: [RuleStage, typeof proposed & { effectiveOn?: string }][] = [
    ['PROPOSED', proposed],
    ['FINAL', final],
  ];
  for (const [stage, facts] of rules) {
    const name = `${title} ${stage === 'FINAL' ? 'Final' : 'Proposed'} Rule`;
    yield entityItem(ORIGIN, { kind: 'RULE', label: name, name, stage, summary: textFrom(r, 20, []).text, ...facts });
  }
  const evidence = authored(...REGISTER);
  const validFrom = proposed.publishedOn;
  const regulation = regulationId(partCitation(part));
  yield relationItem(
    ORIGIN,
    { type: 'FINALIZES', from: final.id, to: proposed.id, facts: { validFrom: final.publishedOn } },
    evidence,
  );
  yield relationItem(
    ORIGIN,
    { type: 'PROPOSES', from: proposed.id, to: regulation, facts: { validFrom, open: true } },
    evidence,
  );
}
