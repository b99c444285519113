/** HTML that is safe because there is no other way to make it: whatever goes into a template is escaped, unless it is HTML already. */
import { escapeUTF8 } from 'entities/escape';

/** A piece of HTML. Only this module makes one. */
export class Html {
  readonly #text: string;

  constructor(text: string, made: typeof OURS) {
    if (made !== OURS) throw new TypeError('Html is made by html`…`');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const OURS = Symbol('made here');

/** What a template takes: text and numbers are escaped, lists are joined, and what is absent writes nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (Array.isArray(content)) return content.map(written).join('');
  return escapeUTF8(String(content));
}

/** What stands before a place for an attribute's value: a name, `="`, and maybe a part of the value. */
const IN_ATTRIBUTE = /\s[\w:-]+="[^"<>]*$/;
const IN_TAG = /<[^>]*$/;
const checked = new WeakSet<TemplateStringsArray>();

/**
 * A piece of HTML from a template. Places stand in text or in an attribute between double quotes: only there is escaping
 * enough, so a template that has one elsewhere throws.
 */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  if (!checked.has(template)) check(template);
  let text = template[0] ?? '';
  for (const [i, content] of contents.entries()) text += written(content) + (template[i + 1] ?? '');
  return new Html(text, OURS);
}

function check(template: TemplateStringsArray): void {
  let before = '';
  for (const piece of template.slice(0, -1)) {
    before += piece;
    if (IN_TAG.test(before) && !IN_ATTRIBUTE.test(before)) {
      throw new Error(`html: a place within a tag stands between double quotes, not after ${before.slice(-40)}`);
    }
    before += '·';
  }
  checked.add(template);
}

/** JSON for machines, inside a page: a block that browsers do not run. `<` is written so that nothing can end it. */
export function jsonBlock(type: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="${escapeUTF8(type)}">${json}</script>`, OURS);
}

/** An address of the web that was found in data, or null for what is none: no other scheme gets into a link. */
export function webAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
