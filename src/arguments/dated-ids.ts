import { badInput } from '../graph/errors.ts';
import { splitDatedId } from '../model/dated-id.ts';

/** Ids without their dates, and the date of the query. */
export interface DatedQuestion {
  ids: string[];
  asOf: string | null | undefined;
}

/**
 * Parses ids that can end with a date, such as `Term:ehr@2021-01-01`. The date applies to the whole query, so all ids
 * and `asOf` must have the same date.
 *
 * @param argument the name of the argument, for error messages
 * @throws GraphQLError BAD_USER_INPUT
 */
export function onOneDay(argument: string, written: readonly string[], asOf: string | null | undefined): DatedQuestion {
  const split = written.map(splitDatedId);
  const [day, ...others] = new Set(split.flatMap((one) => one.day ?? []));
  const ids = split.map(({ id }) => id);
  if (day === undefined) return { ids, asOf };
  if (others.length > 0)
    throw badInput(
      `${argument}: all ids must end with the same date, but these ids end with different dates: ${[day, ...others].sort().join(', ')}`,
    );
  if (asOf != null && asOf !== day)
    throw badInput(`asOf: must be ${day} (the date at the end of the ids in \`${argument}\`) or omitted, not ${asOf}`);
  if (asOf == null && split.some((one) => one.day === null))
    throw badInput(
      `${argument}: all ids must end with the same date; some ids end with ${day}, and others have no date`,
    );
  return { ids, asOf: day };
}
