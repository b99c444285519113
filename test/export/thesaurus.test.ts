/** A foreign thesaurus, imported and exported as RDF, says all that it said, word for word, beside what we say of it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNamed } from '../../src/export/formats.ts';
import { openWholeGraph, wholeGraphAs } from '../../src/export/read-graph.ts';
import { recordsOfTurtle } from '../../src/export/turtle-reader.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { besidePath } from '../setup/beside.ts';
import { all } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { hasRealData } from '../setup/real-data.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-thesaurus-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Term {
  termType: string;
  value: string;
  language?: string;
  datatype?: { value: string };
}
interface Triple {
  subject: Term;
  predicate: Term;
  object: Term;
}

/**
 * Triples as texts. Labels of blank nodes mean nothing, so a blank node is written as what is said of it, two steps deep.
 */
function told(triples: readonly Triple[]): Set<string> {
  const about = new Map<string, Triple[]>();
  for (const one of triples) about.set(one.subject.value, [...(about.get(one.subject.value) ?? []), one]);
  const named = ({ termType, value, language, datatype }: Term, deep: number): string => {
    if (termType === 'Literal') return JSON.stringify([value, language?.toLowerCase() || datatype?.value]);
    if (termType !== 'BlankNode') return value;
    if (deep === 0) return '_:';
    const said = (about.get(value) ?? []).map(({ predicate, object }) => [predicate.value, named(object, deep - 1)]);
    return JSON.stringify(said.sort());
  };
  return new Set(
    triples.map(({ subject, predicate, object }) => [named(subject, 2), predicate.value, named(object, 2)].join(' ')),
  );
}

const turtle = (text: string) => told(new Parser({ format: 'text/turtle' }).parse(text) as Triple[]);
const READ: Readonly<Record<string, (text: string) => Promise<Set<string>>>> = {
  turtle: async (text) => turtle(text),
  'json-ld': async (text) => told((await jsonld.toRDF(JSON.parse(text))) as Triple[]),
};

async function exported(format: string, vocabularies: string[]) {
  const opened = await openWholeGraph(graph(), { stepMs: 60_000, totalMs: 120_000 }, { labels: null, vocabularies });
  const named = formatNamed(format);
  if (named === undefined) throw new Error(`there is no format ${format}`);
  return (await all(wholeGraphAs(named, { ...opened, base: 'https://terms.example' }))).join('');
}

const RIGGING = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix own: <https://rigging.example/model#> .
@prefix : <https://rigging.example/> .
:scheme a skos:ConceptScheme ; dct:title "Rigging"@en, "Takelage"@de, "Gréement"@fr ; skos:hasTopConcept :rig ;
  dct:license <https://licenses.example/open> .
:rig a skos:Concept, own:Part ; skos:prefLabel "Rig"@en, "Takelung"@de ; skos:inScheme :scheme ; dct:identifier "R-1" ;
  skos:narrower :mast, :elsewhere ; dct:created "2001-02-03"^^<http://www.w3.org/2001/XMLSchema#date> .
:mast a skos:Concept ; skos:broader :rig ; skos:topConceptOf :other ; own:height 12.50 ;
  xl:prefLabel [ a xl:Label ; xl:literalForm "Mast"@en ; own:gender own:none ] ;
  xl:altLabel [ a xl:Label ; xl:literalForm "Espar"@fr ; dct:source [ own:page 7 ] ] ;
  skos:definition [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "A tall \\"spar\\".\\nIt holds sails."@en ] .
:group a skos:Collection ; skos:prefLabel "Spars"@en ; skos:member :mast .
[] a own:Note ; own:about :rig .
`;

describe('a thesaurus of our own making', () => {
  test.each(Object.keys(READ))('is all there in %s, with our words beside', async (format) => {
    await empty();
    await writeFile(join(folder, 'rigging.ttl'), RIGGING);
    await importGlossaries(driver(), database, { files: [join(folder, 'rigging.ttl')] });
    const found = await READ[format]?.(await exported(format, ['rigging']));
    expect([...turtle(RIGGING)].filter((one) => !found?.has(one))).toEqual([]);
    expect(found).toContain(
      'https://rigging.example/mast http://purl.org/dc/terms/identifier ["Term:rigging/mast","http://www.w3.org/2001/XMLSchema#string"]',
    );
  });

  test('is the same records when its export in Turtle is read back', async () => {
    const text = await exported('turtle', ['rigging']);
    const { entities } = await recordsOfTurtle('rigging.ttl', text);
    expect(entities.filter(({ kind }) => kind === 'TERM').map(({ id, label }) => [id, label])).toEqual([
      ['Term:rigging/mast', 'Mast'],
      ['Term:rigging/rig', 'Rig'],
    ]);
  });
});

describe.skipIf(!hasRealData)('real thesauri', () => {
  test.each(['hcrt.ttl', 'yso-sample.ttl', 'eu-frequency.skos-xl.ttl', 'eu-data-theme.skos-xl.ttl'])(
    '%s is all there, in Turtle and in JSON-LD',
    async (name) => {
      await empty();
      const file = besidePath(`thesaurus/${name}`);
      await importGlossaries(driver(), database, { files: [file], vocabulary: basename(name).split('.')[0] });
      const wanted = [...turtle(readFileSync(file, 'utf8'))];
      for (const [format, read] of Object.entries(READ)) {
        const found = await read(await exported(format, [basename(name).split('.')[0] ?? '']));
        expect(
          wanted.filter((one) => !found.has(one)),
          format,
        ).toEqual([]);
      }
    },
    60_000,
  );
});
