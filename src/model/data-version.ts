import { createHash } from 'node:crypto';

/**
 * The data version, as 16 hexadecimal digits: a hash of the records of all imports, in any order.
 *
 * @param imports one `origin:sha256` for each import, with the hash of its records
 */
export function dataVersionOf(imports: readonly string[]): string {
  return createHash('sha256')
    .update([...imports].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}
