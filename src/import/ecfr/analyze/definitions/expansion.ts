/** Words that an abbreviation can omit. */
const SMALL = /^(?:of|the|and|for|to|in|on|a|an|&)$/i;

/**
 * The words that an abbreviation stands for, at the start of its definition: "Administrative Law Judge" for *ALJ*,
 * "Department of Health and Human Services" for *HHS*. Null if the name is not an abbreviation, or if the words have
 * different initials.
 */
export function expansionOf(name: string, definition: string): string | null {
  const letters = name.replaceAll('.', '').toUpperCase();
  if (!/^[A-Z][A-Za-z]*[A-Z]$/.test(name.replaceAll('.', '')) || letters.length > 8) return null;
  const phrase = /^[\s.:,]*(?:for )?(?:(?:[Tt]he|[Aa]n?)\s+)?(\p{L}.{2,160}?)(?:[.;,(]|$)/u.exec(definition)?.[1] ?? '';
  return byInitials(phrase.split(' '), letters) ?? properName(phrase.split(' '), letters);
}

/** The first words, as many as there are letters. */
function byInitials(words: readonly string[], letters: string): string | null {
  const taken: string[] = [];
  let left = letters;
  for (const word of words) {
    if (left === '') break;
    if (initialOf(word) === left.charAt(0)) left = left.slice(1);
    else if (!SMALL.test(word) || taken.length === 0) return null;
    taken.push(word);
  }
  // "Act" has no letter in HIPAA, and belongs to the name.
  if (left === '' && /^[A-Z][a-z]+$/.test(words[taken.length] ?? '')) taken.push(words[taken.length] ?? '');
  return left === '' ? nameOf(taken) : null;
}

/** The first words as long as they are capitals, if the letters are among their initials. */
function properName(words: readonly string[], letters: string): string | null {
  const end = words.findIndex((word) => !SMALL.test(word) && !/^\p{Lu}/u.test(word));
  const taken = words.slice(0, end < 0 ? words.length : end);
  let left = letters;
  for (const word of taken) if (!SMALL.test(word) && initialOf(word) === left.charAt(0)) left = left.slice(1);
  return left === '' ? nameOf(taken) : null;
}

const initialOf = (word: string) => word.charAt(0).toUpperCase();

function nameOf(words: readonly string[]): string | null {
  const last = words.findLastIndex((word) => !SMALL.test(word));
  return last > 0 ? words.slice(0, last + 1).join(' ') : null;
}
