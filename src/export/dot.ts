import { labelOf } from '../model/relations.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';

/**
 * DOT, the language of Graphviz. Lists and evidence are JSON in a string. Sources and the summary are attributes of the graph.
 * DOT has one escape in quotation marks, `\"`, but Graphviz renders `\\`, `\n` and `\r` as C does. Therefore backslashes are
 * doubled, and line ends become `\n`, `\r`, `\u2028` and `\u2029`. U+0000, which ends a string in C, becomes U+FFFD.
 */
export const dot: ExportFormat = {
  name: 'dot',
  about: 'DOT for Graphviz',
  mediaType: 'text/vnd.graphviz',
  extension: 'dot',
  write,
};

async function* write({ about, sources, nodes, edges }: ExportedGraph): AsyncGenerator<string> {
  yield 'digraph "glossograph" {\n';
  for (const [name, value] of Object.entries(about)) yield `${attribute(name, value)};\n`;
  for await (const source of sources()) yield `${attribute(source.id, source)};\n`;
  for await (const { properties, id, kind, label } of nodes()) {
    yield `${quoted(id)} ${attributes({ ...properties, kind, label })};\n`;
  }
  for await (const { properties, evidence, id, type, source, target } of edges()) {
    const all = { ...properties, evidence, id, type, label: labelOf(type, 'OUT') };
    yield `${quoted(source)} -> ${quoted(target)} ${attributes(all)};\n`;
  }
  yield '}\n';
}

const attributes = (all: Readonly<Record<string, unknown>>): string =>
  `[${Object.entries(all)
    .map(([name, value]) => attribute(name, value))
    .join(', ')}]`;

const attribute = (name: string, value: unknown): string =>
  `${quoted(name)}=${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`;

const quoted = (text: string): string => `"${text.toWellFormed().replace(SPECIAL, (one) => ESCAPED[one] ?? one)}"`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is one of the characters to find
const SPECIAL = /[\u0000"\\\n\r\u2028\u2029]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\u0000': '\uFFFD',
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};
