/**
 * Importing this module makes Preact show invisible characters as marks. In text, a mark is an element. In attributes
 * that people hear, or that cannot contain elements, it is a plain mark. Addresses and other values stay unchanged. The
 * module is an option hook of Preact, so it applies to every component, both on the server and in the browser.
 */
import { Fragment, h, options, type VNode } from 'preact';
import { partsOf, withMarks } from '../prose/hidden.ts';

/** Attributes that people read or hear. */
const READ = ['title', 'aria-label', 'alt', 'content', 'placeholder', 'label'] as const;
/** Elements that contain text only, so that a mark in them has no element. */
const PLAIN: ReadonlySet<unknown> = new Set(['title', 'desc', 'text', 'tspan', 'option', 'textarea']);

const before = options.vnode;
options.vnode = (vnode: VNode) => {
  if (typeof vnode.type === 'string' || vnode.type === Fragment) mark(vnode);
  before?.(vnode);
};

function mark({ type, props }: VNode): void {
  const all = props as Record<string, unknown>;
  for (const name of READ) {
    const value = all[name];
    if (typeof value === 'string') all[name] = withMarks(value);
  }
  if (all.children !== undefined) all.children = marked(all.children, PLAIN.has(type));
}

function marked(children: unknown, isPlain: boolean): unknown {
  if (Array.isArray(children)) return children.map((child) => marked(child, isPlain));
  if (typeof children !== 'string') return children;
  if (isPlain) return withMarks(children);
  const parts = partsOf(children);
  if (parts.length === 1 && parts[0] === children) return children;
  // An element of its own type is not marked again: its text is a mark already.
  return parts.map((part) =>
    typeof part === 'string' ? part : h('span', { class: 'hidden-sign', title: part.name }, part.mark),
  );
}
