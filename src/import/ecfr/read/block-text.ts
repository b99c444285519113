import type { TextBlock, TextRange } from './part-text.ts';

/** Superscripts that Unicode has as one character, as in TEFCA℠. */
const MARKS: Readonly<Record<string, string>> = { SM: '℠', TM: '™' };
const SUPERSCRIPT = new Set(['51', '7511']);
const ITALIC = new Set(['03', '04', '7462']);

/** Collects the text of one block. Collapses white space and records the positions of italics. */
export class BlockText {
  private text = '';
  private readonly italics: [number, number][] = [];
  /** For each element that is open in the block, where its italics or superscript began. */
  private readonly open_: { italic: number | null; superscript: number | null }[] = [];

  /** Handles the start of an element in the block. A space is added before a table cell. */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const emphasis = name === 'E' ? (attributes.T ?? '') : '';
    const italic = name === 'I' || name === 'i' || name === 'em' || ITALIC.has(emphasis);
    const superscript = name === 'sup' || SUPERSCRIPT.has(emphasis);
    if (/^(TD|TH|ENT|CHED|td|th|LI|li|br|BR|PSPACE|P|p)$/.test(name)) this.add(' ');
    this.open_.push({ italic: italic ? this.text.length : null, superscript: superscript ? this.text.length : null });
  }

  close(): void {
    const { italic = null, superscript = null } = this.open_.pop() ?? {};
    if (superscript !== null) {
      const mark = MARKS[this.text.slice(superscript)];
      if (mark !== undefined) this.text = this.text.slice(0, superscript) + mark;
    }
    if (italic !== null && this.text.length > italic) this.italics.push([italic, this.text.length]);
  }

  add(text: string): void {
    const collapsed = text.replace(/[\s\u00A0\u2000-\u200A\u202F]+/g, ' ');
    this.text += this.text === '' || this.text.endsWith(' ') ? collapsed.trimStart() : collapsed;
  }

  block(): TextBlock {
    const text = this.text.trimEnd();
    const italics = this.italics
      .map(([start, end]): TextRange => trimmed(text, start, Math.min(end, text.length)))
      .filter(([start, end]) => end > start)
      .sort(([a], [b]) => a - b);
    return { text, italics };
  }
}

/** Leaves white space at both ends out of an italic run. */
function trimmed(text: string, from: number, to: number): TextRange {
  let [start, end] = [from, to];
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return [start, end];
}
