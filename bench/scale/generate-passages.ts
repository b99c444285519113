/** Generates the passages of texts with seeded vectors. No model is needed, and the vectors have no meaning. */
import { hashOf, passagesOf } from '../../src/meaning/passages.ts';
import { random } from '../../test/plan/random.ts';
import type { NodeItem } from './generate-items.ts';
import type { ScalePlan } from './generate-plan.ts';
import { chanceOf } from './generate-words.ts';

const DIMENSIONS = 384;
/** Vectors of texts lie close to one another in groups. */
const GROUPS = 200;
const SPREAD = 0.6;

type Texts = Partial<Parameters<typeof passagesOf>[0]> & { id: string; kind: string; label: string };

/** The passages of an entity of our own. Terms of other vocabularies have none in a large graph. */
export function* passageItems(plan: ScalePlan, texts: Texts, heading?: string): Generator<NodeItem> {
  const passages = passagesOf({ ...NO_TEXTS, ...texts }, () => heading);
  const hash = passages.length > 0 ? hashOf(passages) : '';
  for (const [nth, { text, weight }] of passages.entries()) {
    yield {
      ...{ what: 'node', space: 'Passage', labels: ['Passage', 'OwnPassage'] },
      properties: { id: `${texts.id} ${nth}`, of: texts.id, nth, hash, weight, text, vector: vectorOf(plan, text) },
    };
  }
}

const NO_TEXTS = {
  ...{ vocabulary: null, aliases: [], describedBy: [], citation: null, heading: null, summary: null },
  ...{ shortDefinition: null, definition: null, text: null, keyTakeaways: null, sectionBodies: null },
};

/** A vector of length 1 that depends on the text alone. */
function vectorOf({ seed }: ScalePlan, text: string): number[] {
  let number = 0;
  for (let i = 0; i < text.length; i += 1) number = (Math.imul(number, 31) + text.charCodeAt(i)) | 0;
  const [own, group] = [random(number), chanceOf(seed + 2, Math.abs(number) % GROUPS)];
  const values = Array.from({ length: DIMENSIONS }, () => group.next() - 0.5 + SPREAD * (own.next() - 0.5));
  const length = Math.hypot(...values);
  return values.map((value) => Math.round((value / length) * 1e4) / 1e4);
}
