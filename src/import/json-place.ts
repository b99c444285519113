import type { Remark } from '../store/errors.ts';

/** A position in a file. */
export type FilePlace = Pick<Remark, 'line' | 'column'>;

/** The path to a part of a JSON document, such as `['terms', 3, 'definitions']`. */
export type JsonPath = readonly PropertyKey[];

/**
 * The line and column of a part of a JSON document, or of its first syntax error. `JSON.parse` parses the document but
 * does not report positions, so the text is scanned again if a message needs one.
 *
 * @param path the path to the part; if the part does not exist, the closest enclosing part is used; without a path, the
 * first syntax error is used
 */
export function placeInJson(text: string, path?: JsonPath): FilePlace {
  return placeAt(text, new Walk(text, path).offset());
}

/** The line and column of an offset, both starting at 1. */
export function placeAt(text: string, offset: number): FilePlace {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

/** An open object or array, and the key or index of its next item. */
interface Level {
  key: PropertyKey;
  array: boolean;
}

type Expects = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

const BLANK = /[ \t\r\n]*/y;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const FIRST_PRINTABLE = 0x20;

/** A scan over the tokens with a stack of its own, so that documents may nest to any depth. */
class Walk {
  private readonly text: string;
  private readonly path: JsonPath | undefined;
  private readonly levels: Level[] = [];
  private expects: Expects = 'value';
  /** The offset of the closest part found so far, and how many steps of the path it matches. */
  private found = 0;
  private followed = -1;
  private at = 0;

  constructor(text: string, path: JsonPath | undefined) {
    this.text = text;
    this.path = path;
  }

  offset(): number {
    for (;;) {
      BLANK.lastIndex = this.at;
      this.at += BLANK.exec(this.text)?.[0].length ?? 0;
      const whole = this.path !== undefined && this.followed === this.path.length;
      if (whole || !this.step()) return this.path ? this.found : this.at;
    }
  }

  /** Reads one token; returns false when it is not allowed here. */
  private step(): boolean {
    const sign = this.text[this.at];
    const level = this.levels.at(-1);
    if (level && sign === (level.array ? ']' : '}') && this.expects.endsWith('or end')) {
      this.levels.pop();
      return this.after('comma or end');
    }
    switch (this.expects) {
      case 'colon':
        return sign === ':' && this.after('value');
      case 'comma or end':
        if (sign !== ',' || !level) return false;
        if (level.array) level.key = Number(level.key) + 1;
        return this.after(level.array ? 'value' : 'key');
      case 'key':
      case 'key or end': {
        const end = this.stringEnd();
        if (end === undefined || !level) return false;
        level.key = JSON.parse(this.text.slice(this.at, end)) as string;
        return this.after('colon', end);
      }
      default:
        return this.value(sign);
    }
  }

  private value(sign: string | undefined): boolean {
    this.note();
    if (sign === '{' || sign === '[') {
      this.levels.push({ key: 0, array: sign === '[' });
      return this.after(sign === '[' ? 'value or end' : 'key or end');
    }
    PLAIN.lastIndex = this.at;
    const end = this.stringEnd() ?? (PLAIN.test(this.text) ? PLAIN.lastIndex : undefined);
    return end !== undefined && this.after('comma or end', end);
  }

  private after(expects: Expects, end = this.at + 1): true {
    this.expects = expects;
    this.at = end;
    return true;
  }

  /** The end of the string that starts here. In a string with a syntax error, moves to the error. */
  private stringEnd(): number | undefined {
    if (this.text[this.at] !== '"') return undefined;
    for (let i = this.at + 1; i < this.text.length; i += 1) {
      const sign = this.text[i];
      if (sign === '"') return i + 1;
      ESCAPE.lastIndex = i;
      const faulty = sign === '\\' ? !ESCAPE.test(this.text) : this.text.charCodeAt(i) < FIRST_PRINTABLE;
      if (faulty) {
        this.at = i;
        return undefined;
      }
      if (sign === '\\') i = ESCAPE.lastIndex - 1;
    }
    return undefined;
  }

  /** Handles the start of a value: records its offset when it matches more of the path. */
  private note(): void {
    const depth = this.levels.length;
    if (!this.path || depth !== this.followed + 1) return;
    if (depth > 0 && this.levels[depth - 1]?.key !== this.path[depth - 1]) return;
    this.followed = depth;
    this.found = this.at;
  }
}
