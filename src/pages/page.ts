import type { ComponentChildren, VNode } from 'preact';
import type { EntityKind } from '../model/kinds.ts';
import type { Ask, Asked } from './ask.ts';

/** The parts of the site that the header lists. */
export type SiteArea = 'terms' | 'law' | 'standards' | 'changes' | 'explore';

/** What a page shows. The layout adds what all pages share. */
export interface PageContent {
  /** The kind of the page, in a word or two: "Term", "Section". Shown above the title. */
  readonly what?: string;
  readonly title: string;
  /** The title with markup, if it needs markup. */
  readonly heading?: ComponentChildren;
  /** One sentence, for link previews and search engines. */
  readonly description: string | null;
  /** Links to what contains this page, outermost first. */
  readonly crumbs?: VNode | null | undefined;
  /** What stands before the main part, such as the contents of the part that a section lies in. */
  readonly before?: ComponentChildren;
  readonly main: ComponentChildren;
  /** What a print says below the address of the page, such as the day and the edition of a text. */
  readonly printed?: ComponentChildren;
  /** Facts beside the text. */
  readonly aside?: ComponentChildren;
  /** What the aside contains, for readers of screens. "At a glance" by default. */
  readonly asideName?: string;
  readonly jsonLd?: object;
  /** The query that the page was made from. */
  readonly asked?: Asked;
  /** "wide" for tables and indexes that need the whole width, "front" for the front door. */
  readonly looks?: 'reading' | 'wide' | 'front';
  readonly area?: SiteArea;
  /** Text of the search box in the header. */
  readonly searched?: string;
  /** Whether the page has a search box of its own, so that the header has none. By default, only the front door has one. */
  readonly hasOwnSearch?: boolean;
  /** False keeps the page out of search engines. */
  readonly isIndexed?: boolean;
  /** The same content in other formats. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
  /** The previous and the next page of a sequence, by address. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The page has another address, permanently or for now. */
export interface PageRedirect {
  readonly location: string;
  readonly forGood: boolean;
}

/** The content of a page as a file, such as a table as CSV. */
export interface PageDownload {
  /** The media type: "text/csv". The text is UTF-8. */
  readonly type: string;
  readonly filename: string;
  readonly body: string;
}

/** A request for the page of an entity. */
export interface EntityPageRequest {
  /** The address after the kind, decoded: "emr-vs-ehr", "uscdi/v3". Never empty. */
  readonly name: string;
  /** A real calendar date; null if the address has none. */
  readonly asOf: string | null;
  /** The cursor after which a list continues. */
  readonly after: string | null;
  /** All parameters of the address. */
  readonly given: URLSearchParams;
  readonly ask: Ask;
  /** The address of the site, without a slash at its end; empty if the server does not know it. */
  readonly site: string;
}

/** A page about one entity. */
export interface Page extends PageContent {
  /** The id of the entity. */
  readonly id: string;
}

/** Makes the pages of a kind. */
export interface PageKind {
  readonly kind: EntityKind;
  /**
   * Names in the seed whose pages ask other questions than the kind's example does, with parameters if these make the difference:
   * "45-CFR-171?compare=2024-01-01". Warm-up asks them too, so that Neo4j plans them.
   */
  readonly examples?: readonly string[];
  /** Returns null if no entity has the name. */
  answer(request: EntityPageRequest): Promise<Page | PageRedirect | null>;
}

/** A request for a page that is not about one entity. */
export interface SitePageRequest {
  /** The parameters of the address. */
  readonly given: URLSearchParams;
  readonly ask: Ask;
}

/** A page that is not about one entity: the front door, an index, a search. */
export interface SitePage {
  /** The path of the address: "/terms". */
  readonly path: string;
  /** Parameters of which warm-up asks the page, beside none. */
  readonly examples?: readonly string[];
  /** The parameters that the canonical address keeps, such as a letter or a page. Others only change how the page looks. */
  readonly canonicalParameters?: readonly string[];
  /** False for a page that depends on more than the data and the day. It is made anew for each request. */
  readonly isRemembered?: boolean;
  /** @throws GraphQLError with BAD_USER_INPUT for a parameter that is not valid */
  answer(request: SitePageRequest): Promise<PageContent | PageRedirect | PageDownload>;
}
