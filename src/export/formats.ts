import { csvEdges, csvNodes, csvSources } from './csv.ts';
import { cytoscape } from './cytoscape.ts';
import { d3 } from './d3.ts';
import { dot } from './dot.ts';
import { gexf } from './gexf.ts';
import type { ExportFormat } from './graph.ts';
import { graphml } from './graphml.ts';
import { graphology } from './graphology.ts';
import { jsonLd } from './json-ld.ts';
import { jsonLines } from './json-lines.ts';
import { sssom } from './sssom.ts';
import { turtle } from './turtle.ts';

/** All export formats, for URLs and the command line. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  jsonLines,
  cytoscape,
  graphology,
  d3,
  graphml,
  gexf,
  dot,
  jsonLd,
  turtle,
  csvNodes,
  csvEdges,
  csvSources,
  sssom,
];

/** The names of the formats. */
export const EXPORT_FORMAT_NAMES = EXPORT_FORMATS.map(({ name }) => name);

/** The format with a name, such as "jsonl". */
export const formatNamed = (name: string): ExportFormat | undefined => EXPORT_FORMATS.find((one) => one.name === name);
