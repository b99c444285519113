/** The sections of a provision's page: what it contains, defines, adopts, and cites. */
import type { ComponentChildren, VNode } from 'preact';
import { groupBy } from '../../model/group.ts';
import { addressOf, sectionCitation, shortCitation } from '../../view/address.ts';
import { Day, hasSpan, Span } from '../../view/days.tsx';
import { briefHeading } from '../../view/heading.ts';
import type { Passage } from '../../view/law/passage.ts';
import { EntityLink, OutsideLink, ProvisionLink } from '../../view/links.tsx';
import { folded, list } from '../../view/parts.tsx';
import type { Adoption, Definition, OutlineEntry, Provision, ProvisionFacts } from './asked.ts';
import { partsOf } from './contents.tsx';

/** The number of provisions that are shown in a list before it is folded. */
export const MOST_PROVISIONS = 20;
/** A part with more sections than this has its subparts folded. */
const LONG_OUTLINE = 60;

/** The contents of a part, with headings. Subparts of a long part are folded. */
export function outline({ children = [] }: ProvisionFacts, asOf: string | null): VNode | null {
  const count = children.reduce((sum, one) => sum + Math.max(1, partsOf<OutlineEntry>(one).length), 0);
  return children.length === 0 ? null : (
    <ol class="outline">
      {children.map((one) => (
        <OutlineItem entry={one} asOf={asOf} isFolded={count > LONG_OUTLINE} />
      ))}
    </ol>
  );
}

function OutlineItem({ entry, asOf, isFolded }: { entry: OutlineEntry; asOf: string | null; isFolded: boolean }) {
  const { id, citation, heading, reserved, summary } = entry;
  const inner = partsOf<OutlineEntry>(entry);
  const below = inner.length > 0 && (
    <ol>
      {inner.map((one) => (
        <OutlineItem entry={one} asOf={asOf} isFolded={false} />
      ))}
    </ol>
  );
  return (
    <li class={reserved ? 'reserved' : undefined}>
      <a href={addressOf(id, asOf)}>{shortCitation(citation)}</a>{' '}
      {reserved ? '[Reserved]' : summary ? briefHeading(heading) : heading}
      {summary && !reserved && <p class="muted">{summary}</p>}
      {below && isFolded ? (
        <details>
          <summary>{inner.length === 1 ? '1 section' : `${inner.length} sections`}</summary>
          {below}
        </details>
      ) : (
        below
      )}
    </li>
  );
}

/** A list of provisions. The first ones are shown, and the rest are folded. */
export const provisions = (all: readonly Provision[], asOf: string | null): ComponentChildren =>
  folded(
    all.map((one) => <ProvisionLink provision={{ ...one, heading: briefHeading(one.heading) }} asOf={asOf} />),
    MOST_PROVISIONS,
  );

/** A heading with a count, such as "Exceptions: 10" or "Cited by: 20 of 57". */
export const counted = (name: string, all: number, shown = MOST_PROVISIONS): string =>
  `${name}: ${all > shown ? `${shown} of ${all}` : all}`;

/** Definitions of a section that show in the line near the top of its page. */
const MOST_IN_LINE = 6;

/** Lines near the top of the page: the provision to which this is an exception, and the terms that it defines. */
export function InOneLine({ found, asOf }: { found: ProvisionFacts; asOf: string | null }) {
  const { exceptionTo, defines = [] } = found;
  const defined = [...new Map(defines.map(({ term }) => [term.id, term])).values()];
  const rest = defined.length - MOST_IN_LINE;
  return (
    <>
      {exceptionTo.length > 0 && (
        <p class="line">
          An exception to{' '}
          {exceptionTo.map(({ id, citation, heading }, i) => [
            i > 0 && ', ',
            <a href={addressOf(id, asOf)}>
              {sectionCitation(citation)} {briefHeading(heading)}
            </a>,
          ])}
        </p>
      )}
      {defined.length > 0 && (
        <p class="line">
          Defines {defined.slice(0, MOST_IN_LINE).map((term, i) => [i > 0 && ', ', <EntityLink {...term} />])}
          {rest > 0 && (
            <>
              {' '}
              and <a href="#defines">{rest} more</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The terms that the provision and its parts define. For a part, they are grouped by section. */
export function definitions({ id, defines = [], level }: ProvisionFacts, asOf: string | null): ComponentChildren {
  if (level === 'SECTION' || level === 'PARAGRAPH' || level === 'APPENDIX') {
    return folded(
      defines.map((one) => <Defined definition={one} isElsewhere={one.regulation.id !== id} asOf={asOf} />),
      MOST_PROVISIONS,
    );
  }
  const groups = [...groupBy(defines, ({ regulation }) => regulation.citation.replace(/\(.*$/s, ''))];
  return groups.length === 0
    ? null
    : groups.map(([citation, some]) => (
        <details class="group" open={groups.length === 1}>
          <summary>
            {sectionCitation(citation)} defines {some.length === 1 ? '1 term' : `${some.length} terms`}
          </summary>
          {list(
            some.map((one) => <Defined definition={one} isElsewhere={false} asOf={asOf} />),
            some.length > 6 ? 'columns' : undefined,
          )}
        </details>
      ));
}

function Defined({
  definition,
  isElsewhere,
  asOf,
}: {
  definition: Definition;
  isElsewhere: boolean;
  asOf: string | null;
}) {
  const { term, regulation } = definition;
  return (
    <>
      <EntityLink {...term} />
      {isElsewhere && (
        <>
          {' '}
          <a class="muted" href={addressOf(regulation.id, asOf)}>
            {sectionCitation(regulation.citation)}
          </a>
        </>
      )}
      {hasSpan(definition) && (
        <>
          {' '}
          <span class="days">
            <Span period={definition} />
          </span>
        </>
      )}
    </>
  );
}

/**
 * The adoptions in the provision, with dates and notices. If an item is not in the graph as a standard, the words of
 * the law are shown.
 */
export const adoptions = ({ adoptions: all = [], id }: ProvisionFacts, asOf: string | null): ComponentChildren =>
  folded(
    all.map((one) => <Adopted adoption={one} isElsewhere={one.regulation.id !== id} asOf={asOf} />),
    MOST_PROVISIONS,
  );

function Adopted({ adoption, isElsewhere, asOf }: { adoption: Adoption; isElsewhere: boolean; asOf: string | null }) {
  const { standard, regulation, text, notices } = adoption;
  return (
    <>
      {standard === null ? text : <EntityLink id={standard.id} label={standard.name} />}{' '}
      {isElsewhere && (
        <>
          <a class="muted" href={addressOf(regulation.id, asOf)}>
            {sectionCitation(regulation.citation)}
          </a>{' '}
        </>
      )}
      <span class="days">
        <Span period={adoption} />
      </span>
      {notices.map(({ text: words, from, to, source }) => (
        <p class="says">
          {words}{' '}
          {from && (
            <>
              Applies from <Day date={from} />
              {to && (
                <>
                  {' '}
                  to <Day date={to} />
                </>
              )}
              .{' '}
            </>
          )}
          <OutsideLink address={source.url}>{source.name}</OutsideLink>
        </p>
      ))}
    </>
  );
}

/**
 * The provisions and documents that the text cites, without duplicates and without its own paragraphs. A target that is
 * not imported has no id.
 */
export function cited(passages: readonly Passage[]): { citation: string; id: string | null }[] {
  const own = passages[0]?.citation ?? '';
  const targets = new Map(
    passages
      .flatMap(({ cites }) => cites)
      .filter(({ targetCitation }) => targetCitation !== own && !targetCitation.startsWith(`${own}(`))
      .map(({ targetCitation, target }) => [targetCitation, target?.id ?? null]),
  );
  return [...targets].map(([citation, id]) => ({ citation, id }));
}

/** A list of what a text cites. */
export const citedList = (targets: ReturnType<typeof cited>, asOf: string | null): ComponentChildren =>
  folded(
    targets.map(({ citation, id }) =>
      id === null ? (
        <>
          {citation} <span class="muted">not imported</span>
        </>
      ) : (
        <a href={addressOf(id, asOf)}>{citation}</a>
      ),
    ),
    MOST_PROVISIONS,
    targets.length > 6 ? 'columns' : undefined,
  );

/** The provisions that cite this one, without duplicates. */
export const citing = ({ citedBy }: ProvisionFacts): Provision[] => [
  ...new Map(citedBy.map(({ source }) => [source.id, source])).values(),
];
