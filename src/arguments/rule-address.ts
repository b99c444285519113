import type { RuleAddress } from '../../cypher/rule/index.ts';
import { badInput } from '../graph/errors.ts';
import { documentNumberIn, pageIn, volumeAndPage } from '../model/citations/register.ts';

/**
 * Parses the argument that identifies a Federal Register document.
 *
 * @throws GraphQLError BAD_USER_INPUT, which lists the accepted forms
 */
export function ruleAddress(written: string): RuleAddress {
  const citation = pageIn(written);
  const documentNumber = citation === null ? documentNumberIn(written) : null;
  if (citation === null && documentNumber === null) {
    throw badInput('citation: must be a Federal Register page or a document number, such as 89 FR 1192 or 2023-28857');
  }
  const { volume, page } = citation === null ? { volume: '', page: 0 } : volumeAndPage(citation);
  return { citation, volume: `${volume} FR `, page, documentNumber };
}
