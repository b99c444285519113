/** Which rules amend a section, and which of its provisions change on the days of these rules. */
import { FIRST_EDITION, RULES_OF_PART, type ScalePlan, SECTIONS } from './generate-plan.ts';
import { type PlannedRule, ruleOfPart } from './generate-rules.ts';
import { chanceOf } from './generate-words.ts';

const MOST_PROVISIONS = 64;

/** A rule that amends a section. */
export interface PlannedAmendment {
  rule: PlannedRule;
  /** Whether the rule adds the section. Only the first rule of a part adds sections. */
  adds: boolean;
}

const numberOf = (part: number, section: number) => part * (SECTIONS + 1) + section;

/** The amendments of a section, oldest first. */
export function amendmentsOf(plan: ScalePlan, part: number, section: number): PlannedAmendment[] {
  const r = chanceOf(plan.seed + 21, numberOf(part, section));
  const isAdded = section > 1 && r.chance(0.05);
  return Array.from({ length: RULES_OF_PART }, (_, nth) => nth).flatMap((nth) => {
    const adds = isAdded && nth === 0;
    return adds || r.chance(0.2) ? [{ rule: ruleOfPart(plan, part, nth), adds }] : [];
  });
}

/** The days on which the texts of a provision begin, oldest first. `order` is its position in its section. */
export function beginningsOf(plan: ScalePlan, part: number, section: number, order: number): string[] {
  const r = chanceOf(plan.seed + 22, numberOf(part, section) * MOST_PROVISIONS + order);
  const amendments = amendmentsOf(plan, part, section);
  const [first] = amendments;
  const changes = amendments.filter(({ adds }) => !adds && (order === 1 || r.chance(0.15)));
  return [first?.adds ? first.rule.effectiveOn : FIRST_EDITION, ...changes.map(({ rule }) => rule.effectiveOn)];
}
