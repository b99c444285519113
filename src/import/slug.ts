import { nameKey } from '../search/words.ts';

/** A name as an id has it: "Electronic health record" → "electronic-health-record". */
export function slugOf(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
