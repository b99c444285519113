/** Safe HTML: a template escapes everything that goes into it unless it is HTML already, and there is no other way to make HTML. */
import { escapeUTF8 } from 'entities/escape';
import { type HiddenCharacter, partsOf, withMarks } from '../prose/hidden.ts';

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

/** The kind of a placeholder: text with elements, words without elements (such as a title), or a value such as an address. */
type Position = 'text' | 'words' | 'value';

function written(content: Content, position: Position): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (Array.isArray(content)) return content.map((one) => written(one, position)).join('');
  const text = String(content);
  if (position === 'value') return escapeUTF8(text);
  if (position === 'words') return escapeUTF8(withMarks(text));
  return partsOf(text).map(part).join('');
}

const part = (one: string | HiddenCharacter): string =>
  typeof one === 'string' ? escapeUTF8(one) : `<span class="hidden-sign" title="${one.name}">${one.mark}</span>`;

/** The template before a placeholder in an attribute's value: a name, `="`, and possibly a part of the value. */
const IN_ATTRIBUTE = /\s[\w:-]+="[^"<>]*$/;
const IN_TAG = /<[^>]*$/;
/** Attributes that people read or hear. */
const IN_WORDS = /\s(?:title|aria-label|alt|content|placeholder|label)="[^"<>]*$/;
/** Elements that contain text only, so that a mark in them has no element. */
const IN_PLAIN = /<(?:title|desc|text|tspan|option|textarea)(?:\s[^>]*)?>[^<]*$/;
const known = new WeakMap<TemplateStringsArray, readonly Position[]>();

/**
 * Makes HTML from a template. Placeholders may be in text or in a double-quoted attribute value, because escaping is enough
 * only there; a template with a placeholder elsewhere throws. Invisible characters become marks in
 * text that people read; addresses and other values stay exact.
 */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const positions = known.get(template) ?? check(template);
  let text = template[0] ?? '';
  for (const [i, content] of contents.entries())
    text += written(content, positions[i] ?? 'text') + (template[i + 1] ?? '');
  return new Html(text, OURS);
}

function check(template: TemplateStringsArray): readonly Position[] {
  const positions: Position[] = [];
  let before = '';
  for (const piece of template.slice(0, -1)) {
    before += piece;
    if (IN_TAG.test(before) && !IN_ATTRIBUTE.test(before)) {
      throw new Error(
        `html: a placeholder inside a tag must be enclosed in double quotes; it cannot follow ${before.slice(-40)}`,
      );
    }
    positions.push(positionAfter(before));
    before += '·';
  }
  known.set(template, positions);
  return positions;
}

function positionAfter(before: string): Position {
  if (IN_TAG.test(before)) return IN_WORDS.test(before) ? 'words' : 'value';
  return IN_PLAIN.test(before) ? 'words' : 'text';
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
