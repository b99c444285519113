/** Names for a picture. Pure. */
import { sectionCitation } from '../../../view/address.ts';

/**
 * A provision by number and heading: "§ 171.203 Security exception". A heading that asks a question after a dash is cut there;
 * one that the citation ends with is not said twice.
 */
export function provisionName(citation: string, heading: string | null): string {
  const number = sectionCitation(citation);
  const [name = ''] = (heading ?? '').split(/\s*[—–]\s*|\.\s/u);
  return name === '' || citation.endsWith(`(${name})`) ? number : `${number} ${name}`;
}
