/**
 * Finds the provisions from which a text takes the meaning of its words, as in "treatment or payment, as such terms are
 * defined in 45 CFR 164.501". The definitions in that provision then apply to the text, even though their own scope is
 * elsewhere.
 */
import { regulationId } from '../model/citation.ts';
import { cfrAt } from '../model/citations/cfr.ts';

const SAYS_SO =
  /\b(?:defined|meanings?\s+(?:given|set\s+forth|assigned)?[^.;:()]{0,40}?)\s+(?:in|at|under|by)\s+(?=\d+\s+C\.?F\.?R)/gi;

/** The ids of the provisions to whose definitions a text refers. Only citations with a title count. */
export function definedElsewhere(text: string): string[] {
  const ids = [...text.matchAll(SAYS_SO)].flatMap(({ 0: words, index }) => {
    const cited = cfrAt(text, index + words.length, { title: 0, part: '', sections: [] });
    return (cited?.targets ?? []).flatMap((target) => ('cfr' in target ? [regulationId(target.cfr)] : []));
  });
  return [...new Set(ids)];
}
