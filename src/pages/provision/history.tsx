/** The history of a text: its versions, and the rules that amended it. */
import type { ComponentChildren } from 'preact';
import { groupBy } from '../../model/group.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { Day, hasSpan, Span } from '../../view/days.tsx';
import { CertaintyWord } from '../../view/law/certainty.tsx';
import { EntityLink } from '../../view/links.tsx';
import { folded } from '../../view/parts.tsx';
import { type Amendment, type ProvisionFacts, shownVersion, type Version } from './asked.ts';

const MOST_AMENDMENTS = 6;
const MOST_VERSIONS = 8;

/** A day on which a version is the text: its first day, or else the day of the first edition with it. */
const dayOf = ({ validFrom, observedFrom }: Version): string | null => validFrom ?? observedFrom;

/** The versions of the text, newest first, each with links to the text on that date and to its changes. */
export function versions(found: ProvisionFacts, asOf: string | null): ComponentChildren {
  const all = found.versions ?? [];
  const shown = shownVersion(found, asOf);
  return all.length === 0 ? null : (
    <div class="versions">
      {folded(
        all.map((version, i) => {
          const before = all[i + 1];
          return (
            <>
              <VersionLink found={found} version={version} isShown={version === shown} />
              {before && <Compare id={found.id} later={dayOf(version)} earlier={dayOf(before)} />}
            </>
          );
        }),
        MOST_VERSIONS,
      )}
    </div>
  );
}

function VersionLink({ found, version, isShown }: { found: ProvisionFacts; version: Version; isShown: boolean }) {
  const { certainty, validTo } = version;
  const days = hasSpan(version) ? <Span period={version} /> : 'Dates not known';
  return (
    <>
      {isShown ? (
        <span aria-current="true">
          {days} <span class="muted">shown here</span>
        </span>
      ) : (
        <a href={addressOf(found.id, validTo === null ? null : dayOf(version))}>{days}</a>
      )}
      {(certainty === 'UNCERTAIN' || certainty === 'UNKNOWN') && (
        <>
          {' '}
          <CertaintyWord certainty={certainty} />
        </>
      )}
    </>
  );
}

const Compare = ({ id, later, earlier }: { id: string; later: string | null; earlier: string | null }) =>
  later === null || earlier === null || earlier >= later ? null : (
    <>
      {' '}
      <a class="compare" href={`${addressOf(id, later)}&compare=${earlier}`}>
        Compare with the previous version
      </a>
    </>
  );

/**
 * The rules that amended the text, newest first. If no known rule contains a Federal Register page, the page itself is
 * listed.
 */
export function amendments(found: ProvisionFacts): ComponentChildren {
  const { edges = [], totalCount = 0 } = found.amendedBy ?? {};
  if (edges.length === 0) return null;
  const byRule = [
    ...groupBy(
      edges.map(({ node }) => node).reverse(),
      ({ rule, citation, effectiveOn }) => `${rule?.id ?? citation} ${effectiveOn}`,
    ).values(),
  ];
  return (
    <>
      {folded(
        byRule.map((some) => <RuleOf amendments={some} found={found} />),
        MOST_AMENDMENTS,
      )}
      {totalCount > edges.length && (
        <p class="note">
          The first {edges.length} of {totalCount} amendments.{' '}
          <a href={changesAddress(found.citation)}>See all changes</a>
        </p>
      )}
    </>
  );
}

/** A rule, with its citation, its effective day and the pages that amend the text. */
function RuleOf({ amendments: some, found }: { amendments: readonly Amendment[]; found: ProvisionFacts }) {
  const [first] = some;
  if (first === undefined) return null;
  const { rule, citation } = first;
  const elsewhere = [...new Map(some.map(({ regulation }) => [regulation.id, regulation])).values()].filter(
    (one) => one.citation !== found.citation,
  );
  return (
    <>
      {rule ? <EntityLink id={rule.id} label={rule.name} /> : citation}{' '}
      <span class="days">
        {rule?.citation && `${rule.citation}, `}
        <Effective amendment={first} />
      </span>
      {elsewhere.length > 0 && (
        <p class="says">Amends {elsewhere.map(({ citation: where }) => sectionCitation(where)).join(', ')}</p>
      )}
    </>
  );
}

/** When an amendment takes effect. Of one whose publication alone is known, it says that. */
function Effective({ amendment: { basis, effectiveOn, publishedOn, appliesFrom } }: { amendment: Amendment }) {
  const [words, day] =
    effectiveOn !== null && basis !== 'PUBLICATION' ? ['effective', effectiveOn] : ['published', publishedOn];
  return day === null ? null : (
    <>
      {words} <Day date={day} />
      {appliesFrom && (
        <>
          , first applied on <Day date={appliesFrom} />
        </>
      )}
    </>
  );
}

/** The address of the changes in a provision since a day, or of all changes. */
export const changesAddress = (citation: string, from?: string): string =>
  `/changes?${new URLSearchParams({ within: citation, ...(from && { from }) })}`;
