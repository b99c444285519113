/** The official text of a provision: names of terms are links, and tell the definition that governs there. */
import type { Law, Mention, Named } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { entityLink } from './pieces.ts';
import { tipFor } from './tip.ts';

export function lawText(explorer: Explorer, law: Law): HTMLElement | null {
  if (law.text === null || law.text === '') return null;
  const meanings = new Map(law.mentions.edges.map(({ node }) => [node.id, node]));
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { start, end, entities } of [...law.annotations].sort((a, b) => a.start - b.start)) {
    const [first] = entities;
    if (!first || start < at) continue;
    parts.push(law.text.slice(at, start), mentionLink(explorer, law.text.slice(start, end), first, entities, meanings));
    at = end;
  }
  parts.push(law.text.slice(at));
  return h('div', { class: 'law' }, ...parts);
}

function mentionLink(
  explorer: Explorer,
  text: string,
  first: Named,
  entities: readonly Named[],
  meanings: ReadonlyMap<string, Mention>,
): HTMLElement {
  const link = entityLink(explorer, first, text);
  link.classList.add('mention');
  tipFor(link, () => entities.flatMap((entity) => meaningOf(entity, meanings.get(entity.id))));
  return link;
}

function meaningOf(entity: Named, mention: Mention | undefined): (Node | string)[] {
  const definition = mention?.definitionInForce;
  return [
    h('strong', {}, entity.label),
    ...(definition ? inForce(definition) : [h('p', {}, mention?.shortDefinition ?? 'No definition is known here.')]),
  ];
}

const inForce = ({ text, regulation, scope }: NonNullable<Mention['definitionInForce']>): Node[] => [
  h('p', {}, text),
  h('p', { class: 'kind' }, `In force here: ${regulation.label}, for ${scope.label}.`),
];
