/** Pages of kinds without a page of their own design: summary, facts of the descriptor, and relations. */
import { document } from '../../../schema/document.ts';
import { isDay } from '../../model/day.ts';
import type { DescribedEntity, KindDescriptor } from '../../model/kinds/descriptor.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { day } from '../days.ts';
import { type Content, html } from '../html.ts';
import { plainJsonLd } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { NEIGHBORHOOD, PICTURE, picture } from '../picture.ts';
import { aliasesApart, facts, inWords, list, outside, RELATIONS, relationSections } from '../pieces.ts';

/** Selects what every entity has. `Facts` has a field for each fact of the kind. */
const PLAIN = `
query EntityPage($id: ID!) {
  node(id: $id) {
    ... on Entity { id label summary url ...Related }
    ...Facts
  }
  ${NEIGHBORHOOD}
}`;

/** The pages of a kind: /statute/21st-century-cures-act. */
export function plainPage(descriptor: KindDescriptor<EntityKind>, names: Readonly<Record<string, string>>): PageKind {
  const { kind, label, words } = descriptor;
  const fields = Object.keys(names);
  const page = document(PLAIN, document(`fragment Facts on ${label} { id ${fields.join(' ')} }`), RELATIONS, PICTURE);
  return {
    kind,
    async answer({ name, ask }) {
      const asked = await ask(page, { id: `${label}:${name}` });
      const found = asked.data.node;
      if (found === null || !('label' in found)) return null;
      const { id, label: title, summary, url, relations } = found;
      const { aliases, others } = aliasesApart(relations);
      const values: Readonly<Record<string, unknown>> = found;
      const known = Object.fromEntries(fields.map((field) => [field, factOf(values[field])]));
      return {
        ...{ id, title, asked, what: words.one, description: summary },
        jsonLd: plainJsonLd(descriptor, { id, label: title, summary, url, aliases, facts: known }),
        main: html`${summary && html`<p class="lead">${summary}</p>`}${relationSections(others)}${picture(asked.data.neighborhood)}`,
        aside: html`${facts([
          ...fields.map((field) => [names[field] ?? field, shown(known[field] ?? null)] as const),
          ['Also known as', list(aliases)],
          ['Official page', outside(url, 'Visit the official page')],
        ])}`,
      };
    },
  };
}

type Fact = DescribedEntity['facts'][string];

const factOf = (value: unknown): Fact => (typeof value === 'string' || typeof value === 'number' ? value : null);

/** A day as people write it, an enum value in words, anything else as it is. */
function shown(fact: Fact): Content {
  if (isDay(fact)) return day(fact);
  return typeof fact === 'string' && /^[A-Z_]+$/.test(fact) ? inWords(fact) : fact;
}
