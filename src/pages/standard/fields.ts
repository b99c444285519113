/** The words for the fields in comparisons of versions. */
import type { Compared } from './asked.ts';

/** The words for each field. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  min: 'Minimum',
  max: 'Maximum',
  types: 'Types',
  mustSupport: 'Must support',
  binding: 'Value set',
  bindingStrength: 'Binding strength',
  status: 'Status',
};

/** The value of a field in words. If the source does not state a value, "not stated". */
export function fieldValue(part: Compared, field: string): string {
  const value = {
    name: part.name,
    min: part.min,
    max: part.max,
    types: part.types?.join(', '),
    mustSupport: part.mustSupport === null ? null : part.mustSupport ? 'yes' : 'no',
    binding: part.binding?.valueSet,
    bindingStrength: part.binding?.strength,
    status: part.status,
  }[field];
  return value === null || value === undefined ? 'not stated' : String(value);
}
