/** Links to entities, and to other sites. */
import type { ComponentChildren } from 'preact';
import { sectionCitation } from './address.ts';
import { LinkTo } from './linking.tsx';

/** What a link to an entity needs. */
export interface LinkedEntity {
  id: string;
  label: string;
}

/** A link to an entity. */
export const EntityLink = ({ id, label }: LinkedEntity) => <LinkTo id={id}>{label}</LinkTo>;

/** What a list shows of a provision. */
export interface LinkedProvision {
  id: string;
  citation: string;
  heading: string | null;
}

/** A link to a provision: its citation, then its heading. With a day, a link to the text on that day. */
export const ProvisionLink = ({ provision, asOf = null }: { provision: LinkedProvision; asOf?: string | null }) => (
  <>
    <LinkTo id={provision.id} asOf={asOf}>
      {sectionCitation(provision.citation)}
    </LinkTo>
    {provision.heading && <span class="muted"> {provision.heading}</span>}
  </>
);

/** Returns an address from data if it is an http or https URL, otherwise null: no other scheme gets into a link. */
export function webAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}

/** A link to another site. An address that is not an http or https URL leaves the words without a link. */
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
