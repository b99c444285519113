/** The comparison of two versions of a standard, or of a part of one. */
import { badInput } from '../../graph/errors.ts';
import { addressOf } from '../../view/address.ts';
import { EntityLink } from '../../view/links.tsx';
import { Crumbs, folded, inWords, Section } from '../../view/parts.tsx';
import { Cell, WideTable } from '../../view/table.tsx';
import { creativeWork } from '../json-ld.ts';
import type { EntityPageRequest, Page } from '../page.ts';
import { COMPARISON, type Compared, type Comparison } from './asked.ts';
import { FIELD_WORDS, fieldValue } from './fields.ts';

/** The items of a list that show without opening it. */
const SHOWN = 30;

/**
 * Responds to /standard/us-core/7.0.0?compare=us-core/6.1.0. Null if no standard has the key.
 *
 * @throws GraphQLError with BAD_USER_INPUT if `compare` is not the key of a version of the same standard
 */
export async function comparisonPage({ name, given, ask }: EntityPageRequest): Promise<Page | null> {
  const family = `${name.split('/')[0]}/`;
  const other = given.get('compare') ?? '';
  if (!other.startsWith(family) || other.length === family.length) {
    throw badInput(`compare: must be the key of a version of the same standard, such as ${family}1.0.0`);
  }
  const asked = await ask(COMPARISON, { key: name, version: other.slice(family.length) });
  const found = asked.data.standard;
  if (found === null) return null;
  const { id, key, version, ancestors, changesFrom } = found;
  const thisName = nameWith(found.name, version);
  const otherName = nameWith(
    changesFrom.from?.name ?? found.name,
    changesFrom.from?.version ?? other.slice(family.length),
  );
  return {
    id,
    what: 'Comparison of versions',
    title: `${thisName} compared with ${otherName}`,
    description: `What ${thisName} adds, removes, and changes compared with ${otherName}.`,
    area: 'standards',
    looks: 'wide',
    isIndexed: false,
    crumbs: (
      <Crumbs
        names={[
          { href: '/standards', name: 'Standards' },
          ...[...ancestors, found].map((one) => ({ href: addressOf(one.id), name: one.name })),
        ]}
      />
    ),
    asked,
    jsonLd: creativeWork({ key, name: found.name, version, date: null, summary: null, url: null }),
    main: <Differences found={found} other={other} names={[otherName, thisName]} />,
  };
}

const nameWith = (name: string, version: string | null): string =>
  version === null || name.includes(version) ? name : `${name} (${version})`;

function Differences({
  found,
  other,
  names: [before, after],
}: {
  found: Comparison;
  other: string;
  names: readonly [before: string, after: string];
}) {
  const { from, fields, added, removed, changed, imported } = found.changesFrom;
  if (from === null) {
    return (
      <p>
        The graph has no counterpart for <EntityLink id={found.id} label={found.name} /> in {other}.
      </p>
    );
  }
  // The name of a version contains its number, so it always differs.
  const ownFields = found.level === 'VERSION' ? fields.filter((field) => field !== 'name') : fields;
  const own = ownFields.length > 0 ? [{ fields: ownFields, before: from, after: found }] : [];
  const rows = [...own, ...changed];
  const isSame = rows.length + added.length + removed.length === 0;
  return (
    <>
      <p class="lead">
        {isSame
          ? `The compared fields are the same in ${before} and ${after}.`
          : `${changed.length} changed, ${added.length} added, ${removed.length} removed.`}
      </p>
      <p class="note">
        The comparison covers names, cardinality, types, must-support, value sets, and status, but not texts.{' '}
        <a href={addressOf(from.id)}>{before}</a> · <a href={addressOf(found.id)}>{after}</a>
      </p>
      {!imported && (
        <p class="note">
          The parts of only one of the two versions are imported, so parts that are listed as added or removed can exist
          in both.
        </p>
      )}
      <Section id="changed" heading="Changed">
        {rows.length > 0 && <ChangedTable rows={rows} names={[before, after]} other={other} />}
      </Section>
      <Section id="added" heading={`Only in ${after}`}>
        {folded(
          added.map((part) => <PartName part={part} />),
          SHOWN,
        )}
      </Section>
      <Section id="removed" heading={`Only in ${before}`}>
        {folded(
          removed.map((part) => <PartName part={part} />),
          SHOWN,
        )}
      </Section>
    </>
  );
}

const PartName = ({ part }: { part: Compared }) => (
  <>
    <EntityLink id={part.id} label={part.path ?? part.name} />{' '}
    {part.level !== 'ELEMENT' && <span class="muted">{inWords(part.level).toLowerCase()}</span>}
  </>
);

interface Changed {
  fields: readonly string[];
  before: Compared;
  after: Compared;
}

function ChangedTable({
  rows,
  names: [before, after],
  other,
}: {
  rows: readonly Changed[];
  names: readonly [string, string];
  other: string;
}) {
  const inside = rows.filter(({ fields }) => fields.includes('parts'));
  const values = rows.flatMap((row) =>
    row.fields.filter((field) => field !== 'parts').map((field) => ({ ...row, field })),
  );
  return (
    <>
      {values.length > 0 && (
        <WideTable name="Table of changed fields" columns={['Part', 'Field', before, after]}>
          <tbody>
            {values.map(({ field, before: old, after: now }) => (
              <tr>
                <th scope="row">
                  <EntityLink id={now.id} label={now.path ?? now.name} />
                </th>
                <td>{FIELD_WORDS[field] ?? field}</td>
                <Cell column={before}>{fieldValue(old, field)}</Cell>
                <Cell column={after}>{fieldValue(now, field)}</Cell>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {inside.length > 0 && (
        <>
          <h3>Differences in nested parts</h3>
          {folded(
            inside.map(({ after: now }) => <a href={`${addressOf(now.id)}?compare=${other}`}>{now.name}</a>),
            SHOWN,
          )}
        </>
      )}
    </>
  );
}
