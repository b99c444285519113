/** The panel of a relation: its ends, days and evidence. */
import { RELATIONS } from '../../../model/relations.ts';
import type { EdgeReading } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { entityLink, evidenceList, facts, knownDays, part, title } from './pieces.ts';

export const edgeParts = (
  explorer: Explorer,
  { type, source, target, evidence, ...days }: EdgeReading,
): (Node | null)[] => [
  title(`${source.label} ${RELATIONS[type].label} ${target.label}`),
  h('p', { class: 'kind' }, RELATIONS[type].description),
  facts([
    ['From', entityLink(explorer, source)],
    ['To', entityLink(explorer, target)],
    ['Days', knownDays(days)],
  ]),
  part('Evidence', evidenceList(evidence)),
];
