import { regulationId } from '../../../model/citation.ts';
import { parseRegulationId } from '../../../model/citations/parse.ts';

/** The id of a paragraph's section. For any other provision, its own id. */
export function sectionIdOf(id: string): string {
  const citation = id.includes('(') ? parseRegulationId(id.slice(id.indexOf(':') + 1)) : null;
  return citation ? regulationId({ ...citation, paragraphs: [] }) : id;
}
