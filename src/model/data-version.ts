import { createHash } from 'node:crypto';

/**
 * The version of the data, as 16 hex digits: a hash of what the imports wrote, whatever order they came in.
 *
 * @param imports one `origin:sha256` for each import, the hash being that of its records
 */
export function dataVersionOf(imports: readonly string[]): string {
  return createHash('sha256')
    .update([...imports].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}
