/**
 * Makes elements without parsing markup, so that text from any source stays text. Invisible characters become marks in
 * text that people read or hear.
 */
import { partsOf, withMarks } from '../../prose/hidden.ts';

type Child = Node | string | null | undefined | false;

/** Attributes. A function is a listener (`onclick`); false and undefined leave the attribute out. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Makes an HTML element with attributes and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : READ.has(name) ? withMarks(String(value)) : String(value));
  }
  for (const child of children) {
    if (typeof child === 'string') element.append(...textNodes(child));
    else if (child) element.append(child);
  }
  return element;
}

/** The attributes that people read or hear. */
const READ: ReadonlySet<string> = new Set(['aria-label', 'title', 'alt', 'placeholder']);

/** Makes the nodes of a text, with an element for each invisible character. */
export const textNodes = (text: string): Node[] =>
  partsOf(text).map((part) => {
    if (typeof part === 'string') return document.createTextNode(part);
    const sign = document.createElement('span');
    sign.className = 'hidden-sign';
    sign.title = part.name;
    sign.textContent = part.mark;
    return sign;
  });

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Finds an element of the page by id; throws if it is missing or of another kind. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no #${id}`);
  return element;
}
