import { dayAfter } from '../../../../model/day.ts';
import { defined } from '../../../../model/defined.ts';
import { parseDay } from '../../read/days.ts';

/**
 * The dates on which an adoption starts and ends, if the text states them. `to` is the first day after the adoption.
 */
export interface StatedPeriod {
  from?: string;
  to?: string;
}

const DAY = String.raw`([A-Z][a-z]+ \d{1,2}, \d{4})`;
const WHAT = 'adoption of (?:this|these) (?:standards?|implementation specifications?|code sets?|operating rules?)';
const EXPIRES = new RegExp(String.raw`\b${WHAT}\s+expires?(?: on)? ${DAY}`);
const BEGINS = new RegExp(String.raw`\b(?:${WHAT}\s+(?:begins?|is effective) on|[Oo]n and after) (?:the )?${DAY}`);
const THROUGH = new RegExp(
  String.raw`\b[Ff]or the (?:time )?period (?:from|beginning(?: on)?|on and after) (?:the )?${DAY}(?:,? (through|until|to) ${DAY})?`,
);

/**
 * Parses the period that a paragraph states for the items that it adopts, or for the items that the paragraphs below it
 * adopt.
 */
export function periodIn(text: string): StatedPeriod {
  const [, first, until, last] = THROUGH.exec(text) ?? [];
  const end = parseDay(last);
  const from = parseDay(first) ?? parseDay(BEGINS.exec(text)?.[1]);
  const to = parseDay(EXPIRES.exec(text)?.[1]) ?? (end !== undefined && until !== 'until' ? dayAfter(end) : end);
  return defined({ from, to });
}
