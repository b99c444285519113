import { badInput } from '../graph/errors.ts';
import { EXPORT_FORMATS } from './formats.ts';
import type { ExportFormat } from './graph.ts';

/**
 * The argument that makes an export safe for a program: its name, its value, and its purpose, for URLs and the command
 * line.
 */
export const SAFE = {
  name: 'safe',
  value: 'spreadsheet',
  about:
    'the program that will open the CSV file; the value spreadsheet adds an apostrophe to cells that look like formulas',
} as const;

/**
 * Chooses the variant of a format that is safe for a program. Returns the format itself if no program is given.
 *
 * @param given every value of the argument `safe`
 * @throws GraphQLError BAD_USER_INPUT for an unknown value, and for a format without such a variant
 */
export function safeVariant(format: ExportFormat, given: readonly string[]): ExportFormat {
  if (given.length === 0) return format;
  if (given.length > 1) throw badInput(`${SAFE.name}: must be specified only once, not ${given.length} times`);
  if (given[0] !== SAFE.value) throw badInput(`${SAFE.name}: must be ${SAFE.value}, not "${given[0]}"`);
  if (!format.writeForSpreadsheet) {
    const names = EXPORT_FORMATS.filter((one) => one.writeForSpreadsheet).map(({ name }) => name);
    throw badInput(`${SAFE.name}: can be used only with the formats ${names.join(', ')}, not with ${format.name}`);
  }
  return { ...format, write: format.writeForSpreadsheet };
}
