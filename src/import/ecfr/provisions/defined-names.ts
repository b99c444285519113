import type { TextBlock, TextRange } from '../read/part-text.ts';

const AFTER_NAME =
  /^[,;:]?\s*(\([^()]*\)\s*)?(?:,?\s*(?:as used in|when used|for (?:the )?purposes? of|with respect to|in reference to)[^.]{0,200}?,?\s*)?(means?|meaning|has|have|is|are|refers?|stands?|includes?|excludes?|encompass(?:es)?|denotes?|does|shall|[:—–-]|\(|$)/i;

/**
 * The names that a block without a designator defines, and where they end. Such a block starts with a name in italics,
 * perhaps with "or" and a second one: `["Health information network", "health information exchange"]`. Null for any other
 * block.
 */
export function definedNames({
  text,
  italics,
}: Pick<TextBlock, 'text' | 'italics'>): { names: string[]; end: number } | null {
  const [first] = italics;
  if (first === undefined || first[0] !== 0) return null;
  const names: string[] = [];
  let end = 0;
  for (const run of italics) {
    const gap = text.slice(end, run[0]);
    if (end > 0 && !/^,?\s*(or|and|and\/or)\s*$|^,\s*$/i.test(gap)) break;
    names.push(...namesIn(text.slice(...(run as TextRange))));
    end = run[1];
  }
  if (!AFTER_NAME.test(text.slice(end)) && !/[:—]$/.test(text.slice(0, end))) return null;
  const [, abbreviation] = /^\s*\(([A-Z][A-Za-z0-9/-]{1,12})\)/.exec(text.slice(end)) ?? [];
  if (abbreviation !== undefined) names.push(abbreviation);
  return names.length > 0 && names.every((name) => name.length <= 150) ? { names, end } : null;
}

/** "Electronic health information (EHI)" and "Day or Days" are two names each; "Revised criterion (or criteria)" is one. */
function namesIn(italic: string): string[] {
  const bare = italic.replace(/[\s.,:;—–-]+$/, '').trim();
  const [, long, abbreviation] = /^(.+?)\s*\(([A-Z][A-Za-z0-9/-]{1,14})\)$/.exec(bare) ?? [];
  if (long !== undefined && abbreviation !== undefined) return [long, abbreviation];
  const two = /^(\S.*?) or (.+)$/.exec(bare);
  if (two?.[1] && two[2] && !bare.includes('(')) return [two[1], two[2]];
  return bare === '' ? [] : [bare];
}
