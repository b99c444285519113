import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { GraphQLError } from 'graphql';
import { ARGUMENTS, parseNeighborhood, parseWhole } from '../arguments/neighborhood-text.ts';
import { EXPORT_FORMAT_NAMES, EXPORT_FORMATS, formatNamed } from '../export/formats.ts';
import type { ExportedGraph, ExportFormat } from '../export/graph.ts';
import { jsonLines } from '../export/json-lines.ts';
import { openWholeGraph, readNeighborhood, wholeGraphAs } from '../export/read-graph.ts';
import { SAFE, safeVariant } from '../export/safe.ts';
import type { Graph } from '../graph/connect.ts';
import { performOnGraph, UsageError } from './command.ts';
import type { Progress } from './progress.ts';

interface Options extends Partial<Record<string, string | string[]>> {
  format: string;
  out?: string;
  safe?: string;
  /** The public address of the server. Glossograph's own IRIs begin with it. */
  base?: string | undefined;
}

/** A command waits longer than a request does: each statement has two minutes, the whole export has no limit. */
const BOUNDS = { stepMs: 120_000, totalMs: 0 };
/** How many times an export starts when the graph changes during it. */
const ATTEMPTS = 3;

/** `glossograph export` */
export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description(
      'export the whole graph or a neighborhood; exports of the same graph in the same format are always byte-for-byte identical',
    )
    .addOption(new Option('--format <name>', 'the output format').choices(EXPORT_FORMAT_NAMES).default(jsonLines.name));
  for (const { name, about, many } of ARGUMENTS) {
    const flag = `--${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`;
    command.option(`${flag} ${many ? '<values...>' : '<value>'}`, about);
  }
  command
    .option(`--${SAFE.name} <program>`, SAFE.about)
    .option('--out <file>', 'the output file (default: standard output)')
    .addHelpText(
      'after',
      `\nFormats:\n${EXPORT_FORMATS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}`,
    )
    .action((options: Options) =>
      performOnGraph(
        async ({ graph }, { config, progress }) => {
          const format = formatNamed(options.format) ?? jsonLines;
          progress.step('Exporting');
          const named = { ...options, base: config.PUBLIC_URL };
          const counts = await exportTo(options.out, graph, format, named, progress).catch((error) => {
            throw error instanceof GraphQLError ? new UsageError(error.message) : error;
          });
          progress.done(
            `Exported ${inWords(counts)} as ${format.name}${options.out === undefined ? '' : ` to ${options.out}`}`,
          );
        },
        { isOldFormFine: true },
      ),
    );
}

/** What a format read; a table reads only what it holds. */
interface Counts {
  nodes: number;
  edges: number;
  mappings: number;
}

const COUNTED: readonly (readonly [keyof Counts, what: string])[] = [
  ['nodes', 'entities'],
  ['edges', 'relations'],
  ['mappings', 'terms with mappings'],
];

/** "452 entities and 1371 relations" */
function inWords(counts: Counts): string {
  const read = COUNTED.flatMap(([key, what]) => (counts[key] > 0 ? [`${counts[key]} ${what}`] : []));
  return read.length === 0 ? 'the graph' : read.join(' and ');
}

/**
 * Writes to a file, which appears only when it is complete, or to standard output. Output cannot be taken back, so there
 * a change of the graph is a failure.
 */
async function exportTo(
  out: string | undefined,
  graph: Graph,
  format: ExportFormat,
  options: Options,
  progress: Progress,
): Promise<Counts> {
  if (out === undefined || !(await isFile(out))) {
    const { text, counts } = await opened(graph, format, options, progress);
    await pipeline(text, out === undefined ? process.stdout : createWriteStream(out), { end: out !== undefined });
    return counts;
  }
  const part = `${out}.part`;
  for (let attempt = 1; ; attempt += 1) {
    const { text, counts } = await opened(graph, format, options, progress);
    try {
      await pipeline(text, createWriteStream(part));
      await rename(part, out);
      return counts;
    } catch (error) {
      await rm(part, { force: true });
      const changed = error instanceof GraphQLError && error.extensions.code === 'CONFLICT';
      if (!changed || attempt === ATTEMPTS) throw error;
      progress.say('The graph changed during the export. The export is starting over.');
    }
  }
}

/** Whether a path is a regular file or does not exist yet, rather than a pipe or a device. */
async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}

async function opened(graph: Graph, named: ExportFormat, options: Options, progress: Progress) {
  const format = safeVariant(named, [options.safe ?? []].flat());
  const asked = parseNeighborhood((name) => [options[name] ?? []].flat());
  const counts: Counts = { nodes: 0, edges: 0, mappings: 0 };
  if (asked !== null) {
    const deadline = Date.now() + BOUNDS.stepMs;
    const found = await readNeighborhood(graph, asked.params, asked.question, { deadline });
    const { exact, reasons, omittedNodes } = found.about.completeness;
    if (!exact)
      progress.say(`The export is incomplete: at least ${omittedNodes} nodes are missing (${reasons.join(', ')}).`);
    return { text: format.write({ ...counted(found, counts, progress), base: options.base }), counts };
  }
  const { filter } = parseWhole((name) => [options[name] ?? []].flat());
  const whole = await openWholeGraph(graph, BOUNDS, filter);
  return { text: wholeGraphAs(format, { ...whole, ...counted(whole, counts, progress), base: options.base }), counts };
}

/** The same graph, which reports the progress of its reader. */
function counted(graph: ExportedGraph, counts: Counts, progress: Progress): ExportedGraph {
  async function* count<Item>(items: AsyncIterable<Item>, what: keyof Counts): AsyncGenerator<Item> {
    for await (const item of items) {
      counts[what] += 1;
      if ((counts.nodes + counts.edges) % 1_000 === 0) {
        progress.note(`${counts.nodes} entities, ${counts.edges} relations`);
      }
      yield item;
    }
  }
  const { mappings } = graph;
  return {
    ...graph,
    nodes: () => count(graph.nodes(), 'nodes'),
    edges: () => count(graph.edges(), 'edges'),
    ...(mappings && { mappings: () => count(mappings(), 'mappings') }),
  };
}
