/**
 * Finds the provisions that have their own effective dates, as in "2020-11-04 for § 170.401 and all of part 171;
 * 2020-12-04 for the rest".
 */
import type { CfrCitation } from '../../model/citation.ts';
import { cfrAt } from '../../model/citations/cfr.ts';

/** A provision and its date. */
export interface ProvisionDay {
  citation: CfrCitation;
  day: string;
}

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** "45 CFR 171" names a part, which law texts write as "45 CFR part 171". */
const BARE_PART = /\b(\d{1,2}) CFR (\d+)(?![\d.])/g;

/**
 * The provisions to which a note assigns a date. Each statement of the note, up to a semicolon, must name provisions
 * and exactly one date. A statement with two dates, or without a provision, is ignored.
 *
 * @param title the title of provisions that do not state one
 */
export function provisionDays(note: string, title: number): ProvisionDay[] {
  return note.split(';').flatMap((statement) => {
    const [day, ...others] = statement.match(DAY) ?? [];
    if (day === undefined || others.length > 0) return [];
    return provisionsIn(statement, title).map((citation) => ({ citation, day }));
  });
}

/** The provisions that a text names. */
export function provisionsIn(text: string, title: number): CfrCitation[] {
  const written = text.replace(BARE_PART, '$1 CFR part $2');
  const found: CfrCitation[] = [];
  for (let at = 0; at < written.length; ) {
    const citation = cfrAt(written, at, { title, part: '', sections: [] });
    for (const target of citation?.targets ?? []) if ('cfr' in target) found.push(target.cfr);
    at = citation?.end ?? at + 1;
  }
  return found;
}
