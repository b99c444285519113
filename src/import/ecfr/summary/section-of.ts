import { regulationId } from '../../../model/citation.ts';
import { parseRegulationId } from '../../../model/citations/parse.ts';

/** The section of a paragraph, by their ids; any other provision is itself. */
export function sectionIdOf(id: string): string {
  const citation = id.includes('(') ? parseRegulationId(id.slice(id.indexOf(':') + 1)) : null;
  return citation ? regulationId({ ...citation, paragraphs: [] }) : id;
}
