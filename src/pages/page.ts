import type { ComponentChildren, VNode } from 'preact';
import type { EntityKind } from '../model/kinds.ts';
import type { Ask, Asked } from './ask.ts';

/** The areas of the site that the header lists. */
export type SiteArea = 'terms' | 'law' | 'standards' | 'changes' | 'explore';

/** The content of a page. The layout adds the elements that all pages share. */
export interface PageContent {
  /** The kind of the page in one or two words, such as "Term" or "Section". It is shown above the title. */
  readonly what?: string;
  readonly title: string;
  /** The title as markup, if plain text is not sufficient. */
  readonly heading?: ComponentChildren;
  /** One sentence, for link previews and search engines. */
  readonly description: string | null;
  /** Links to the pages that contain this page, outermost first. */
  readonly crumbs?: VNode | null | undefined;
  /** Content before the main part, such as the contents of the part that contains a section. */
  readonly before?: ComponentChildren;
  readonly main: ComponentChildren;
  /** The text below the address on a printed page, such as the date and the edition of a legal text. */
  readonly printed?: ComponentChildren;
  /** Facts next to the text. */
  readonly aside?: ComponentChildren;
  /** A label for the facts, for screen readers. The default is "At a glance". */
  readonly asideName?: string;
  readonly jsonLd?: object;
  /** The query that provided the page's data. */
  readonly asked?: Asked;
  /** "wide" for tables and indexes that need the whole width, "front" for the home page. */
  readonly looks?: 'reading' | 'wide' | 'front';
  readonly area?: SiteArea;
  /** The text in the header's search box. */
  readonly searched?: string;
  /**
   * Whether the page has its own search box, so that the header does not show one. By default, only the home page has
   * one.
   */
  readonly hasOwnSearch?: boolean;
  /** False prevents search engines from indexing the page. */
  readonly isIndexed?: boolean;
  /** The same content in other formats. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
  /** The addresses of the previous and the next page in a sequence. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** A redirect to another address, either permanent or temporary. */
export interface PageRedirect {
  readonly location: string;
  readonly forGood: boolean;
}

/** The content of a page as a file, such as a CSV table. */
export interface PageDownload {
  /** The media type, such as "text/csv". The text is UTF-8. */
  readonly type: string;
  readonly filename: string;
  readonly body: string;
}

/** A request for the page of an entity. */
export interface EntityPageRequest {
  /** The decoded address after the kind, such as "emr-vs-ehr" or "uscdi/v3". Never empty. */
  readonly name: string;
  /** A real calendar date. Null if the address does not contain one. */
  readonly asOf: string | null;
  /** The cursor after which a list continues. */
  readonly after: string | null;
  /** All parameters of the address. */
  readonly given: URLSearchParams;
  readonly ask: Ask;
  /** The address of the site, without a trailing slash. Empty if the server does not know it. */
  readonly site: string;
}

/** A page about one entity. */
export interface Page extends PageContent {
  /** The id of the entity. */
  readonly id: string;
}

/** Creates the pages of a kind. */
export interface PageKind {
  readonly kind: EntityKind;
  /**
   * Names in the seed whose pages use different queries than the kind's example. If parameters make the difference,
   * they are included, as in "45-CFR-171?compare=2024-01-01". The warm-up also requests these pages, so that Neo4j
   * plans their queries.
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

/** A page that is not about one entity, such as the home page, an index, or a search. */
export interface SitePage {
  /** The path of the address, such as "/terms". */
  readonly path: string;
  /** Parameters with which the warm-up requests the page. The warm-up also requests the page without parameters. */
  readonly examples?: readonly string[];
  /**
   * The parameters that are part of the canonical address, such as a letter or a page number. Other parameters change
   * only how the page looks.
   */
  readonly canonicalParameters?: readonly string[];
  /** False for a page that depends on more than the data and the day. Such a page is rendered anew for each request. */
  readonly isRemembered?: boolean;
  /**
   * @throws GraphQLError with BAD_USER_INPUT for an invalid parameter
   */
  answer(request: SitePageRequest): Promise<PageContent | PageRedirect | PageDownload>;
}
