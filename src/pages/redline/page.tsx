/** The page of a redline: the text of a provision on one day, compared with its text on another day. */
import { badInput } from '../../graph/errors.ts';
import { DAY_FORM, isDay, today } from '../../model/day.ts';
import { addressOf, citationIn, sectionCitation, shortCitation } from '../../view/address.ts';
import { Day, dayInWords } from '../../view/days.tsx';
import { briefHeading } from '../../view/heading.ts';
import { Crumbs } from '../../view/parts.tsx';
import type { EntityPageRequest, Page } from '../page.ts';
import type { ComparedPlace } from './asked.ts';
import type { ComparedBody, Comparison } from './comparison.ts';
import { type DaySide, DaysForm, isKnown, KnownDays } from './days.tsx';
import { divisionRedline } from './division.tsx';
import { textRedline } from './text.tsx';

/**
 * The page at /regulation/45-CFR-171.301?asOf=2024-07-31&compare=2024-01-09. Without `asOf`, the later day is today.
 *
 * @param citation the canonical citation of a part or of a provision inside a part
 * @param compare the day whose text is compared with the text on `asOf`
 * @returns null if the provision is not in the graph
 * @throws GraphQLError BAD_USER_INPUT if `compare` is not a day, or for the levels above parts
 */
export async function redlinePage(request: EntityPageRequest, citation: string, compare: string): Promise<Page | null> {
  if (!isDay(compare)) throw badInput(`compare: must be ${DAY_FORM}`);
  const place = citationIn(citation);
  if (place?.part === undefined)
    throw badInput('compare: is accepted only for a part or for a provision inside a part');
  const asOf = request.asOf ?? today();
  const isSwapped = compare > asOf;
  const [from, to] = isSwapped ? [asOf, compare] : [compare, asOf];
  const comparison: Comparison = { citation, from, to, isSwapped };
  const isOfText = place.section !== undefined || place.appendix !== undefined;
  const body = await (isOfText ? textRedline : divisionRedline)(request.ask, comparison);
  return body && pageOf(body, { compare, asOf }, comparison);
}

async function pageOf(
  { asked, place, earlier, later, main, end, lacking = [] }: ComparedBody,
  days: { compare: string; asOf: string },
  { from, to, isSwapped }: Comparison,
): Promise<Page> {
  const { id, citation, ancestors } = place;
  const { compare, asOf } = days;
  const heading = briefHeading(later?.heading ?? earlier?.heading ?? null);
  const sides = [
    { day: from, known: earlier },
    { day: to, known: later },
  ];
  return {
    id,
    what: 'Redline',
    area: 'law',
    title: `${sectionCitation(citation)}: ${dayInWords(compare)} and ${dayInWords(asOf)} compared`,
    heading: (
      <>
        <span class="citation">{sectionCitation(citation)}</span> {heading}
        <span class="rest">
          What changed from <Day date={compare} /> to <Day date={asOf} />
        </span>
      </>
    ),
    description: `What was inserted and deleted in ${citation} between ${dayInWords(compare)} and ${dayInWords(asOf)}.`,
    crumbs: <PlaceCrumbs place={{ ...place, ancestors }} />,
    asked,
    isIndexed: false,
    main: (
      <>
        <DaysForm id={id} days={days} />
        <KnownDays id={id} sides={isSwapped ? sides.reverse() : sides} />
        {await comparedBody(sides, lacking, main)}
        {end}
        <p class="note">
          <a href={addressOf(id)}>The current text of {sectionCitation(citation)}</a>
        </p>
      </>
    ),
  };
}

/** The comparison, or the reason why the texts cannot be compared. */
function comparedBody(sides: readonly DaySide[], lacking: readonly string[], main: ComparedBody['main']) {
  const unknown = sides.filter(({ day, known }) => !isKnown(known) || lacking.includes(day));
  if (sides[0]?.day === sides[1]?.day)
    return <p class="notice">Both dates are the same. Choose two different dates.</p>;
  if (unknown.length === 0) return main();
  return (
    <p class="notice">
      The text of{' '}
      {unknown.map(({ day }, i) => (
        <>
          {i > 0 && ' and of '}
          <Day date={day} />
        </>
      ))}{' '}
      is not known, so there is nothing to compare.
    </p>
  );
}

const PlaceCrumbs = ({ place: { id, citation, ancestors } }: { place: ComparedPlace }) => (
  <Crumbs
    names={[
      ...ancestors.map((one, i) => ({
        href: addressOf(one.id),
        name: i === 0 ? one.citation : shortCitation(one.citation),
        title: one.heading === null ? one.citation : `${one.citation}: ${one.heading}`,
      })),
      { href: addressOf(id), name: shortCitation(citation) },
    ]}
  />
);
