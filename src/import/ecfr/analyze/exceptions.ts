import { nameKey } from '../../../search/words.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { TextRange } from '../read/part-text.ts';
import type { ParsedDefinition } from './definitions.ts';

/** A section that exempts conduct from a rule. */
export interface LegalException {
  from: FlatProvision;
  /** The id of the section to which it is an exception. */
  to: string;
  quote: TextRange;
}

const EXEMPTS =
  /\b(?:will|shall|does|do|is|are) not (?:be )?(?:considered|treated as|deemed(?: to be)?|constitute|regarded as)\s+/gi;

/**
 * Finds sections that are named exceptions and that state that conduct "will not be considered" what the part defines.
 * Such sections are exceptions to the defining provision. If the definition refers to another provision ("is defined as
 * it is in § 171.103"), the exception applies to that provision.
 */
export function exceptionsOf(part: readonly FlatProvision[], defined: readonly ParsedDefinition[]): LegalException[] {
  return part.flatMap((from): LegalException[] => {
    if (from.level !== 'SECTION' || !/\bexception\b|^protecting\b/i.test(from.heading ?? '')) return [];
    for (const { 0: words, index } of (from.text ?? '').matchAll(EXEMPTS)) {
      const after = (from.text ?? '').slice(index + words.length);
      const fitting = defined.filter(({ names }) => names.some((name) => startsWithName(after, name)));
      const own = fitting.find(({ references }) => references.length === 0);
      const to = own && sectionId(own.by);
      if (to === undefined || to === from.id) continue;
      const name = own?.names.find((one) => startsWithName(after, one)) ?? '';
      return [{ from, to, quote: [index, index + words.length + name.length] }];
    }
    return [];
  });
}

const startsWithName = (text: string, name: string) => new RegExp(`^${escaped(nameKey(name))}\\b`).test(nameKey(text));
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const sectionId = ({ unitId }: FlatProvision) => unitId;
