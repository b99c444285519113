/** One provision on two days, and its neighborhood on both: what clients must not mix. */
import { expect } from 'vitest';

/** A day on which § 7.2 read otherwise than today. */
export const DAY = '2021-01-01';
const ID = 'Regulation:99-CFR-7.2(a)';

/** The text of a provision and what lies inside it. */
export const PROVISION = `query TwoDaysProvisionQuery($asOf: Date) {
  regulation(citation: "99 CFR 7.2(a)", asOf: $asOf) { id text children { id citation } }
}`;
/** The provisions inside it, as a picture. */
export const NEIGHBORS = `query TwoDaysPictureQuery($asOf: Date) {
  neighborhood(of: ["${ID}"], types: [PART_OF], direction: IN, asOf: $asOf) { nodes { key label entity { id label } } edges { key } }
}`;

/** The answers to both questions on one day. */
export interface SeenProvision {
  regulation: { id: string; text: string | null; children: { id: string }[] };
  neighborhood: { nodes: { key: string; entity: { id: string } }[]; edges: { key: string }[] };
}

/** Holds that the two days differ as the law did. */
export function seenTwice(then: SeenProvision, now: SeenProvision): void {
  expect(then.regulation.id).toBe(`${ID}@${DAY}`);
  expect(now.regulation.id).toBe(ID);
  expect(then.regulation.text).not.toBe(now.regulation.text);
  expect([then.regulation.children.length, now.regulation.children.length]).toEqual([2, 0]);
  expect([then.neighborhood.nodes.length, now.neighborhood.nodes.length]).toEqual([3, 1]);
  expect(then.neighborhood.nodes[0]?.entity.id).toBe(`${ID}@${DAY}`);
  expect(now.neighborhood.nodes[0]?.entity.id).toBe(ID);
}
