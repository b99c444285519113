import { z } from 'zod';
import type { AmendmentDays } from '../../law/amendment-days.ts';
import { regulationId } from '../../model/citation.ts';
import { parseCitation } from '../../model/citations/parse.ts';
import { addTo } from '../../model/group.ts';
import { ImportError } from '../../store/errors.ts';
import { placeInJson } from '../json-place.ts';
import { parseJson } from '../text-file.ts';

const day = z.iso.date();

/** A version of a section, as the eCFR's versions service describes it. Fields that are not read are passed over. */
const VERSION = z.object({
  /** The first day on which the version can be read, and the day on which the amendment took effect. */
  date: day,
  amendment_date: day.nullish(),
  issue_date: day.nullish(),
  identifier: z.string(),
  title: z.coerce.number().int(),
  part: z.coerce.string(),
  type: z.string(),
  removed: z.boolean().nullish(),
});
const bound = z.object({ gte: day.nullish(), lte: day.nullish() }).nullish();
const ANSWER = z.object({
  content_versions: z.array(VERSION),
  meta: z.object({ issue_date: bound, latest_issue_date: day.nullish() }).nullish(),
});

/** The contents of a response of the versions service, by part ("45-171") and then by the id of the section. */
export interface VersionsFile {
  parts: ReadonlyMap<string, ReadonlyMap<string, AmendmentDays>>;
  /** The data that is not read, in words. */
  leftOut: string[];
}

/**
 * The eCFR began to keep versions in January 2017. The first version of an older section has a day of that month, which tells
 * when it was first kept and not when the section was amended.
 */
const FIRST_DAY = '2017-02-01';

/**
 * Reads a response of the eCFR's versions service (`/api/versioner/v1/versions/title-45.json?part=171`).
 *
 * @param file the name of the file in messages
 * @throws ImportError for a file that is not such a response, with the position
 */
export function readVersions(file: string, text: string): VersionsFile {
  const parsed = parseJson(file, text);
  const read = ANSWER.safeParse(parsed);
  if (!read.success) {
    throw new ImportError(
      read.error.issues.map(({ path, message }) => ({
        ...{ file, ...placeInJson(text, path) },
        message: `${path.join('.') || 'file'}: ${message}; the file must be a response from the eCFR versions service`,
      })),
    );
  }
  const { content_versions: versions, meta } = read.data;
  const leftOut: string[] = [];
  const bySection = new Map<string, z.infer<typeof VERSION>[]>();
  for (const version of versions) {
    const id = version.type === 'section' ? idOf(version) : null;
    if (id === null) leftOut.push(`${version.type} ${version.identifier} of title ${version.title}, ${version.date}`);
    else addTo(bySection, id, version);
  }
  const asked = meta?.issue_date?.gte ?? null;
  const period = {
    from: asked === null || asked < FIRST_DAY ? FIRST_DAY : asked,
    to: meta?.issue_date?.lte ?? meta?.latest_issue_date ?? latestOf(versions),
  };
  const parts = new Map<string, Map<string, AmendmentDays>>();
  for (const [id, own] of bySection) {
    const [first] = own;
    const part = `${first?.title}-${first?.part}`;
    const sections = parts.get(part) ?? new Map<string, AmendmentDays>();
    parts.set(part, sections.set(id, daysOf(own, period, asked === null)));
  }
  return { parts, leftOut };
}

function daysOf(
  versions: readonly z.infer<typeof VERSION>[],
  { from, to }: { from: string; to: string },
  isWhole: boolean,
): AmendmentDays {
  const inOrder = versions.map((version) => ({ day: version.amendment_date ?? version.date, ...version }));
  inOrder.sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const on = [...new Set(inOrder.map((version) => version.day))].filter((day) => day >= from);
  return {
    ...{ on, from, to },
    isAdded: isWhole && first !== undefined && first.day >= FIRST_DAY,
    isRemoved: last?.removed === true,
  };
}

const latestOf = (versions: readonly z.infer<typeof VERSION>[]): string =>
  versions
    .map(({ date, issue_date }) => issue_date ?? date)
    .sort()
    .at(-1) ?? FIRST_DAY;

/** The id of a section by its number: "171.103" of title 45. */
function idOf({ title, identifier }: z.infer<typeof VERSION>): string | null {
  const citation = parseCitation(`${title} CFR ${identifier}`);
  return citation?.section === undefined ? null : regulationId({ ...citation, paragraphs: [] });
}
