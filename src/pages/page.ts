import type { EntityKind } from '../model/kinds.ts';
import type { Ask, Asked } from './ask.ts';
import type { Html } from './html.ts';

/** What somebody asked for. */
export interface PageRequest {
  /** What follows the kind in the address, decoded: "emr-vs-ehr", "uscdi/v3". Never empty. */
  readonly name: string;
  /** A calendar date, checked; null when none was given. */
  readonly asOf: string | null;
  /** Where a list goes on. */
  readonly after: string | null;
  readonly ask: Ask;
}

/** A page about one entity, as its kind makes it; what all pages have is the layout's. */
export interface Page {
  /** Of the entity. */
  readonly id: string;
  /** What it is, in a word or two: "Term", "Section". */
  readonly what: string;
  readonly title: string;
  /** The title with markup, where it needs some. */
  readonly heading?: Html;
  /** One sentence, for those who link here. */
  readonly description: string | null;
  /** What leads here, outermost first. */
  readonly crumbs?: Html | undefined;
  readonly main: Html;
  /** Facts beside the text. */
  readonly aside: Html;
  readonly jsonLd: object;
  /** The query that made it. */
  readonly asked: Asked;
}

/** The page is elsewhere: for good, or as things are now. */
export interface Elsewhere {
  readonly location: string;
  readonly forGood: boolean;
}

/** Makes the pages of a kind. */
export interface PageKind {
  readonly kind: EntityKind;
  /** Names in the seed whose pages ask other questions than the kind's example does. Warm-up asks them too, to plan them. */
  readonly examples?: readonly string[];
  /** Null when there is none of that name. */
  answer(request: PageRequest): Promise<Page | Elsewhere | null>;
}
