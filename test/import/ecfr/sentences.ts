import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CitationTarget, findCitations } from '../../../src/import/ecfr/analyze/citations/index.ts';
import { writtenTarget } from '../../../src/import/ecfr/analyze/definitions.ts';
import { parseCitation } from '../../../src/model/citations/parse.ts';

/** A sentence of ours in a pattern of the law, and every place that it cites. */
interface Sentence {
  /** Where it stands: "45 CFR 171.203(c)". */
  at: string;
  text: string;
  /** Canonical, each once. */
  cites: string[];
  subpart?: string;
  /** The sections that the part has, for ranges. */
  sections?: string[];
  /** The definitions of the section by name. */
  definitions?: string[];
}

/** The sentences in `citations.yaml`. */
export const SENTENCES = parse(readFileSync(new URL('citations.yaml', import.meta.url), 'utf8')) as Sentence[];

/** What the importer finds in one of them, each place once. */
export function citedBy({ at, text, subpart, sections = [], definitions = [] }: Sentence): string[] {
  const citation = parseCitation(at);
  if (!citation) throw new Error(`"${at}" is no citation`);
  const { title, part = '', section, paragraphs: path } = citation;
  const place = { title, part, subpart, section, path, sections, definitions, elsewhere: [] };
  return [...new Set(findCitations(text, place).flatMap(({ targets }) => targets.flatMap(writtenEnds)))];
}

/** What a target cites: a provision, a statute, or both ends of a range of statute sections. */
export const writtenEnds = (target: CitationTarget): string[] => [
  writtenTarget(target),
  ...('other' in target && target.rangeTo ? [target.rangeTo.citation] : []),
];
