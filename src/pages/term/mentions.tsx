/** The provisions that use a term, by part. */
import { parseCitation } from '../../model/citations/parse.ts';
import { groupBy } from '../../model/group.ts';
import { addressOf, sectionCitation, shortCitation } from '../../view/address.ts';
import { folded } from '../../view/parts.tsx';
import type { FoundTerm } from './query.ts';

type Mentions = FoundTerm['mentionedIn'];
type Mention = Mentions['edges'][number];

/** This many provisions of a part are in sight. */
const SHOWN = 18;

/** The provisions that mention a term, by part, with a link to a search of the law. Null if there are none. */
export function mentionsByPart(name: string, { totalCount, edges }: Mentions) {
  if (edges.length === 0) return null;
  const more = totalCount - edges.length;
  return (
    <>
      <dl class="mentions">
        {[...groupBy(edges, partOf)].map(([part, members]) => (
          <div>
            <dt>{part}</dt>
            <dd>{folded(members.map(mention), SHOWN)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {more > 0 && `The first ${edges.length} of ${totalCount} provisions, in CFR order. `}
        <a href={`/search?${new URLSearchParams({ q: name, kinds: 'REGULATION' })}`}>Search the law for “{name}”</a>
      </p>
    </>
  );
}

/** The part of a provision: "45 CFR Part 171". What is not in a part stands for itself. */
function partOf({ node: { citation } }: Mention): string {
  const place = parseCitation(citation);
  return place?.part === undefined ? citation : `${place.title} CFR Part ${place.part}`;
}

function mention({ count, node: { id, citation, heading } }: Mention) {
  const name = /^\d+ CFR \d/.test(citation) ? sectionCitation(citation) : shortCitation(citation);
  return (
    <>
      <a href={addressOf(id)} title={heading ?? undefined}>
        {name}
      </a>
      {count > 1 && <span class="muted"> {count} times</span>}
    </>
  );
}
