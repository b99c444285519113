/** The relations of an entity, with evidence and dates. They are grouped by their label as read from the entity. */
import { useState } from 'preact/hooks';
import { groupBy } from '../../../model/group.ts';
import { EntityLink } from '../../../view/links.tsx';
import { capital } from '../../../view/parts.tsx';
import { ApiError } from '../api/client.ts';
import { type Reading, type Relation, relationPage } from '../api/reading.ts';
import { counted } from '../model/summary.ts';
import { say } from '../parts/say.ts';
import { EvidenceList, hasKnownDays, KnownDays } from './evidence.tsx';
import { Part } from './pieces.tsx';

/**
 * @param asOf the date on which the relations must be in force; null for today
 */
export function Relations({ reading: { id, relations }, asOf }: { reading: Reading; asOf: string | null }) {
  const [pages, setPages] = useState([relations]);
  const [isBusy, setBusy] = useState(false);
  const last = pages.at(-1)?.pageInfo;
  const more = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      const next = await relationPage({ id, asOf, after: last?.endCursor ?? null, types: null });
      setPages((all) => [...all, next]);
      say(`${counted(next.edges.length, 'more relation')}.`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say(error.message);
    } finally {
      setBusy(false);
    }
  };
  const edges = pages.flatMap((page) => page.edges);
  return (
    <Part name="relations" heading={counted(relations.totalCount, 'relation')}>
      {[...groupBy(edges, ({ label }) => label)].map(([label, members]) => (
        <details class="group" key={label}>
          <summary>
            {capital(label)} <span class="muted">{members.length}</span>
          </summary>
          <ul>
            {members.map((relation) => (
              <Row relation={relation} />
            ))}
          </ul>
        </details>
      ))}
      {last?.hasNextPage && (
        <button type="button" aria-disabled={isBusy} onClick={() => void more()}>
          More relations
        </button>
      )}
    </Part>
  );
}

const Row = ({ relation }: { relation: Relation }) => (
  <li>
    <EntityLink {...relation.node} />
    {hasKnownDays(relation) && (
      <>
        {' '}
        <span class="muted">
          <KnownDays days={relation} />
        </span>
      </>
    )}
    <details class="why">
      <summary aria-label={`Why ${relation.node.label}`}>Why</summary>
      <EvidenceList evidence={relation.evidence} />
    </details>
  </li>
);
