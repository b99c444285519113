/** The elements of a profile, a resource, a data type, or an element, as a table. */
import { addressOf } from '../../view/address.ts';
import { EntityLink } from '../../view/links.tsx';
import { Bound, occurs } from '../../view/standard-facts.tsx';
import { Cell, WideTable } from '../../view/table.tsx';
import type { FoundElements, FoundStandard } from './asked.ts';
import { Pager } from './pager.tsx';
import { TypeNames } from './type-names.tsx';
import { type ElementRow, rowsOf, type TypeLinks } from './types.ts';

/** A row with its depth below the page's standard, and whether it stands there only for what is inside it. */
interface PlacedRow {
  row: ElementRow;
  depth: number;
  label: string;
  isContext: boolean;
}

/** The columns that show only if a row has something in them. */
interface Columns {
  mustSupport: boolean;
  binding: boolean;
  mapped: boolean;
}

/**
 * The table with its two views: all elements (FHIR calls this view the snapshot), or only those that the profile
 * changes (the differential).
 */
export function Elements({
  standard,
  elements,
  types,
  isDifferential,
  isAfterFirst,
}: {
  standard: FoundStandard;
  elements: FoundElements;
  types: TypeLinks;
  isDifferential: boolean;
  isAfterFirst: boolean;
}) {
  const { id, name } = standard;
  const all = placed(rowsOf(elements), 0, rootOf(standard, elements));
  const changed = withContext(all);
  const isDistinguished = all.some(({ row }) => row.differs !== null);
  const rows = isDistinguished && isDifferential ? changed : all;
  const columns: Columns = {
    mustSupport: rows.some(({ row }) => row.mustSupport || row.uscdiRequirement),
    binding: rows.some(({ row }) => row.binding !== null),
    mapped: rows.some(({ row }) => row.mappedFrom.length > 0),
  };
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">
        Elements <span class="muted">{rows.length}</span>
      </h2>
      {isDistinguished && (
        <nav class="views" aria-label="Views of the elements">
          <a href={`${addressOf(id)}#elements`} aria-current={isDifferential ? undefined : 'true'}>
            All elements <span class="muted">snapshot</span>
          </a>
          <a href={`${addressOf(id)}?view=differential#elements`} aria-current={isDifferential ? 'true' : undefined}>
            What the profile changes <span class="muted">differential</span>
          </a>
        </nav>
      )}
      {rows.length === 0 ? (
        <p>The profile changes no element on this page.</p>
      ) : (
        <WideTable name={`Table of the elements of ${name}`} looks="elements" columns={namesOf(columns)}>
          <tbody>
            {rows.map((one) => (
              <Row placed={one} types={types} columns={columns} />
            ))}
          </tbody>
        </WideTable>
      )}
      <Pager
        id={id}
        anchor="elements"
        isAfterFirst={isAfterFirst}
        next={elements.pageInfo}
        kept={isDifferential ? { view: 'differential' } : {}}
      />
    </section>
  );
}

/** The names of the columns. */
const COLUMN = {
  element: 'Element',
  occurs: 'Occurs',
  mustSupport: 'Must support',
  type: 'Type',
  binding: 'Value set',
  mapped: 'USCDI elements',
} as const;

const namesOf = ({ mustSupport, binding, mapped }: Columns): string[] => [
  ...[COLUMN.element, COLUMN.occurs],
  ...(mustSupport ? [COLUMN.mustSupport] : []),
  COLUMN.type,
  ...(binding ? [COLUMN.binding] : []),
  ...(mapped ? [COLUMN.mapped] : []),
];

/** The path that the paths of direct parts continue; null if they stand for themselves. */
function rootOf({ level }: FoundStandard, elements: FoundElements): string | null {
  const path = elements.edges[0]?.node.path ?? null;
  if (path === null) return null;
  return level === 'ELEMENT' ? path.slice(0, path.lastIndexOf('.')) : (path.split('.')[0] ?? null);
}

/** Rows in the order of the document, each after the element that contains it. */
const placed = (rows: readonly ElementRow[], depth: number, within: string | null): PlacedRow[] =>
  rows.flatMap((row) => [
    { row, depth, label: labelIn(row, within), isContext: false },
    ...placed(
      (row.children?.edges ?? []).map(({ node }) => node),
      depth + 1,
      row.path,
    ),
  ]);

const labelIn = ({ path, name }: ElementRow, within: string | null): string =>
  path !== null && within !== null && path.startsWith(`${within}.`) ? path.slice(within.length + 1) : (path ?? name);

/** Rows that the profile changes, and the rows that contain them. */
function withContext(rows: readonly PlacedRow[]): PlacedRow[] {
  let needed = -1;
  return rows
    .toReversed()
    .flatMap((one) => {
      const isChanged = one.row.differs === true;
      const isContext = !isChanged && needed > one.depth;
      if (isChanged || isContext) needed = one.depth;
      else if (needed > one.depth) needed = -1;
      return isChanged || isContext ? [{ ...one, isContext }] : [];
    })
    .toReversed();
}

function Row({
  placed: { row, depth, label, isContext },
  types,
  columns,
}: {
  placed: PlacedRow;
  types: TypeLinks;
  columns: Columns;
}) {
  const { id, summary, mustSupport, uscdiRequirement, mappedFrom, children } = row;
  const inside = children?.totalCount ?? 0;
  return (
    <tr class={`depth-${Math.min(depth, 4)}${isContext ? ' context' : ''}`}>
      <th scope="row">
        <EntityLink id={id} label={label} />
        {summary && <span class="muted says">{plainLetters(summary)}</span>}
        {inside > 0 && <span class="muted says">{inside} more nested</span>}
      </th>
      <Cell column={COLUMN.occurs} looks="occurs">
        {occurs(row)}
      </Cell>
      {columns.mustSupport && (
        <Cell>
          {mustSupport && 'must support'}
          {mustSupport && uscdiRequirement && <br />}
          {uscdiRequirement && 'USCDI requirement'}
        </Cell>
      )}
      <Cell column={COLUMN.type}>{row.types && <TypeNames types={row.types} links={types} />}</Cell>
      {columns.binding && <Cell column={COLUMN.binding}>{row.binding && <Bound binding={row.binding} />}</Cell>}
      {columns.mapped && (
        <Cell column={COLUMN.mapped}>
          {mappedFrom.map((one, i) => (
            <>
              {i > 0 && <br />}
              <EntityLink id={one.id} label={one.name} />
              {one.version && <span class="muted"> {one.version}</span>}
            </>
          ))}
        </Cell>
      )}
    </tr>
  );
}

/** US Core sets some words in mathematical letters for emphasis. Fonts lack them, and readers of screens spell them. */
const plainLetters = (text: string): string =>
  text.replace(/[\u{1d400}-\u{1d7ff}]+/gu, (letters) => letters.normalize('NFKC'));
