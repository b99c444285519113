/** Sorts the contents of a file into law, headings, and notes that are not law. */
import { type Division, isUnit, type PrintedNotes, type TextBlock, type Unit } from './part-text.ts';

/** The field that receives the text of an element. */
export type ReadField = 'block' | 'head' | 'note' | 'authority' | 'source' | 'amendments' | 'effectiveDateNote';

/** The elements that are not paragraphs of the law. An `XREF` precedes the text of a section that will change. */
export const FIELD_OF: Readonly<Record<string, ReadField>> = {
  HEAD: 'head',
  AUTH: 'authority',
  SECAUTH: 'authority',
  PARAUTH: 'authority',
  SUBAUTH: 'authority',
  SOURCE: 'source',
  CITA: 'amendments',
  EFFDNOT: 'effectiveDateNote',
  XREF: 'effectiveDateNote',
  EDNOTE: 'note',
  CROSSREF: 'note',
  NOTE: 'note',
  APPRO: 'note',
  OMBAPPR: 'note',
};

/** Adds the text of an element to its division or unit. If a note appears several times, all of its texts are kept. */
export function putText(top: Division | Unit, into: ReadField, block: TextBlock): void {
  const { text } = block;
  if (into === 'head') top.head = text;
  else if (into === 'note') top.notes.push(text);
  else if (into === 'effectiveDateNote') top.effectiveDateNotes = [...(top.effectiveDateNotes ?? []), text];
  else if (into !== 'block') putNote(top, into, text.replace(/^(?:Authority|Source)\s*:\s*/i, ''));
  else if (isUnit(top)) top.blocks.push(block);
  else top.notes.push(text);
}

function putNote(top: PrintedNotes, into: 'authority' | 'source' | 'amendments', text: string): void {
  top[into] = top[into] === undefined ? text : `${top[into]} ${text}`;
}
