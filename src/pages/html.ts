/** Safe HTML: a template escapes everything that goes into it unless it is HTML already, and there is no other way to make HTML. */
import { escapeUTF8 } from 'entities/escape';

/** A piece of HTML. Only this module makes one. */
export class Html {
  readonly #text: string;

  constructor(text: string, made: typeof OURS) {
    if (made !== OURS) throw new TypeError('Use html`…` to make Html');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const OURS = Symbol('made here');

/** What goes into a template. Text and numbers are escaped, lists are joined, and null, undefined and false write nothing. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (Array.isArray(content)) return content.map(written).join('');
  return escapeUTF8(String(content));
}

/** The template before a placeholder in an attribute's value: a name, `="`, and possibly a part of the value. */
const IN_ATTRIBUTE = /\s[\w:-]+="[^"<>]*$/;
const IN_TAG = /<[^>]*$/;
const checked = new WeakSet<TemplateStringsArray>();

/**
 * Makes HTML from a template. Placeholders may be in text or in a double-quoted attribute value, because escaping is enough
 * only there; a template with a placeholder elsewhere throws.
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
      throw new Error(`html: put a placeholder within a tag between double quotes, not after ${before.slice(-40)}`);
    }
    before += '·';
  }
  checked.add(template);
}

/** A script element with JSON, which browsers do not run. `<` is escaped so that no text can end the element. */
export function jsonBlock(type: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="${escapeUTF8(type)}">${json}</script>`, OURS);
}

/** Returns an address from data if it is an http or https URL, otherwise null: no other scheme gets into a link. */
export function webAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
