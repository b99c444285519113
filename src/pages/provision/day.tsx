/** The date of a text: a form to choose it, how certain the text is, and the edition from which the text comes. */
import type { ComponentChildren } from 'preact';
import { addressOf } from '../../view/address.ts';
import { Actions, AskingForm, DayField } from '../../view/asking.tsx';
import { Day } from '../../view/days.tsx';
import { DegreesOfCertainty, Known } from '../../view/law/certainty.tsx';
import { EntityLink, OutsideLink } from '../../view/links.tsx';
import { type Amendment, type ProvisionFacts, shownVersion } from './asked.ts';

/** The end of the name of an edition: "45 CFR Part 171, eCFR, as of 2026-09-17". */
const EDITION = /, ([^,]+), as of (\d{4}-\d{2}-\d{2})$/;

/** The edition from which the text on a page comes, and its date. Undefined if no edition determines the text. */
export function editionOf(found: ProvisionFacts, asOf: string | null) {
  const source = found.coverage?.edition ?? shownVersion(found, asOf)?.source;
  if (!source) return undefined;
  const [, publication, day] = EDITION.exec(source.name) ?? [];
  return { ...source, publication, day };
}

/**
 * States that this is not an official edition, from which edition the text comes, and where to find the official text.
 */
export function Edition({ found, asOf }: { found: ProvisionFacts; asOf: string | null }) {
  const edition = editionOf(found, asOf);
  return (
    <>
      Not an official edition.{' '}
      {edition && (
        <>
          Text from{' '}
          <OutsideLink address={edition.url}>
            {edition.day ? (
              <>
                the {edition.publication} of <Day date={edition.day} />
              </>
            ) : (
              edition.name
            )}
          </OutsideLink>
          .{' '}
        </>
      )}
      {found.url && (
        <>
          The official text is in <OutsideLink address={found.url}>the eCFR</OutsideLink>.
        </>
      )}
    </>
  );
}

/**
 * The date of the text. A form lets the reader choose another date; a statement below it shows how certain the text is
 * on that date.
 */
export function DayOfText({ found, asOf }: { found: ProvisionFacts; asOf: string | null }) {
  const { id, coverage } = found;
  return (
    <section class="day" aria-label="Date of the text">
      <AskingForm action={addressOf(id)}>
        <DayField name="asOf" label="Text as of" value={asOf} isRequired />
        <Actions>
          <button type="submit">Show</button>
        </Actions>
      </AskingForm>
      {asOf !== null && (
        <p class="then">
          {coverage?.certainty === 'UNKNOWN' ? (
            <>
              The text as of <Day date={asOf} /> is not known.
            </>
          ) : (
            <>
              This is the text as of <Day date={asOf} />.
            </>
          )}{' '}
          <a href={addressOf(id)}>View the current text</a>
        </p>
      )}
      {coverage && (
        <>
          <Known coverage={coverage} />
          <Seen from={coverage.observedFrom} to={coverage.observedTo} />
          {coverage.outstanding.length > 0 && (
            <p class="outstanding">
              {asOf === null ? 'In force today' : 'In force on that date'}, but not yet reflected in this text:{' '}
              <Rules amendments={coverage.outstanding} />.
            </p>
          )}
        </>
      )}
      <p class="edition">
        <Edition found={found} asOf={asOf} />
      </p>
      {coverage && <DegreesOfCertainty certainty={coverage.certainty} />}
    </section>
  );
}

/** The first and the last edition with the text. They say when it was read, and nothing of when it began. */
function Seen({ from, to }: { from: string | null; to: string | null }) {
  if (from === null || to === null) return null;
  return (
    <p class="seen">
      {from === to ? 'This text is in the edition of ' : 'This text is in the editions dated '}
      <Day date={from} />
      {from !== to && (
        <>
          {' '}
          to <Day date={to} />
        </>
      )}
      .
    </p>
  );
}

/** The rules of amendments, once each, with their effective days. */
function Rules({ amendments }: { amendments: readonly Amendment[] }) {
  const rules = [
    ...new Map(amendments.map((one) => [`${one.rule?.id ?? one.citation} ${one.effectiveOn}`, one])).values(),
  ];
  return (
    <>
      {rules.map(
        ({ rule, citation, effectiveOn }, i): ComponentChildren => [
          i > 0 && '; ',
          rule ? <EntityLink id={rule.id} label={rule.name} /> : citation,
          effectiveOn && [', effective ', <Day date={effectiveOn} />],
        ],
      )}
    </>
  );
}
