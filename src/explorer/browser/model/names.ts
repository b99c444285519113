/** Creates names for a picture. Pure. */
import { sectionCitation } from '../../../view/address.ts';

/**
 * The name of a provision by number and heading, such as "§ 171.203 Security exception". A heading that asks a question
 * after a dash is cut at the dash. A heading at the end of the citation is not repeated.
 */
export function provisionName(citation: string, heading: string | null): string {
  const number = sectionCitation(citation);
  const [name = ''] = (heading ?? '').split(/\s*[—–]\s*|\.\s/u);
  return name === '' || citation.endsWith(`(${name})`) ? number : `${number} ${name}`;
}
