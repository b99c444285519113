/**
 * The main pages of the site. The header, the home page, llms.txt, the sitemap, and the page for unknown addresses list
 * them.
 */
import type { SiteArea } from './page.ts';

/** A main page. */
export interface Place {
  readonly path: string;
  /** Its name in a menu. */
  readonly name: string;
  /** A sentence about what readers find there. */
  readonly about: string;
  /** Set for pages in the header. */
  readonly area?: SiteArea;
}

/** All main pages, in menu order. */
export const PLACES: readonly Place[] = [
  { path: '/terms', name: 'Terms', area: 'terms', about: 'Every term from A to Z, with a short definition.' },
  {
    path: '/regulations',
    name: 'Law',
    area: 'law',
    about: 'The contents of every part of the Code of Federal Regulations in Glossograph.',
  },
  {
    path: '/standards',
    name: 'Standards',
    area: 'standards',
    about: 'Standards such as FHIR, US Core, and USCDI, with their versions.',
  },
  {
    path: '/changes',
    name: 'Changes',
    area: 'changes',
    about: 'Changes in the law, with their dates and the rules that made them.',
  },
  {
    path: '/explore',
    name: 'Explore',
    area: 'explore',
    about: 'A picture of how terms, laws, and standards are connected.',
  },
  { path: '/adopted', name: 'Adopted on a date', about: 'The standards that the law adopts on a given date.' },
  { path: '/rules', name: 'Rules', about: 'Federal Register documents, newest first.' },
  { path: '/statutes', name: 'Statutes', about: 'Acts of Congress and sections of the United States Code.' },
  { path: '/organizations', name: 'Organizations', about: 'Agencies, standards bodies, and networks.' },
  { path: '/vocabularies', name: 'Vocabularies', about: 'The vocabularies that Glossograph contains.' },
];
