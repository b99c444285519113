/**
 * Converts `.cypher` files to statement texts. A file contains Cypher with placeholders, which are replaced once, when the
 * file is read:
 *
 *     ${traversal/inside}      the text of `cypher/traversal/inside.cypher`
 *     ${days/in-force(edge)}   the text of `cypher/days/in-force.cypher`, whose variable `it` becomes `edge`
 *     ${type}                  a value from `cypher/<domain>/index.ts`: labels, a relation type, or a whole number
 *
 * All values come from enums and constants in the code. User input is always passed as a `$parameter`.
 *
 * The planner (`src/plan`) nests texts inside one another at run time. To do so, it renames variables: see `rename`.
 */
import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../version.ts';

/** Labels (`Entity:Term`), a relation type, or a whole number. */
export type TemplateValue = string | number;

const CYPHER_FOLDER = new URL('cypher/', PACKAGE_ROOT);
const PLACEHOLDER = /\$\{([^}]*)\}/g;
const PIECE = /^([\w-]+\/[\w-]+)(?:\((\w+)\))?$/;
const NAMES = /^[A-Za-z]\w*(?::[A-Za-z]\w*)*$/;

/**
 * The text of `cypher/<name>.cypher`, without comments and with its placeholders replaced.
 *
 * @throws Error for a placeholder without a value, and for a value that is not a name or a whole number; both are
 * mistakes in the code
 */
export function readCypher(name: string, values: Readonly<Record<string, TemplateValue>> = {}): string {
  const text = readFileSync(new URL(`${name}.cypher`, CYPHER_FOLDER), 'utf8');
  return fillIn(text.replace(/^\s*\/\/.*$/gm, '').trim(), values);
}

/** The text of `cypher/<name>.cypher`, with a variable that replaces `it`. */
export const cypherOf = (name: string, it: string, values: Readonly<Record<string, TemplateValue>> = {}): string =>
  rename(readCypher(name, values), { variable: (one) => (one === 'it' ? it : one) });

/** Replaces the placeholders in a text. */
export function fillIn(text: string, values: Readonly<Record<string, TemplateValue>>): string {
  return text.replace(PLACEHOLDER, (placeholder, content: string) => {
    const [, piece, variable] = PIECE.exec(content) ?? [];
    if (piece === undefined) return checked(placeholder, values[content]);
    return variable === undefined ? readCypher(piece, values) : cypherOf(piece, variable, values);
  });
}

function checked(placeholder: string, value: TemplateValue | undefined): string {
  if (typeof value === 'number' ? Number.isSafeInteger(value) : NAMES.test(value ?? '')) return String(value);
  throw new Error(`${placeholder}: must be a label, a relation type, or a whole number, not ${value}`);
}

/** Strings and quoted names first, because nothing inside them is renamed; then parameters; then variables. */
const WORDS =
  /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$(\w+)|(?<![\w:$]|(?<!\.)\.)([a-z]\w*)\b(?!\s*\()(?!\.\w+(?:\.\w+)*\s*\()/g;
const CONSTANTS = new Set(['true', 'false', 'null']);

/**
 * Renames each variable and each `$parameter` in a text. Strings, functions, procedures, properties, labels, and map
 * keys stay the same. This function relies on the style of the files in `cypher/`: keywords in uppercase, variables in
 * lowercase.
 */
export function rename(
  cypher: string,
  { variable = (name) => name, param = (name) => `$${name}` }: Partial<Record<'variable' | 'param', Renaming>>,
): string {
  return cypher.replace(WORDS, (word, parameter: string | undefined, name: string | undefined, at: number) => {
    if (parameter !== undefined) return param(parameter);
    if (name === undefined || CONSTANTS.has(name)) return word;
    const isMapKey = /[{,]\s*$/.test(cypher.slice(0, at)) && /^\s*:/.test(cypher.slice(at + word.length));
    return isMapKey ? word : variable(name);
  });
}

/** `MATCH path =`, `(node:Label`, `[edge:TYPE`, `AS value`, `[one IN`, `any(one IN` and `reduce(sum = 0, one IN` bind variables. */
const BINDINGS = [
  /\bMATCH\s+([a-z]\w*)\s*=/g,
  /[([]([a-z]\w*):[A-Z]/g,
  /\bAS\s+([a-z]\w*)/g,
  /(?:\[|\b(?:all|any|none|single)\()\s*([a-z]\w*)\s+IN\b/gi,
  /\breduce\(\s*([a-z]\w*)\s*=/g,
  /\breduce\([^|]*,\s*([a-z]\w*)\s+IN\b/g,
];

/**
 * The variables that an expression binds in its own subqueries. All other variables come from the enclosing statement.
 */
export const boundVariables = (cypher: string): ReadonlySet<string> =>
  new Set(BINDINGS.flatMap((binding) => [...cypher.matchAll(binding)].map(([, name = '']) => name)));

/**
 * Adds a suffix to the variables that an expression binds itself. Cypher rejects a variable that hides another one, and
 * an expression must not depend on the variables around it. For example, both `unit-texts` and `ancestors` have a
 * `path`.
 */
export function withOwnVariables(cypher: string): string {
  const bound = boundVariables(cypher);
  return rename(cypher, { variable: (name) => (bound.has(name) ? `${name}Value` : name) });
}

type Renaming = (name: string) => string;
