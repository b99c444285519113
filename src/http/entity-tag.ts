import { createHash } from 'node:crypto';

/** A strong tag of what these values decide, every byte of it (RFC 9110 § 8.8.3). */
export function entityTag(...decides: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(decides)).digest('hex').slice(0, 32)}"`;
}

/** Does an If-None-Match name the tag, or anything at all? By weak comparison, as is asked of it (RFC 9110 § 13.1.2). */
export function isNamed(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return [...ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, one]) => one === tag);
}
