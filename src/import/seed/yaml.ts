import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Remark } from '../../store/errors.ts';

/** Where something stands: a file, and a line of it. */
export type Place = Pick<Remark, 'file' | 'line'>;

/** The way to a part of what was read: `['aliases', 0, 'name']`. */
export type Path = readonly PropertyKey[];

/** Something that was read, and where each part of it stands. */
export interface Read<Value> {
  value: Value;
  /** The line of a part, or of the nearest one around it that is there. */
  at(...path: Path): Place;
}

/**
 * Reads YAML of a shape. All that is wrong with it goes to `faults`, with its line; then the answer is null.
 *
 * @param linesBefore lines of the file above the YAML
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  yaml: string,
  schema: Schema,
  faults: Remark[],
  linesBefore = 0,
): Read<z.output<Schema>> | null {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Place => ({ file, line: lines.linePos(offset).line + linesBefore });
  for (const { pos, message } of document.errors) faults.push({ ...placeOf(pos[0]), message: `YAML: ${message}` });
  if (document.errors.length > 0) return null;

  const at = (...path: Path): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeOf(node.range[0]);
    }
    return { file, line: 1 + linesBefore };
  };
  const atKey = (path: Path, key: string): Place => {
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
        faults.push({ ...atKey(issue.path, key), message: `there is no field "${name && `${name}.`}${key}"` });
      }
    } else
      faults.push({ ...at(...issue.path), message: name ? `${name}: ${said(issue.message)}` : said(issue.message) });
  }
  return null;
}

/** "aliases[0].kind"; where a file is one list, without the place in it: the line says that. */
function nameOf(path: Path): string {
  return path
    .slice(typeof path[0] === 'number' ? 1 : 0)
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

/** A shape's complaint in the words of somebody who writes YAML. */
function said(message: string): string {
  if (/received undefined$/.test(message)) return 'it is missing';
  if (/expected string, received (number|boolean)$/.test(message))
    return 'put it in quotes, it is no text as it stands';
  return message.replace(/^Invalid (input|option): /, '');
}
