/** The contents of a standard or a version, in groups: versions, profiles, extensions, value sets, and data classes. */
import { groupBy } from '../../model/group.ts';
import { EntityLink } from '../../view/links.tsx';
import { folded, inWords } from '../../view/parts.tsx';
import type { FoundStandard } from './asked.ts';
import { Pager } from './pager.tsx';
import { newestFirst } from './versions.ts';

type Child = FoundStandard['children']['edges'][number]['node'];

/** The parts of a group that show without opening it. */
const SHOWN = 25;

/** What readers call the parts of each level. A profile of the data type Extension is an extension. */
const GROUPS: Partial<Record<Child['level'], string>> = {
  STANDARD: 'Standards',
  VERSION: 'Versions',
  PROFILE: 'Profiles',
  RESOURCE: 'Resources',
  DATA_TYPE: 'Data types',
  LOGICAL_MODEL: 'Logical models',
  VALUE_SET: 'Value sets',
  CODE_SYSTEM: 'Code systems',
  DATA_CLASS: 'Data classes',
  DATA_ELEMENT: 'Data elements',
};

const groupOf = ({ level, implements: bases }: Child): string =>
  level === 'PROFILE' && bases.some(({ name }) => name === 'Extension')
    ? 'Extensions'
    : (GROUPS[level] ?? inWords(level));

/** The order of the groups on a page. Groups without a place here come last. */
const ORDER = [
  ...['Standards', 'Versions', 'Data classes', 'Data elements', 'Resources', 'Profiles', 'Extensions'],
  ...['Data types', 'Logical models', 'Value sets', 'Code systems'],
];
const placeOf = (group: string): number => (ORDER.indexOf(group) + ORDER.length + 1) % (ORDER.length + 1);

/** The contents, except for elements, which have a separate table. */
export function Contents({ standard, after }: { standard: FoundStandard; after: string | null }) {
  const { id, children } = standard;
  const parts = children.edges.map(({ node }) => node).filter(({ level }) => level !== 'ELEMENT');
  if (parts.length === 0) return null;
  const groups = [...groupBy(parts, groupOf)].sort(([a], [b]) => placeOf(a) - placeOf(b));
  const isWhole = after === null && !children.pageInfo.hasNextPage;
  return (
    <section aria-labelledby="contents" class="contents">
      <h2 id="contents">
        Contents <span class="muted">{children.totalCount}</span>
      </h2>
      {!isWhole && (
        <p class="note">
          This page lists {parts.length} of {children.totalCount} parts.
        </p>
      )}
      {groups.length > 1 && (
        <p class="jumps">
          {groups.map(([group, members]) => (
            <a href={`#${anchorOf(group)}`}>
              {group} {isWhole && <span class="muted">{members.length}</span>}
            </a>
          ))}
        </p>
      )}
      {groups.map(([group, members]) => (
        <>
          {groups.length > 1 ? <h3 id={anchorOf(group)}>{group}</h3> : <p class="group">{group}</p>}
          {folded(
            (group === 'Versions' ? newestFirst(members) : members).map((one) => <ChildItem child={one} />),
            SHOWN,
          )}
        </>
      ))}
      <Pager id={id} anchor="contents" isAfterFirst={after !== null} next={children.pageInfo} />
    </section>
  );
}

const anchorOf = (group: string): string => group.toLowerCase().replaceAll(' ', '-');

/** A part with its sentence; a data class with its data elements; a version with whether the law adopts it. */
function ChildItem({ child: { id, name, level, summary, adoptions, children } }: { child: Child }) {
  return (
    <>
      <EntityLink id={id} label={name} />
      {level === 'VERSION' && adoptions.length > 0 && <span class="adopted-mark"> adopted by the law today</span>}
      {summary && (
        <>
          <br />
          <span class="muted">{summary}</span>
        </>
      )}
      {children.edges.length > 0 && (
        <p class="inside">
          {children.edges.map(({ node }, i) => (
            <>
              {i > 0 && ' · '}
              <EntityLink id={node.id} label={node.name} />
            </>
          ))}
        </p>
      )}
    </>
  );
}
