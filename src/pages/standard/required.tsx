/** The provisions that require a part of a standard, and the chains of relations that lead to them. */
import { type ComponentChildren, Fragment } from 'preact';
import { groupBy } from '../../model/group.ts';
import { AdoptionDays, Certain } from '../../view/adoption.tsx';
import { EntityLink, ProvisionLink } from '../../view/links.tsx';
import { list, Section } from '../../view/parts.tsx';
import type { Required } from './asked.ts';
import { PartLink } from './part.tsx';

type Adopted = Required['requiredBy'][number];
type Mapped = Required['mappedFrom'][number];
type Version = Mapped['ancestors'][number];

/** One line for each adoption: the part, the version that the law adopts, and the provision. */
export function RequiredBy({ standard }: { standard: Required }) {
  const { requiredBy, mappedFrom } = standard;
  const adopted = new Set(requiredBy.flatMap((adoption) => (adoption.standard ? [adoption.standard.id] : [])));
  const others = mappedFrom.filter(({ ancestors }) => !ancestors.some(({ id }) => adopted.has(id)));
  const lines = [
    ...requiredBy
      .toSorted((a, b) => contains(standard, b) - contains(standard, a))
      .map((adoption) => (
        <>
          {chain(standard, adoption)}
          <br />
          <Certain coverage={adoption.coverage} />
        </>
      )),
    ...[...groupBy(others, ({ ancestors }) => versionOf(ancestors)?.name)].map(([version, members]) => (
      <NotAdopted version={version} mapped={members} />
    )),
  ];
  return (
    <Section id="required-by" heading="Required by">
      {requiredBy.length === 0 && <p>No adoption in the graph requires this part today.</p>}
      {list(lines, 'chains')}
      {requiredBy.length > 0 && (
        <p class="note">
          Regulations adopt a version of a standard as a whole. Cardinality and must-support specify what a system must
          do with an element.
        </p>
      )}
    </Section>
  );
}

/** 1 if the adopted version contains the part itself, so that this adoption comes first; otherwise 0. */
const contains = ({ ancestors }: Required, { standard }: Adopted): number =>
  Number(ancestors.some(({ id }) => id === standard?.id));

/** How the adopted version leads to the part: it contains the part, a data element maps to it, or a profile changes it. */
function chain({ ancestors, mappedFrom, implementedBy, level }: Required, adoption: Adopted) {
  const version = adoption.standard;
  const name = version?.name ?? adoption.text;
  const isIn = ({ ancestors: all }: { ancestors: readonly { id: string }[] }) =>
    all.some(({ id }) => id === version?.id);
  const whose = version ? <EntityLink id={version.id} label={name} /> : name;
  if (ancestors.some(({ id }) => id === version?.id)) {
    return (
      <>
        Part of {whose}, which <At adoption={adoption} />
      </>
    );
  }
  const mapped = mappedFrom.filter(isIn);
  if (mapped.length > 0) {
    return (
      <>
        Maps from <MappedNames mapped={mapped} />. {name} <At adoption={adoption} />
      </>
    );
  }
  const profiles = implementedBy.filter((one) => isIn(one) && one.differs !== false);
  if (profiles.length > 0) {
    return (
      <>
        {level === 'ELEMENT' ? 'Changed by ' : 'Basis for '}
        <Named items={profiles.slice(0, MOST).map((one) => <ProfileName part={one} />)} />
        {profiles.length > MOST && ` and ${profiles.length - MOST} more`} in {whose}, which <At adoption={adoption} />
      </>
    );
  }
  return (
    <>
      A chain of relations leads from this part to {whose}, which <At adoption={adoption} />
    </>
  );
}

/** The profiles that a line names. */
const MOST = 3;

const At = ({ adoption }: { adoption: Adopted }) => (
  <>
    is adopted at <ProvisionLink provision={{ ...adoption.regulation, heading: null }} />{' '}
    <AdoptionDays adoption={adoption} />.
  </>
);

const versionOf = (ancestors: readonly Version[]): Version | undefined =>
  ancestors.find(({ level }) => level === 'VERSION');

/** A data element with what contains it: "USCDI v3, Patient Demographics, First Name". */
const MappedName = ({ mapped }: { mapped: Mapped }) => (
  <>
    {mapped.ancestors
      .filter(({ level }) => level !== 'STANDARD')
      .map((one) => (
        <>
          <EntityLink id={one.id} label={one.name} />,{' '}
        </>
      ))}
    <PartLink part={mapped} />
  </>
);

/** An element of a profile by the profile's name, or a profile by its own. */
function ProfileName({ part }: { part: Required['implementedBy'][number] }) {
  const profile = part.ancestors.find(({ level }) => level === 'PROFILE');
  return <EntityLink id={part.id} label={profile?.name ?? part.name} />;
}

/** Items in a sentence: "A; B; C". Their names have commas. */
const Named = ({ items }: { items: readonly ComponentChildren[] }) => (
  <>
    {items.map((item, i) => (
      <Fragment key={i}>
        {i > 0 && '; '}
        {item}
      </Fragment>
    ))}
  </>
);

/** Mappings from a version that the law does not adopt today, as far as the graph knows. */
const NotAdopted = ({ version, mapped }: { version: string | undefined; mapped: readonly Mapped[] }) => (
  <>
    Maps from <MappedNames mapped={mapped} />.{' '}
    {version && `The graph has no adoption of ${version} that is in force today.`}
  </>
);

/** The first mapped data elements of a version, and how many more there are. "Mapped from" lists them all. */
const MappedNames = ({ mapped }: { mapped: readonly Mapped[] }) => (
  <>
    <Named items={mapped.slice(0, MOST).map((one) => <MappedName mapped={one} />)} />
    {mapped.length > MOST && (
      <>
        {' and '}
        <a href="#mapped-from">{mapped.length - MOST} more</a>
      </>
    )}
  </>
);
