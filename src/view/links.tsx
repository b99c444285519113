/** Links to entities and to other sites. */
import type { ComponentChildren } from 'preact';
import { sectionCitation } from './address.ts';
import { LinkTo } from './linking.tsx';

/** The data that a link to an entity needs. */
export interface LinkedEntity {
  id: string;
  label: string;
}

/** A link to an entity. */
export const EntityLink = ({ id, label }: LinkedEntity) => <LinkTo id={id}>{label}</LinkTo>;

/** The data about a provision that a list displays. */
export interface LinkedProvision {
  id: string;
  citation: string;
  heading: string | null;
}

/**
 * A link to a provision: its citation, followed by its heading. With a date, the link leads to the text on that date.
 */
export const ProvisionLink = ({ provision, asOf = null }: { provision: LinkedProvision; asOf?: string | null }) => (
  <>
    <LinkTo id={provision.id} asOf={asOf}>
      {sectionCitation(provision.citation)}
    </LinkTo>
    {provision.heading && <span class="muted"> {provision.heading}</span>}
  </>
);

/**
 * Returns an address from the data if it is an http or https URL. Otherwise, returns null, so no other scheme can occur
 * in a link.
 */
export function webAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}

/** A link to another site. If the address is not an http or https URL, the words are not a link. */
export function OutsideLink({ address, children }: { address: string | null; children: ComponentChildren }) {
  const found = webAddress(address);
  return (
    <>
      {found === null ? (
        children
      ) : (
        <a href={found} rel="external noreferrer">
          {children}
        </a>
      )}
    </>
  );
}
