import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Html, html, webAddress } from './html.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Deeper nesting than people write is left out: what is imported may be anything. */
const DEEPEST = 24;

/** CommonMark as HTML. HTML in it stays text, and links lead to the web or within this site only. */
export const markdown = (text: string): Html => html`${fromMarkdown(text).children.map((node) => rendered(node, 0))}`;

function rendered(node: Node, depth: number): Html | null {
  if (depth > DEEPEST) return null;
  const inner = 'children' in node ? node.children.map((child) => rendered(child as Node, depth + 1)) : [];
  switch (node.type) {
    case 'paragraph':
      return html`<p>${inner}</p>\n`;
    case 'text':
      return html`${node.value.replace(/(§§?) (?=\d)/g, '$1\u00a0')}`; // a sign is not left behind at the end of a line
    case 'emphasis':
      return html`<em>${inner}</em>`;
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'code':
      return html`<pre><code>${node.value}</code></pre>\n`;
    case 'break':
      return html`<br>`;
    case 'list':
      return node.ordered ? html`<ol start="${node.start ?? 1}">${inner}</ol>\n` : html`<ul>${inner}</ul>\n`;
    case 'listItem':
      return html`<li>${node.spread ? inner : unwrapped(node.children as Node[], depth + 1)}</li>\n`;
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>\n`;
    case 'heading':
      return html`<h3>${inner}</h3>\n`; // below the section's own
    case 'thematicBreak':
      return html`<hr>\n`;
    case 'link': {
      const address = /^[/#](?![/\\])/.test(node.url) ? node.url : webAddress(node.url);
      return address === null ? html`${inner}` : html`<a href="${address}">${inner}</a>`;
    }
    case 'image':
      return html`${node.alt}`;
    case 'html':
      return html`${node.value}`;
    case 'definition':
      return null;
    default:
      return html`${inner}`;
  }
}

/** Items of a tight list hold text without paragraphs around it. */
const unwrapped = (nodes: readonly Node[], depth: number): (Html | null)[] =>
  nodes.flatMap((node) =>
    node.type === 'paragraph'
      ? node.children.map((child) => rendered(child as Node, depth + 1))
      : [rendered(node, depth)],
  );
