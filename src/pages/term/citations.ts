/** The citations in the text of a term's page that lead to a provision. */
import { type CfrCitation, regulationId } from '../../model/citation.ts';
import { parseRegulationId } from '../../model/citations/parse.ts';
import { kindOf } from '../../model/kinds.ts';
import { citationsIn, titlesNamed } from '../../prose/citations.ts';
import type { NameSpan } from '../../prose/prose.ts';
import { nameOf } from '../../view/address.ts';
import type { Meant } from '../../view/markdown.tsx';
import type { Ask } from '../ask.ts';
import { CITED, type FoundTerm, type TermInTheLaw } from './query.ts';

/** Finds the citations in a text that lead to a provision in the graph. */
export type FindCited = (text: string) => NameSpan<Meant>[];

/** The API returns at most this many entities by id. */
const MOST = 100;

/**
 * Reads the texts of a page, and queries which of the cited provisions are in the graph. If a section is cited without
 * a title, its title is the one in which the page's texts, sources, or relations cite the same part.
 */
export async function citedOn(found: FoundTerm, law: TermInTheLaw | null, ask: Ask): Promise<FindCited> {
  const texts = [...found.keyTakeaways, ...found.sections.map(({ body }) => body), found.definition ?? ''];
  const titleOf = titlesNamed([...texts, ...found.sources.map(({ name }) => name)], related(found, law));
  const ids = texts.flatMap((text) => citationsIn(text, titleOf).map(({ citation }) => regulationId(citation)));
  const asked = [...new Set(ids)].slice(0, MOST);
  const nodes = asked.length === 0 ? null : (await ask(CITED, { ids: asked })).data.nodes;
  const known = new Set(nodes?.flatMap((node) => (node ? [node.id] : [])));
  return (text) =>
    citationsIn(text, titleOf).flatMap(({ start, end, citation }) => {
      const id = regulationId(citation);
      return known.has(id) ? [{ start, end, meant: { id, label: id } }] : [];
    });
}

/** The provisions to which the term is related. */
function related({ about, mentionedIn }: FoundTerm, law: TermInTheLaw | null): CfrCitation[] {
  const ids = [
    ...about.edges.map(({ node }) => node.id),
    ...mentionedIn.edges.map(({ node }) => node.id),
    ...(law?.definitions ?? []).flatMap(({ regulation, chain }) => [
      regulation.id,
      ...chain.flatMap((step) => step.regulation?.id ?? []),
    ]),
  ];
  return ids.flatMap((id) => (kindOf(id) === 'REGULATION' ? (parseRegulationId(nameOf(id)) ?? []) : []));
}
