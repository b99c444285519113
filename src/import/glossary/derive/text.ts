/**
 * Converts definitions to CommonMark without HTML. Definitions come as HTML, as CommonMark, or as plain text, and no
 * field states which. The result contains no HTML because some clients show it without sanitizing it. Each step takes
 * linear time in the length of the text, for any text.
 */
import { decodeHTMLStrict } from 'entities/decode';

/** Tags that occur in definitions. Anything else is not a tag: "destroying an <X>" is about an X. */
const KNOWN: ReadonlySet<string> = new Set(
  'a abbr b big blockquote br center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-zA-Z][a-zA-Z\d]*)(?:\s[^<>]*|\/)?>/g;
/** The text that replaces a tag; by default, nothing. */
const LEFT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['br', '/dt', '/dd', '/tr'].map((tag) => [tag, '\n'])),
  ...Object.fromEntries(
    'p,/p,div,/div,ul,/ul,ol,/ol,dl,/dl,table,/table,blockquote,/blockquote,pre,/pre,hr,h1,/h1,h2,/h2,h3,/h3,h4,/h4,h5,/h5,h6,/h6'
      .split(',')
      .map((tag) => [tag, '\n\n']),
  ),
  li: '\n- ',
  td: ' ',
  th: ' ',
  sup: '^', // 2<sup>32</sup> is not 232
  sub: '_',
};
const SOFT_HYPHEN = '\u00AD';

/** The text without tags and character references, divided into paragraphs. */
export function plainText(written: string): string {
  if (!/[<&\p{Cc}]|[^\S ]| {2}/u.test(written)) return written.trim(); // most texts are plain already
  const withoutTags = withoutHidden(written).replace(TAG, (tag: string, slash: string, name: string) => {
    const known = name.toLowerCase();
    return KNOWN.has(known) ? (LEFT[`${slash}${known}`] ?? '') : tag;
  });
  // No expression repeats a sign: ten million blanks can exceed the stack of the engine's matcher.
  return decodeHTMLStrict(withoutTags)
    .replaceAll(SOFT_HYPHEN, '')
    .replace(/\r\n?/g, '\n')
    .replace(OTHER_BLANK, ' ')
    .replace(/(?<= ) /g, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/(?<=\n\n)\n/g, '')
    .trim();
}

/** A control character, or a blank other than a space or the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
const OTHER_BLANK = /[^\S\n ]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** A name on one line. */
export function plainName(written: string): string {
  return plainText(written).replace(/\s+/g, ' ');
}

/** Converts a text to CommonMark without HTML. Links can lead only to web and email addresses. */
export function commonMark(written: string): string {
  return plainText(written).replace(MARKUP, '$1\\$2');
}

/** The start of a tag, a character reference or a link target that is not escaped. */
const MARKUP = /(?<!\\)((?:\\\\)*)(<(?=[a-z/!?])|&(?=#?[a-z\d]{1,32};)|\](?=[(:](?!\s?<?(?:https?:|mailto:))))/gi;

/** The text, if it is a single short sentence. */
export function oneSentence(text: string): string | undefined {
  if (text.length > LONGEST_SENTENCE || text.includes('\n')) return undefined;
  const inside = text.replace(/\b(?:e\.\s?g|i\.\s?e|etc|vs|cf|Rev|Vol|No)\./g, '');
  return /[.!?]["'”’)\]]?\s/.test(inside) ? undefined : text;
}

const LONGEST_SENTENCE = 240;

/** Removes comments, scripts and styles with their contents. */
function withoutHidden(written: string): string {
  let text = written;
  for (const [start, end] of [
    [/<!--/g, '-->'],
    [/<script\b/gi, '</script>'],
    [/<style\b/gi, '</style>'],
  ] as const) {
    if (text.search(start) < 0) continue;
    const lower = text.toLowerCase();
    const kept: string[] = [];
    let from = 0;
    for (const { index } of text.matchAll(start)) {
      if (index < from) continue;
      const closed = lower.indexOf(end, index);
      if (closed < 0) break; // none of the later ones is closed either
      kept.push(text.slice(from, index));
      from = closed + end.length;
    }
    text = kept.join('') + text.slice(from);
  }
  return text;
}
