import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Remark } from '../errors.ts';
import {
  OrganizationsFile,
  type Provision,
  RegulationFile,
  SourcesFile,
  StandardsFile,
  StatutesFile,
  type Term,
  TermFile,
} from './shapes.ts';

type Path = readonly PropertyKey[];

/** Something that was read, and where each part of it stands. */
export interface Read<Value> {
  value: Value;
  /** A fault or note at a place within it. */
  at(path: Path, message: string): Remark;
}

/** A section of a term's page. */
export interface Section {
  heading: string;
  body: string;
}

/** A seed folder, read. What could not be read is among the faults and nowhere else. */
export interface SeedFiles {
  terms: Read<Term & { slug: string; sections: Section[] }>[];
  sources: Read<z.output<typeof SourcesFile>>[];
  organizations: Read<z.output<typeof OrganizationsFile>>[];
  statutes: Read<z.output<typeof StatutesFile>>[];
  standards: Read<z.output<typeof StandardsFile>>[];
  regulations: Read<Provision>[];
  faults: Remark[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Reads every file of a seed folder. Files are named as a person would: from the folder on. */
export async function readSeedFiles(dir: string): Promise<SeedFiles> {
  const faults: Remark[] = [];
  const all = async <Schema extends z.ZodType>(files: string[], schema: Schema) => {
    const read = await Promise.all(
      files.map(async (file) => parseYaml(file, await readFile(join(dir, file), 'utf8'), schema, faults)),
    );
    return read.filter((one) => one !== null);
  };
  const inFolder = async (folder: string, ending: string) =>
    (await readdir(join(dir, folder)).catch(() => []))
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => `${folder}/${file}`);
  const present = async (file: string) => ((await readdir(dir)).includes(file) ? [file] : []);
  const terms = await Promise.all(
    (await inFolder('terms', '.md')).map(async (file) =>
      readTerm(file, await readFile(join(dir, file), 'utf8'), faults),
    ),
  );
  return {
    terms: terms.filter((one) => one !== null),
    sources: await all(await inFolder('sources', '.yaml'), SourcesFile),
    organizations: await all(await present('organizations.yaml'), OrganizationsFile),
    statutes: await all(await present('statutes.yaml'), StatutesFile),
    standards: await all(await present('standards.yaml'), StandardsFile),
    regulations: await all(await inFolder('regulations', '.yaml'), RegulationFile),
    faults,
  };
}

/** YAML by a shape, with the lines of its faults; null when it has any. */
function parseYaml<Schema extends z.ZodType>(
  file: string,
  yaml: string,
  schema: Schema,
  faults: Remark[],
  linesBefore = 0,
): Read<z.output<Schema>> | null {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    faults.push({ file, line: lines.linePos(error.pos[0]).line + linesBefore, message: `YAML: ${error.message}` });
  }
  if (document.errors.length > 0) return null;
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + linesBefore;
    }
    return 1 + linesBefore;
  };
  const at = (path: Path, message: string): Remark => ({ file, line: lineOf(path), message });
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, at };
  for (const { path, message } of parsed.error.issues) {
    faults.push(at(path, path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message));
  }
  return null;
}

function readTerm(file: string, source: string, faults: Remark[]): SeedFiles['terms'][number] | null {
  const found = FRONT_MATTER.exec(source);
  if (!found) {
    faults.push({ file, line: 1, message: 'begin with front matter between two lines of ---' });
    return null;
  }
  const [whole, front = ''] = found;
  const read = parseYaml(file, front, TermFile, faults, 1);
  if (read === null) return null;
  const slug = file.replace(/^terms\//, '').replace(/\.md$/, '');
  return { value: { ...read.value, slug, sections: sectionsOf(source.slice(whole.length)) }, at: read.at };
}

/** The sections under second-level headings, each body as it is written. */
export function sectionsOf(markdown: string): Section[] {
  const { children } = fromMarkdown(markdown);
  const headings = children.filter((node) => node.type === 'heading' && node.depth === 2);
  return headings.map((heading, i) => {
    const [start, end] = [
      heading.position?.end.offset ?? 0,
      headings[i + 1]?.position?.start.offset ?? markdown.length,
    ];
    const title = markdown.slice(heading.position?.start.offset, start).replace(/^##\s*|\s*#*$/g, '');
    return { heading: title, body: markdown.slice(start, end).trim() };
  });
}
