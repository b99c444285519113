/** The official text of a provision. Terms are links with the definition in force there as a tooltip. */
import type { Law, Mention, NamedEntity } from '../api/reading.ts';
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
    if (start < at) continue;
    const link = nameLink(explorer, law.text.slice(start, end), entities, ({ id }) => meanings.get(id));
    parts.push(law.text.slice(at, start), link);
    at = end;
  }
  parts.push(law.text.slice(at));
  return h('div', { class: 'law' }, ...parts);
}

/** The meaning of a name in a text. */
type Meaning = Omit<Mention, 'id'>;

/** A link for a name in a text, with its meaning as a tooltip. If the name means several entities, the tooltip has all of them and the link leads to the first. */
export function nameLink<Meant extends NamedEntity>(
  explorer: Explorer,
  text: string,
  entities: readonly Meant[],
  meaningOf: (entity: Meant) => Meaning | undefined,
): Node {
  const [first] = entities;
  if (!first) return document.createTextNode(text);
  const link = entityLink(explorer, first, text);
  link.classList.add('mention');
  tipFor(link, () => entities.flatMap((entity) => told(entity, meaningOf(entity))));
  return link;
}

function told(entity: NamedEntity, meaning: Meaning | undefined): (Node | string)[] {
  const definition = meaning?.definitionInForce;
  return [
    h('strong', {}, entity.label),
    ...(definition ? inForce(definition) : [h('p', {}, meaning?.shortDefinition ?? 'No definition.')]),
  ];
}

const inForce = ({ text, regulation, scope }: NonNullable<Mention['definitionInForce']>): Node[] => [
  h('p', {}, text),
  h('p', { class: 'kind' }, `In force here: ${regulation.label}, for ${scope.label}.`),
];
