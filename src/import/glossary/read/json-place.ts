import type { FilePlace } from './shape.ts';

/** The way to a part of a JSON document: `['terms', 3, 'definitions']`. */
export type JsonPath = readonly PropertyKey[];

/**
 * Where a part of a JSON document stands, or where the document stops being JSON. `JSON.parse` does not tell: what is read
 * is parsed by it, and only for a message the text is walked once more.
 *
 * @param path the part; the nearest around it that is there. Without it, the first fault.
 */
export function placeInJson(text: string, path?: JsonPath): FilePlace {
  return placeAt(text, new Walk(text, path).offset());
}

/** Line and column, from 1, of an offset. */
export function placeAt(text: string, offset: number): FilePlace {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

/** An object or a list that is open, and the key or index of what comes next in it. */
interface Level {
  key: PropertyKey;
  array: boolean;
}

type Expects = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

const BLANK = /[ \t\r\n]*/y;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const FIRST_PRINTABLE = 0x20;

/** A walk over the tokens, with a stack of its own: however deep the document is, it is walked. */
class Walk {
  private readonly text: string;
  private readonly path: JsonPath | undefined;
  private readonly levels: Level[] = [];
  private expects: Expects = 'value';
  /** Where the wanted part stands, as far as it was found, and how far its path was followed. */
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

  /** Takes one token; false where it is none that may stand here. */
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

  /** Where the string that begins here ends. In one that is faulty, the place moves to the fault. */
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

  /** A value begins here: it is what is looked for if the way to it is a longer piece of the wanted path. */
  private note(): void {
    const depth = this.levels.length;
    if (!this.path || depth !== this.followed + 1) return;
    if (depth > 0 && this.levels[depth - 1]?.key !== this.path[depth - 1]) return;
    this.followed = depth;
    this.found = this.at;
  }
}
