/**
 * The facts that a publisher states about a standard or a part of one, in the rows that pages and the explorer show.
 */
import type { ComponentChildren } from 'preact';
import { Day } from './days.tsx';
import { EntityLink, type LinkedEntity, OutsideLink } from './links.tsx';

/** The fields of a standard that its facts need. */
export interface StatedStandard {
  version: string | null;
  date: string | null;
  status: string | null;
  min: number | null;
  max: string | null;
  types: readonly string[] | null;
  mustSupport: boolean | null;
  uscdiRequirement: boolean | null;
  maturity: number | null;
  package: string | null;
  binding: StatedBinding | null;
}

/** The value set of an element. */
export interface StatedBinding {
  strength: string | null;
  valueSet: string | null;
  /** The value set in the graph. */
  valueSetNode?: LinkedEntity | null;
}

/** How often an element occurs, such as "0..1". Null if the source does not state it. */
export const occurs = ({ min, max }: Pick<StatedStandard, 'min' | 'max'>): string | null =>
  min === null || max === null ? null : `${min}..${max}`;

/** The value set of an element and the binding strength. Null if the element is not bound. */
export function Bound({ binding }: { binding: StatedBinding | null }) {
  if (binding === null) return null;
  const { strength, valueSet, valueSetNode } = binding;
  return (
    <>
      {valueSetNode ? (
        <EntityLink {...valueSetNode} />
      ) : (
        <OutsideLink address={valueSet}>{shortName(valueSet) ?? 'described in text only'}</OutsideLink>
      )}
      {strength && <span class="muted"> {strength}</span>}
    </>
  );
}

/** The end of a canonical URL names the value set: "administrative-gender". */
const shortName = (canonical: string | null): string | null =>
  canonical === null ? null : (/([^/|]+)(?:\|[^/]*)?$/.exec(canonical)?.[1] ?? canonical);

/** The rows of facts that both pages and the explorer show. @param types the type names of an element */
export const statedRows = (
  standard: StatedStandard,
  types: ComponentChildren = standard.types?.join(', '),
): (readonly [name: string, value: ComponentChildren])[] => [
  ['Version', standard.version],
  ['Published', standard.date && <Day date={standard.date} />],
  ['Status', standard.status],
  ['Cardinality', occurs(standard)],
  ['Types', types],
  ['Must support', standard.mustSupport && 'yes'],
  ['USCDI requirement', standard.uscdiRequirement && 'yes, flagged by US Core'],
  ['Maturity', standard.maturity !== null && `FMM ${standard.maturity}`],
  ['Value set', standard.binding && <Bound binding={standard.binding} />],
  ['Package', standard.package && <code>{standard.package}</code>],
];
