import { stringify } from 'csv-stringify/sync';
import type { MappedTerm, MappingsRow } from '../../cypher/export/index.ts';
import { exportedIriOf, iriOf } from '../model/iri.ts';
import { MATCH_OF } from '../model/mapping.ts';
import { VERSION } from '../version.ts';
import { ownIri } from './concepts.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';

/**
 * SSSOM, the Simple Standard for Sharing Ontological Mappings: a table with a header that explains its prefixes. The
 * table contains the mappings of terms to concepts in other vocabularies. A mapping that a file states has an
 * unspecified justification because files do not state how it was found. A mapping that a name suggests has the
 * justification of lexical matching, with the name.
 */
export const sssom: ExportFormat = {
  name: 'sssom',
  about: 'SSSOM: a table of mappings between vocabularies',
  mediaType: 'text/tab-separated-values',
  extension: 'sssom.tsv',
  write,
};

const COLUMNS = [
  ...['subject_id', 'subject_label', 'predicate_id', 'object_id', 'object_label', 'mapping_justification'],
  ...['subject_source', 'object_source', 'match_string', 'mapping_provider'],
];

const JUSTIFICATIONS = { PARSED: 'semapv:UnspecifiedMatching', MATCHED: 'semapv:LexicalMatching' } as const;

const OPTIONS = { delimiter: '\t', record_delimiter: '\n', quoted_match: /[\r\n\t"]|^\s|\s$/ } as const;

/** The rows are held in memory: the head, which comes first, has the prefixes that they need. */
async function* write({ base, mappings }: ExportedGraph): AsyncGenerator<string> {
  const curies = new Curies(base);
  const rows: string[] = [];
  if (mappings) for await (const row of mappings()) for (const one of rowsOf(row, curies)) rows.push(one);
  yield head(curies);
  yield stringify([COLUMNS], OPTIONS);
  yield* rows;
}

function* rowsOf({ subject, mappings }: MappingsRow, curies: Curies): Generator<string> {
  for (const { predicate, iri, rule, quote, sourceId, object } of mappings) {
    const isStated = rule === 'PARSED';
    yield stringify(
      [
        [
          ...[curies.ofTerm(subject), subject.label, `skos:${MATCH_OF[predicate]}`],
          ...[object ? curies.ofTerm(object) : curies.of(ownIri(iri) ?? iriOf(iri)), object?.label ?? ''],
          ...[JUSTIFICATIONS[rule], curies.ofScheme(subject), object ? curies.ofScheme(object) : ''],
          ...[isStated ? '' : quote, isStated && sourceId !== null ? curies.ours(sourceId) : ''],
        ].map((cell) => cell.toWellFormed()),
      ],
      OPTIONS,
    );
  }
}

function head(curies: Curies): string {
  const lines = [
    'curie_map:',
    ...curies.all().map(([prefix, namespace]) => `  ${prefix}: ${JSON.stringify(namespace)}`),
    `mapping_set_id: ${JSON.stringify(`${curies.namespace}mappings`)}`,
    'license: "https://w3id.org/sssom/license/unspecified"',
    'mapping_tool: "Glossograph"',
    `mapping_tool_version: ${JSON.stringify(VERSION)}`,
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

/** The prefixes that SSSOM predefines: see "Prefix map" in its specification. */
const PREDEFINED = { skos: 'http://www.w3.org/2004/02/skos/core#', semapv: 'https://w3id.org/semapv/vocab/' };

/** The short forms of IRIs, with a prefix for each namespace that is in use. */
class Curies {
  /** The beginning of Glossograph's own IRIs. */
  readonly namespace: string;
  private readonly base: string | undefined;
  private readonly prefixes = new Map<string, string>();

  constructor(base: string | undefined) {
    this.base = base?.replace(/\/$/, '');
    this.namespace = this.base === undefined ? 'urn:glossograph:' : `${this.base}/`;
  }

  /** A concept, identified by its original IRI or by Glossograph's IRI. */
  ofTerm({ id, iri }: MappedTerm): string {
    const own = ownIri(iri ?? undefined);
    return own === undefined ? this.ours(id) : this.of(own);
  }

  ofScheme({ vocabulary }: MappedTerm): string {
    return vocabulary === null ? '' : this.ours(`Vocabulary:${vocabulary}`);
  }

  /** An entity, a source, or a vocabulary, identified by Glossograph's IRI. */
  ours(id: string): string {
    return this.of(exportedIriOf(id, this.base));
  }

  /** The namespace ends after the last "#", "/", or ":". If the IRI itself ends there, the local name is empty. */
  of(iri: string): string {
    if (iri.startsWith(this.namespace)) return `glossograph:${iri.slice(this.namespace.length)}`;
    const [namespace = '', local = ''] = /^(.*[#/:])(.*)$/s.exec(iri)?.slice(1) ?? [];
    const known = this.prefixes.get(namespace) ?? `ns${this.prefixes.size + 1}`;
    this.prefixes.set(namespace, known);
    return `${known}:${local}`;
  }

  all(): [prefix: string, namespace: string][] {
    const others = [...this.prefixes].map(([namespace, prefix]): [string, string] => [prefix, namespace]);
    return [['glossograph', this.namespace], ...others, ...Object.entries(PREDEFINED)];
  }
}
