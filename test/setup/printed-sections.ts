/** Reads the sections of a real file from its tags alone, to count again what the program counts. */
import { readFileSync } from 'node:fs';
import { realFile } from './real-data.ts';

export interface PrintedSection {
  words: string;
  heading: string;
  /** The days in its note, or else in the nearest note on the source of what contains it. */
  days: string[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const plain = (xml: string) => xml.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim(); // biome-ignore format: one line
const daysIn = (note: string) =>
  [...note.matchAll(/\b([A-Z][a-z]{2})[a-z]*\.? (\d+), (\d{4})/g)].map(([, month = '', day = '', year = '']) =>
    [year, String(MONTHS.indexOf(month) + 1).padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );

/** The sections of a file by their numbers, read from its tags alone. */
export function readSections(file: string): Map<string, PrintedSection> {
  const sections = new Map<string, PrintedSection>();
  let source: string[] = [];
  const pieces = /<SOURCE>([\s\S]*?)<\/SOURCE>|<DIV8\b[^>]*>([\s\S]*?)<\/DIV8>/g;
  for (const [, note, body = ''] of readFileSync(realFile(file), 'utf8').matchAll(pieces)) {
    if (note !== undefined) {
      source = daysIn(plain(note));
      continue;
    }
    const heading = plain(/<HEAD>([\s\S]*?)<\/HEAD>/.exec(body)?.[1] ?? '');
    const [, number = ''] = /§+\s*([\d.]+\w*)/.exec(heading) ?? [];
    const words = [...body.matchAll(/<(P|FP[-\w]*|HD\d)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) =>
      plain(text),
    );
    const own = [...body.matchAll(/<CITA\b[^>]*>([\s\S]*?)<\/CITA>/g)].flatMap(([, text = '']) => daysIn(plain(text)));
    sections.set(number, { words: words.join('\n'), heading, days: own.length > 0 ? own : source });
  }
  return sections;
}

/** (a) The sections that have other words in one file than in another. */
export function differing(early: string, late: string, what: 'words' | 'heading' = 'words'): string[] {
  const [before, after] = [readSections(early), readSections(late)];
  return [...before].flatMap(([number, one]) => {
    const other = after.get(number);
    return other !== undefined && other[what] !== one[what] ? [number] : [];
  });
}

/** (b) The sections whose notes name a day in a period. */
export const noted = (file: string, from: string, to: string) =>
  [...readSections(file)].flatMap(([number, { days }]) =>
    days.some((day) => from <= day && day <= to) ? [number] : [],
  );
