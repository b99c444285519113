/** The adoptions to which a word leads, each with its data elements and the elements to which they map. */
import { Certain } from '../../view/adoption.tsx';
import { EntityLink, ProvisionLink } from '../../view/links.tsx';
import { Cell, WideTable } from '../../view/table.tsx';
import { AdoptedName, AdoptionState } from './adoption.tsx';
import type { MappedElement } from './asked.ts';
import { type DataRow, type Found, type FoundAdoption, versionOf } from './found.ts';
import type { Successors } from './then.ts';
import type { Way } from './word.ts';

/** The ways that a page names for an adoption. */
const MOST_WAYS = 3;

/** Shows the adoptions one after another. */
export const WordTables = ({ found, on, then }: { found: Found; on: string; then: Successors }) => (
  <>
    {found.adoptions.map((one, i) => (
      <AdoptionSection
        found={one}
        all={found.adoptions.map(({ adoption }) => adoption)}
        id={`adoption-${i + 1}`}
        on={on}
        then={then}
        adopted={found.adoptedVersions}
      />
    ))}
  </>
);

function AdoptionSection({
  found: { adoption, ways, data },
  id,
  on,
  then,
  all,
  adopted,
}: {
  found: FoundAdoption;
  id: string;
  on: string;
  then: Successors;
  all: readonly FoundAdoption['adoption'][];
  adopted: ReadonlySet<string>;
}) {
  return (
    <section aria-labelledby={id} class="adoption">
      <h2 id={id}>
        <ProvisionLink provision={{ ...adoption.regulation, heading: null }} asOf={on} /> adopts{' '}
        <AdoptedName adoption={adoption} />
      </h2>
      {ways.slice(0, MOST_WAYS).map((way) => (
        <WayLine way={way} />
      ))}
      <AdoptionState adoption={adoption} on={on} then={then} all={all} />
      <p>
        <Certain coverage={adoption.coverage} />
      </p>
      {data.length > 0 && <DataTable data={data} adopted={adopted} name={adoption.standard?.name ?? adoption.text} />}
    </section>
  );
}

/** "EHI contrasts with USCDI describes …", as the graph states it. Nothing if the word names the standard itself. */
function WayLine({ way: { stops, says } }: { way: Way }) {
  if (stops.length < 2) return null;
  return (
    <p class="way">
      {stops.map((stop, i) => (
        <>
          {i > 0 && <i> {says[i - 1]} </i>}
          <EntityLink {...stop} />
        </>
      ))}
    </p>
  );
}

function DataTable({ data, adopted, name }: { data: readonly DataRow[]; adopted: ReadonlySet<string>; name: string }) {
  const profiles = onlyVersion(data, isOfProfile);
  const bases = onlyVersion(data, (part) => !isOfProfile(part));
  const inProfile = profiles ? `Profile of ${profiles.name}` : 'Profile';
  const inBase = bases?.name ?? 'FHIR';
  return (
    <WideTable
      name={`Table of the data elements of ${name}`}
      looks="adopted data"
      columns={['Data class', 'Data element', inProfile, inBase]}
    >
      <tbody>
        {data.map(({ dataClass, element }, i) => {
          const isFirst = data[i - 1]?.dataClass?.id !== dataClass?.id;
          return (
            <tr class={isFirst ? 'first' : undefined}>
              <td>{dataClass && isFirst && <EntityLink {...dataClass} />}</td>
              <th scope="row">
                <EntityLink id={element.id} label={element.name} />
              </th>
              <Cell column={inProfile}>
                <Mapped parts={element.mapsTo.filter(isOfProfile)} adopted={adopted} named={profiles?.id} />
              </Cell>
              <Cell column={inBase}>
                <Mapped
                  parts={element.mapsTo.filter((part) => !isOfProfile(part))}
                  adopted={adopted}
                  named={bases?.id}
                />
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

type MappedPart = MappedElement['mapsTo'][number];

/** Whether a part is a profile or is inside one. */
export const isOfProfile = ({ level, ancestors }: MappedPart): boolean =>
  level === 'PROFILE' || ancestors.some((one) => one.level === 'PROFILE');

/** The version that contains all of these parts, so that the header can name it; undefined if there are several. */
function onlyVersion(data: readonly DataRow[], isWanted: (part: MappedPart) => boolean) {
  const parts = data.flatMap(({ element }) => element.mapsTo.filter(isWanted));
  const [first, ...others] = new Map(parts.map((part) => [versionOf(part)?.id, versionOf(part)])).values();
  return others.length === 0 ? first : undefined;
}

/** The parts that a data element maps to, by version. A profile of which an element is listed, too, is not repeated. */
function Mapped({
  parts,
  adopted,
  named,
}: {
  parts: readonly MappedPart[];
  adopted: ReadonlySet<string>;
  /** The version that the header names. */
  named: string | undefined;
}) {
  const specific = parts.filter(({ id }) => !parts.some(({ ancestors }) => ancestors.some((one) => one.id === id)));
  const versions = new Map(specific.map((part) => [versionOf(part)?.id ?? '', versionOf(part)]));
  return (
    <>
      {[...versions].map(([id, version]) => (
        <p>
          {specific
            .filter((part) => (versionOf(part)?.id ?? '') === id)
            .map((part, i) => (
              <>
                {i > 0 && <br />}
                <PartName part={part} />
              </>
            ))}
          {version && (id !== named || !adopted.has(id)) && (
            <span class="muted">
              {id !== named && ` ${version.name}`}
              {!adopted.has(id) && ' (no known adoption on this date)'}
            </span>
          )}
        </p>
      ))}
    </>
  );
}

/** An element by its path, with the name of its profile. */
function PartName({ part: { id, name, path, ancestors } }: { part: MappedPart }) {
  const profile = ancestors.find(({ level }) => level === 'PROFILE');
  return (
    <>
      {profile && <span class="muted">{profile.name}: </span>}
      <EntityLink id={id} label={path ?? name} />
    </>
  );
}
