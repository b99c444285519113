import type { EntityKind } from '../model/kinds.ts';
import type { Ask, Asked } from './ask.ts';
import type { Html } from './html.ts';

/** A request for a page. */
export interface EntityPageRequest {
  /** The address after the kind, decoded: "emr-vs-ehr", "uscdi/v3". Never empty. */
  readonly name: string;
  /** A real calendar date; null if the address has none. */
  readonly asOf: string | null;
  /** The cursor after which a list continues. */
  readonly after: string | null;
  readonly ask: Ask;
}

/** A page about one entity. The layout adds what all pages share. */
export interface Page {
  /** The id of the entity. */
  readonly id: string;
  /** The kind of the entity, in a word or two: "Term", "Section". */
  readonly what: string;
  readonly title: string;
  /** The title with markup, if it needs markup. */
  readonly heading?: Html;
  /** One sentence, for link previews and search engines. */
  readonly description: string | null;
  /** Links to the entities that contain this one, outermost first. */
  readonly crumbs?: Html | undefined;
  readonly main: Html;
  /** Facts beside the text. */
  readonly aside: Html;
  readonly jsonLd: object;
  /** The query that the page was made from. */
  readonly asked: Asked;
}

/** The page has another address, permanently or for now. */
export interface PageRedirect {
  readonly location: string;
  readonly forGood: boolean;
}

/** Makes the pages of a kind. */
export interface PageKind {
  readonly kind: EntityKind;
  /** Names in the seed whose pages ask other questions than the kind's example does. Warm-up asks them too, to plan them. */
  readonly examples?: readonly string[];
  /** Returns null if no entity has the name. */
  answer(request: EntityPageRequest): Promise<Page | PageRedirect | null>;
}
