import { readdirSync } from 'node:fs';
import { besidePath, besideProject } from './beside.ts';

/** Whether the real files of the eCFR are there. */
export const hasRealData = besideProject('real files of the eCFR', 'ecfr');

/** A real file of the eCFR. */
export const realFile = (name: string): string => besidePath(`ecfr/${name}`);

/** The names of all of them. Empty if they are missing, because vitest also runs the body of a skipped suite. */
export const REAL_FILES: readonly string[] = hasRealData
  ? readdirSync(realFile('.')).filter((name) => name.endsWith('.xml'))
  : [];

/** Those of Glossograph's own parts, with the day as of which each reads so. */
export const REAL = {
  bulk: { file: '45-171.bulk.2026-09-17.xml', asOf: '2026-09-17' },
  api: { file: '45-171.api-form.2026-09-17.xml', asOf: '2026-09-17' },
  excerpt: { file: '45-171.api-excerpt.xml', asOf: '2026-09-17' },
  early: { file: '45-171.2020-05-01.partial.derived.xml', asOf: '2020-05-01' },
  part170: { file: '45-170.2025-01.derived.xml', asOf: '2025-01-01' },
  part160: { file: '45-160.2025-01.derived.xml', asOf: '2025-01-01' },
  part172: { file: '45-172.2025-01-15.partial.derived.xml', asOf: '2025-01-15' },
  part164: { file: '45-164.2025-01.derived.xml', asOf: '2025-01-01' },
} as const;
