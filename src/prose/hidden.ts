/**
 * Invisible characters that change what a reader sees. A right-to-left override shows the name "EMR\u202Efdp" as "EMRpdf". A
 * zero-width space makes two different names look equal. People see these characters as marks, such as ⟨U+202E⟩. JSON and
 * exports keep the exact characters.
 *
 * Some of these characters are part of correct writing, so they stay as they are: joiners in scripts whose letters change
 * shape, joiners within emoji, zero-width spaces in scripts without spaces, direction marks in texts with right-to-left
 * letters, and the tags of flags. Embeddings, overrides and isolates always become marks: names in health IT do not need
 * them, and an override can change the order of letters outside the name.
 */

/** An invisible character: its mark, such as "⟨U+202E⟩", and its name, such as "Right-to-left override". */
export interface HiddenCharacter {
  readonly mark: string;
  readonly name: string;
}

const HIDDEN =
  /(?![\t\n\r])\p{Cc}|[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const ANY = new RegExp(HIDDEN.source, 'u');

const NAMES: Readonly<Record<string, string>> = {
  '\u061c': 'Arabic letter mark',
  '\u200b': 'Zero-width space',
  '\u200c': 'Zero-width non-joiner',
  '\u200d': 'Zero-width joiner',
  '\u200e': 'Left-to-right mark',
  '\u200f': 'Right-to-left mark',
  '\u202a': 'Left-to-right embedding',
  '\u202b': 'Right-to-left embedding',
  '\u202c': 'End of embedding or override',
  '\u202d': 'Left-to-right override',
  '\u202e': 'Right-to-left override',
  '\u2060': 'Word joiner',
  '\u2066': 'Left-to-right isolate',
  '\u2067': 'Right-to-left isolate',
  '\u2068': 'First-strong isolate',
  '\u2069': 'End of an isolate',
  '\ufeff': 'Zero-width no-break space (byte order mark)',
};

/** Scripts in which a joiner determines the shape of a letter. */
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Adlm}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}]/u;
/** Scripts without spaces between words. */
const UNSPACED = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/u;
const EMOJI_BEFORE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const EMOJI_AFTER = /\p{Extended_Pictographic}/u;
/** A black flag and at most five tags, as in the flag of Scotland. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{0,5}$/u;
const LONGEST_FLAG = 12;

/** Tells whether the character at this position is part of correct writing. */
function isNeeded(text: string, at: number, character: string): boolean {
  const after = String.fromCodePoint(text.codePointAt(at + character.length) ?? 0);
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  switch (character) {
    case '\u200b':
      return UNSPACED.test(before) && UNSPACED.test(after);
    case '\u200c':
      return JOINING.test(before) && JOINING.test(after);
    case '\u200d':
      return JOINING.test(before) || (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after));
    case '\u061c':
    case '\u200e':
    case '\u200f':
      return RIGHT_TO_LEFT.test(text);
    default:
      return character >= '\u{e0020}' && FLAG.test(text.slice(Math.max(0, at - LONGEST_FLAG), at));
  }
}

/** Splits a text at its invisible characters. */
export function partsOf(text: string): (string | HiddenCharacter)[] {
  if (!ANY.test(text)) return [text];
  const parts: (string | HiddenCharacter)[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (isNeeded(text, index, character)) continue;
    if (from < index) parts.push(text.slice(from, index));
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    parts.push({ mark: `⟨U+${code}⟩`, name: NAMES[character] ?? 'Invisible character' });
    from = index + character.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Replaces each invisible character with its mark, for titles, labels, and terminals. */
export const withMarks = (text: string): string =>
  ANY.test(text)
    ? partsOf(text)
        .map((part) => (typeof part === 'string' ? part : part.mark))
        .join('')
    : text;
