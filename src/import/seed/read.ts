import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Remark } from '../../store/errors.ts';
import type { Collector } from './collector.ts';
import { SEED_LISTS } from './lists.ts';
import { readPage, type TermPage } from './page.ts';
import { RegulationFile, type SeedProvision, type SeedTerm, SourcesFile, TermFile } from './shapes.ts';
import { readYaml, type SeedItem } from './yaml.ts';

/** A term's file. The file name is the slug, the front matter describes the term, and the body is the page. */
export interface WrittenTerm extends SeedTerm {
  slug: string;
  page: TermPage;
}

/** The files of a seed folder. A file that could not be read appears only among the errors. */
export interface SeedFiles {
  terms: SeedItem<WrittenTerm>[];
  sources: SeedItem<z.output<typeof SourcesFile>>[];
  /** Functions that add the records of each list to a collector, in the order of `SEED_LISTS`. */
  lists: ((collector: Collector) => void)[];
  regulations: SeedItem<SeedProvision>[];
  faults: Remark[];
  /** Ids, or beginnings of ids, of entities in files that could not be read, such as "Term:ehr" or "Standard:". */
  unread: string[];
}

/** The files of a seed folder. A file of another name is a fault, as it would otherwise be ignored silently. */
const FILES = {
  terms: /^terms\/[a-z0-9]+(-[a-z0-9]+)*\.md$/,
  sources: /^sources\/[\w.-]+\.yaml$/,
  regulations: /^regulations\/[\w.-]+\.yaml$/,
} as const;
const BESIDE = /(^|\/)(\..*|README\.md)$/;
const FRONT_MATTER = /^---\n([\s\S]*?\n)---(?:\n|$)/;

/** Reads every file of a seed folder, in the order of names. The paths in remarks begin with the name of the folder. */
export async function readSeedFiles(dir: string): Promise<SeedFiles> {
  const faults: Remark[] = [];
  const root = basename(resolve(dir));
  const files = await filesIn(dir, faults);
  const textOf = async (file: string) =>
    (await readFile(join(dir, file), 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  const named = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const unread: string[] = [];
  const yaml = async <Schema extends z.ZodType>(pattern: RegExp, schema: Schema, label: string) => {
    const read: SeedItem<z.output<Schema>>[] = [];
    for (const file of named(pattern)) {
      const one = readYaml(`${root}/${file}`, await textOf(file), schema, faults);
      if (one) read.push(one);
      else unread.push(`${label}:`);
    }
    return read;
  };

  const lists: SeedFiles['lists'] = [];
  for (const { file, label, read } of SEED_LISTS) {
    if (!files.includes(file)) continue;
    const addTo = read(`${root}/${file}`, await textOf(file), faults);
    if (addTo) lists.push(addTo);
    else unread.push(`${label}:`);
  }

  const known = Object.values(FILES);
  const listed = SEED_LISTS.map(({ file }) => file);
  for (const file of files) {
    if (BESIDE.test(file) || listed.includes(file) || known.some((pattern) => pattern.test(file))) continue;
    faults.push({
      file: `${root}/${file}`,
      message: `this file is not allowed in a seed folder; the allowed files are terms/<slug>.md, sources/*.yaml, ${listed.join(', ')}, and regulations/*.yaml`,
    });
  }
  const terms: SeedItem<WrittenTerm>[] = [];
  for (const file of named(FILES.terms)) {
    const term = readTerm(`${root}/${file}`, await textOf(file), faults);
    if (term) terms.push(term);
    else unread.push(`Term:${basename(file, '.md')}`);
  }
  return {
    terms,
    sources: await yaml(FILES.sources, SourcesFile, 'Source'),
    lists,
    regulations: await yaml(FILES.regulations, RegulationFile, 'Regulation'),
    faults,
    unread,
  };
}

async function filesIn(dir: string, faults: Remark[]): Promise<string[]> {
  try {
    const entries = await readdir(dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length).replaceAll('\\', '/'))
      .sort();
  } catch {
    faults.push({ file: dir, message: 'the folder does not exist or cannot be read' });
    return [];
  }
}

function readTerm(file: string, text: string, faults: Remark[]): SeedItem<WrittenTerm> | null {
  const [whole = '', front = ''] = FRONT_MATTER.exec(text) ?? [];
  if (whole === '') {
    faults.push({
      file,
      line: 1,
      message: 'the file must begin with front matter that is enclosed by two lines of ---',
    });
    return null;
  }
  const linesBefore = whole.split('\n').length - 1;
  const page = readPage(text.slice(whole.length), (line, message) =>
    faults.push({ file, line: line + linesBefore, message }),
  );
  const { lines } = page;
  page.lines = {
    keyTakeaways: lines.keyTakeaways + linesBefore,
    sections: lines.sections.map((line) => line + linesBefore),
  };
  const read = readYaml(file, front, TermFile, faults, 1);
  return read && { value: { ...read.value, slug: basename(file, '.md'), page }, at: read.at };
}
