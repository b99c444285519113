/** How components link to entities: on pages to their pages, in the explorer to views of them. */
import { type AnchorHTMLAttributes, type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { addressOf } from './address.ts';

/** The attributes of a link to an entity: its address, and in the explorer the entity. */
export interface LinkAttributes {
  href: string;
  'data-entity'?: string;
}

/**
 * Returns the attributes of a link to an entity.
 *
 * @param asOf the day as of which a provision is linked; null for today
 */
export type Linking = (id: string, asOf: string | null) => LinkAttributes;

/** How to link to entities. Without a provider, links lead to pages. */
export const LinkingContext = createContext<Linking>((id, asOf) => ({ href: addressOf(id, asOf) }));

/** What a link may have besides where it leads: a class, a label, and the card that it opens. */
type LinkLooks = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'class' | 'aria-label'> & {
  'data-card'?: string | undefined;
};

/** A link to an entity, around any words. Further attributes go to the `<a>`. */
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
