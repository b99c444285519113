/** How components link to entities: to their pages on the site, or to views in the explorer. */
import { type AnchorHTMLAttributes, type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { addressOf } from './address.ts';

/** The attributes of a link to an entity: its address, and in the explorer also the entity. */
export interface LinkAttributes {
  href: string;
  'data-entity'?: string;
}

/**
 * Returns the attributes of a link to an entity.
 *
 * @param asOf the date of a linked provision; null for today
 */
export type Linking = (id: string, asOf: string | null) => LinkAttributes;

/** Determines how to link to entities. Without a provider, links lead to pages. */
export const LinkingContext = createContext<Linking>((id, asOf) => ({ href: addressOf(id, asOf) }));

/** What a link may have besides where it leads: a class, a label, and the card that it opens. */
type LinkLooks = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'class' | 'aria-label'> & {
  'data-card'?: string | undefined;
};

/** A link to an entity with any content. Additional attributes are passed to the `<a>` element. */
export function LinkTo({
  id,
  asOf = null,
  class: looks,
  children,
  ...more
}: { id: string; asOf?: string | null; children: ComponentChildren } & LinkLooks) {
  const linking = useContext(LinkingContext);
  return (
    <a class={looks} {...linking(id, asOf)} {...more}>
      {children}
    </a>
  );
}
