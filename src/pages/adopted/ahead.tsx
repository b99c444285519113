/** The adoptions that begin or end after a day. */
import { Day } from '../../view/days.tsx';
import { EntityLink, ProvisionLink } from '../../view/links.tsx';
import { list, Section } from '../../view/parts.tsx';
import type { Ahead } from './asked.ts';

/** A list of the next changes, earliest first. If none are known, it states so. */
export const WhatChangesNext = ({ changes, on, more }: { changes: Ahead['edges']; on: string; more: number }) => (
  <Section id="next" heading="What changes next">
    {changes.length === 0 ? (
      <p>
        No adoption in the graph begins or ends after <Day date={on} />.
      </p>
    ) : (
      list(changes.map(({ node }) => <Line change={node} />))
    )}
    {more > 0 && <p class="note">{more} later changes are not listed.</p>}
  </Section>
);

/** "January 1, 2028: the adoption of NCPDP SCRIPT 2017071 ends." */
function Line({ change: { on, before, subject, regulation } }: { change: Ahead['edges'][number]['node'] }) {
  return (
    <>
      {on === null ? 'On an unknown date' : <Day date={on} />}: the adoption of <EntityLink {...subject} />{' '}
      {before === null ? 'takes effect' : 'ends'}
      {regulation && (
        <>
          {' '}
          at <ProvisionLink provision={{ ...regulation, heading: null }} />
        </>
      )}
      .
    </>
  );
}
