import { REGULATION_LEVELS, type RegulationLevel } from '../../../model/kinds.ts';
import { BlockText } from './block-text.ts';
import { parseDay } from './days.ts';
import type { Division, Outer, PartText, Unit } from './part-text.ts';
import { isUnit } from './part-text.ts';
import { FIELD_OF, putText, type ReadField } from './printed-notes.ts';

/** The start of an element, as reported by the parser. */
export interface OpenedTag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

interface Hooks {
  /** The CFR title, for a file that does not state it. */
  fileTitle: number | undefined;
  /** Whether the user states that the file contains its parts in full. */
  complete: boolean;
  /** Whether the file might be one volume of a title. A volume can end in the middle of a part. */
  isVolume: () => boolean;
  onPart: (part: PartText) => void;
  /** Stops reading with an error message. */
  refuse: (message: string) => never;
}

/** The levels of DIV1 to DIV9. */
const LEVELS = REGULATION_LEVELS.filter((level) => level !== 'PARAGRAPH');
/** Elements that only wrap paragraphs: each paragraph inside is a block of its own. */
const WRAPPERS =
  /^(EXTRACT|EXAMPLE|DIV|GPOTABLE|TABLE|THEAD|TBODY|BOXHD|FTNT|EFTNT|SCOL\d?|div|table|thead|tbody|section)$/;

type Open = Division | Unit;

/** Builds parts from parser events, and delivers each part when it ends. */
export class PartBuilder {
  /** The date of the last amendment from `<AMDDATE>`, in ISO 8601. */
  amendedOn: string | undefined;
  /** Whether a section, an appendix, or a division with a heading was read. */
  sawText = false;
  private title: number | undefined;
  private readonly hooks: Hooks;
  private readonly stack: Open[] = [];
  /** Open elements inside the division on top of the stack, outermost first. */
  private readonly inside: string[] = [];
  /** The field or block that is being read, and the depth at which it began. */
  private reading: { into: ReadField | 'amended'; depth: number } | null = null;
  private textNow = new BlockText();

  constructor(hooks: Hooks) {
    this.hooks = hooks;
    this.title = hooks.fileTitle;
  }

  open({ name, attributes }: OpenedTag): void {
    const level = /^DIV[1-9]$/.test(name) ? LEVELS[Number(name[3]) - 1] : undefined;
    if (level !== undefined) {
      this.openDivision(level, attributes);
      return;
    }
    if (this.stack.length === 0) {
      if (name === 'AMDDATE') this.begin('amended');
      return;
    }
    this.inside.push(name);
    if (this.reading === null) {
      const into = FIELD_OF[name];
      if (into) this.begin(into);
      else if (!WRAPPERS.test(name)) this.begin('block');
    } else this.textNow.open(name, attributes);
  }

  text(text: string): void {
    if (this.reading) this.textNow.add(text);
  }

  close(name: string): void {
    if (/^DIV[1-9]$/.test(name)) {
      this.closeDivision();
      return;
    }
    if (name === 'AMDDATE' && this.reading?.into === 'amended') {
      this.reading = null;
      this.amendedOn = parseDay(this.textNow.block().text);
    }
    if (this.stack.length === 0) return;
    if (this.reading && this.inside.length === this.reading.depth) this.finish();
    else if (this.reading) this.textNow.close();
    this.inside.pop();
  }

  private openDivision(
    level: RegulationLevel,
    { N = '', NODE = '', hierarchy_metadata = '' }: OpenedTag['attributes'],
  ) {
    // NODE first: in the older dialect the N of a title counts files, and NODE="45:1" states the title.
    const statedTitle = level === 'TITLE' ? /\d+/.exec(N)?.[0] : undefined;
    const stated = /^(\d+):/.exec(NODE)?.[1] ?? statedTitle ?? /title-(\d+)/.exec(hierarchy_metadata)?.[1];
    if (stated !== undefined) this.title = Number(stated);
    const number = level === 'TITLE' ? String(this.title ?? N) : numberOf(level, N);
    const opened: Open =
      level === 'SECTION' || level === 'APPENDIX'
        ? { level, number, head: '', blocks: [], notes: [] }
        : { level: level as Division['level'], number, head: '', notes: [], children: [] };
    const container = this.stack.at(-1);
    if (container && isUnit(container))
      this.hooks.refuse(
        `A division with the level "${level.toLowerCase()}" must not be inside a division with the level "${container.level.toLowerCase()}".`,
      );
    // A title does not keep its parts: each is delivered when it ends, so memory holds one.
    if (container && !isUnit(container) && isFromPartDown(container)) container.children.push(opened);
    this.stack.push(opened);
  }

  private closeDivision(): void {
    const closed = this.stack.pop();
    if (!closed) return;
    this.sawText ||= closed.head !== '';
    const outer = this.stack;
    if (closed.level === 'PART') this.hand(closed as Division);
    else if (isFromPartDown(closed) && !outer.some(isFromPartDown)) this.handAlone(closed);
  }

  /**
   * Delivers a part. The eCFR serves a chapter or a title only with its parts in full, but an excerpt of a part looks like the
   * part.
   */
  private hand(part: Division): void {
    const outer = this.stack.filter((one): one is Division => !isUnit(one)).map(withoutChildren);
    const whole = this.hooks.complete || (outer.length > 0 && !this.hooks.isVolume());
    this.hooks.onPart({
      ...{ title: this.titleOrRefuse(), number: part.number, outer, division: part },
      ...(whole && { whole }),
    });
  }

  /** Delivers a section or subpart without its part in the file: its number states the part. */
  private handAlone(closed: Open): void {
    const number = partOf(closed);
    if (number === undefined) return;
    const division: Division = { level: 'PART', number, head: '', notes: [], children: [closed] };
    this.hooks.onPart({ title: this.titleOrRefuse(), number, outer: [], division });
  }

  private titleOrRefuse(): number {
    return (
      this.title ??
      this.hooks.refuse(
        'The file does not specify its CFR title. Specify the title with --title, for example --title 45.',
      )
    );
  }

  private begin(into: NonNullable<PartBuilder['reading']>['into']): void {
    this.reading = { into, depth: this.inside.length };
    this.textNow = new BlockText();
  }

  private finish(): void {
    const top = this.stack.at(-1);
    const into = this.reading?.into;
    this.reading = null;
    const block = this.textNow.block();
    if (!top || into === undefined || block.text === '') return;
    if (into !== 'amended') putText(top, into, block);
  }
}

const withoutChildren = ({ children: _, ...outer }: Division): Outer => outer;
const isFromPartDown = ({ level }: Open) => LEVELS.indexOf(level) >= LEVELS.indexOf('PART');

/** The number without the words that the older dialect puts around it: "§ 1.1", "Part 1", "Subtitle E", "Appendix B". */
function numberOf(level: RegulationLevel, written: string): string {
  const bare = written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^§+\s*/, '');
  const word = level === 'SUBJECT_GROUP' ? 'SUBJGRP' : level;
  return bare.replace(new RegExp(`^(${word}S?)\\s+`, 'i'), '');
}

function partOf(one: Open): string | undefined {
  if (one.level === 'SECTION') return /^(\d+[a-z]?)\./i.exec(one.number)?.[1];
  if (isUnit(one)) return undefined;
  for (const child of one.children) {
    const part = partOf(child);
    if (part !== undefined) return part;
  }
  return undefined;
}
