/** The facts that a publisher states about a standard. They appear next to the standard's other content. */
import { OutsideLink, webAddress } from '../../view/links.tsx';
import { Facts } from '../../view/parts.tsx';
import { statedRows } from '../../view/standard-facts.tsx';
import type { FoundStandard } from './asked.ts';
import { PartLink } from './part.tsx';
import { TypeNames } from './type-names.tsx';
import type { TypeLinks } from './types.ts';

/** The facts about an element (cardinality, types, and binding) or about a version (its publication). */
export function StandardFacts({ standard, types }: { standard: FoundStandard; types: TypeLinks }) {
  const { key, supersedes, supersededBy } = standard;
  return (
    <Facts
      rows={[
        ['Key', <code>{key}</code>],
        ...statedRows(standard, standard.types && <TypeNames types={standard.types} links={types} />),
        ['In this profile', standard.differs !== null && (standard.differs ? 'changed' : 'inherited unchanged')],
        ['Previous version', supersedes && <PartLink part={supersedes} />],
        ['Next version', supersededBy && <PartLink part={supersededBy} />],
        [
          'Canonical URL',
          standard.canonical && <OutsideLink address={standard.canonical}>{standard.canonical}</OutsideLink>,
        ],
        [
          'Official page',
          webAddress(standard.url) && <OutsideLink address={standard.url}>Visit the official page</OutsideLink>,
        ],
      ]}
    />
  );
}
