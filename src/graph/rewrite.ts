/** Strings and quoted names first, so that what stands inside them is passed over; then parameters; then variables. */
const WORDS =
  /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$(\w+)|(?<![\w:$]|(?<!\.)\.)([a-z]\w*)\b(?!\s*\()(?!\.\w+(?:\.\w+)*\s*\()/g;
const CONSTANTS = new Set(['true', 'false', 'null']);

/**
 * Gives each variable and each `$parameter` of a piece of Cypher another name. Strings, functions, procedures, properties,
 * labels and map keys stay. It relies on the habit of `cypher/`: keywords in capitals, variables in small letters.
 */
export function rewrite(
  cypher: string,
  rename: { variable(name: string): string; param(name: string): string },
): string {
  return cypher.replace(WORDS, (word, param: string | undefined, variable: string | undefined, at: number) => {
    if (param !== undefined) return rename.param(param);
    if (variable === undefined || CONSTANTS.has(variable)) return word;
    const isMapKey = /[{,]\s*$/.test(cypher.slice(0, at)) && /^\s*:/.test(cypher.slice(at + word.length));
    return isMapKey ? word : rename.variable(variable);
  });
}
