import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Remark } from '../../store/errors.ts';

/** A line of a file. */
export type SeedPlace = Pick<Remark, 'file' | 'line'>;

/** The path to a part of a value, such as `['aliases', 0, 'name']`. */
export type SeedPath = readonly PropertyKey[];

/** A value from a file, and the line of each of its parts. */
export interface SeedItem<Value> {
  value: Value;
  /** The line of a part. For a missing part, the line of the nearest enclosing part. */
  at(...path: SeedPath): SeedPlace;
}

/**
 * Reads YAML that must match a schema. If there are errors, adds each one with its line to `faults` and returns null.
 *
 * @param linesBefore the number of lines above the YAML in the file
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  yaml: string,
  schema: Schema,
  faults: Remark[],
  linesBefore = 0,
): SeedItem<z.output<Schema>> | null {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): SeedPlace => ({ file, line: lines.linePos(offset).line + linesBefore });
  for (const { pos, message } of document.errors) faults.push({ ...placeOf(pos[0]), message: `YAML: ${message}` });
  if (document.errors.length > 0) return null;

  const at = (...path: SeedPath): SeedPlace => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeOf(node.range[0]);
    }
    return { file, line: 1 + linesBefore };
  };
  const atKey = (path: SeedPath, key: string): SeedPlace => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const written = isMap(map)
      ? map.items.map((pair) => pair.key).find((one) => isScalar(one) && one.value === key)
      : null;
    return isScalar(written) && written.range ? placeOf(written.range[0]) : at(...path);
  };

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, at };
  for (const issue of parsed.error.issues) {
    const name = nameOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        faults.push({
          ...atKey(issue.path, key),
          message: `the field "${name && `${name}.`}${key}" is unknown; remove or rename the field`,
        });
      }
    } else
      faults.push({
        ...at(...issue.path),
        message: name ? `${name}: ${inYamlWords(issue.message)}` : inYamlWords(issue.message),
      });
  }
  return null;
}

/** The name of a field: "aliases[0].kind". The index in a file that is one list is left out, as the line gives it. */
function nameOf(path: SeedPath): string {
  return path
    .slice(typeof path[0] === 'number' ? 1 : 0)
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

/** The message of a schema in words for authors of YAML. */
function inYamlWords(message: string): string {
  if (/received undefined$/.test(message)) return 'is required';
  if (/expected string, received (number|boolean)$/.test(message))
    return 'must be text; put the value in quotation marks';
  return message.replace(/^Invalid (input|option): /, '');
}
