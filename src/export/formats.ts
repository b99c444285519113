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
import { turtle } from './turtle.ts';

/** Every form in which a graph can be written: for URLs, the command line and their messages. */
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
];

/** Their names, as messages list them. */
export const EXPORT_FORMAT_NAMES = EXPORT_FORMATS.map(({ name }) => name);

/** The format of a name. */
export const formatNamed = (name: string): ExportFormat | undefined => EXPORT_FORMATS.find((one) => one.name === name);
