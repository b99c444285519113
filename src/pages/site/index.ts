import type { SitePage } from '../page.ts';
import { adopted } from './adopted.tsx';
import { changes } from './changes.tsx';
import { front } from './front.tsx';
import { organizations } from './organizations.tsx';
import { regulations } from './regulations.tsx';
import { rules } from './rules.tsx';
import { search } from './search.tsx';
import { standards } from './standards.tsx';
import { statutes } from './statutes.tsx';
import { terms } from './terms.tsx';
import { vocabularies } from './vocabularies.tsx';

/** The pages that are not about one entity. */
export const SITE_PAGES: readonly SitePage[] = [
  ...[front, terms, regulations, standards, rules, statutes, organizations, vocabularies],
  ...[search, changes, adopted],
];
