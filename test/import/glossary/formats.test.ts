/** What each format says and a term keeps of it: the right value for every part that a thesaurus or a code system may have. */
import { describe, expect, test } from 'vitest';
import type { GlossaryFormat } from '../../../src/import/glossary/read/shape.ts';
import type { AliasRecord, TermRecord } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { derive, supplement } from './records.ts';

const PREFIXES = `
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix b: <https://boats.example/> .
`;

/** A sound file: its terms and aliases, its relations as `from TYPE to`, and what the reader and the importer tell. */
async function read(text: string, format: GlossaryFormat = 'turtle') {
  const derived = await derive(format === 'turtle' ? PREFIXES + text : text, format);
  expect(derived.faults).toEqual([]);
  expect(faultsOf('glossary:x', derived.records)).toEqual([]);
  const { entities, relations } = derived.records;
  const short = (id: string) => id.replace(/^(?:Term|Alias):kites\//, '');
  return {
    ...derived,
    terms: entities.filter((one): one is TermRecord => one.kind === 'TERM'),
    aliases: entities.filter((one): one is AliasRecord => one.kind === 'ALIAS'),
    relations: relations.map(({ type, from, to }) => `${short(from)} ${type} ${short(to)}`).sort(),
    told: [...derived.passedOver, ...derived.leftOut],
  };
}
const namesOf = (records: readonly { name: string }[]) => records.map(({ name }) => name).sort();
const spoken = (aliases: readonly AliasRecord[]) =>
  aliases.map(({ name, language = '' }) => (language === '' ? name : `${name}@${language}`)).sort();

describe('what is no concept', () => {
  test('collections, schemes, and the classes of SKOS are no terms', async () => {
    const { terms, title, told } = await read(`
      b:fleet a skos:ConceptScheme ; skos:prefLabel "Words of the harbor" ; skos:hasTopConcept b:boat .
      b:group a skos:Collection ; skos:prefLabel "Boats by hull" ; skos:member b:boat, b:raft .
      b:row a skos:OrderedCollection ; skos:prefLabel "Boats by size" ; skos:memberList ( b:raft b:boat ) .
      skos:Concept a owl:Class ; skos:definition "An idea or notion." ; rdfs:label "Concept" .
      skos:prefLabel a owl:DatatypeProperty ; skos:definition "The preferred label." .
      b:tonnage a owl:DatatypeProperty ; skos:definition "How much a boat holds." .
      b:boat a skos:Concept ; skos:prefLabel "Boat" .
      b:raft a skos:Concept ; skos:prefLabel "Raft" .
    `);
    expect(namesOf(terms)).toEqual(['Boat', 'Raft']);
    expect(title).toBe('Words of the harbor');
    expect(told).toEqual(['1 collection was left out.', '1 ordered collection was left out.']);
  });

  test('a resource of no type with the properties of a concept is a term', async () => {
    const { terms } = await read('b:boat skos:prefLabel "Boat" . b:raft skos:broader b:boat ; rdfs:label "Raft" .');
    expect(namesOf(terms)).toEqual(['Boat', 'Raft']);
  });

  test('a top concept is one, by either direction', async () => {
    const { terms } = await read(`
      b:fleet a skos:ConceptScheme ; skos:hasTopConcept b:boat .
      b:boat a skos:Concept ; skos:prefLabel "Boat" .
      b:harbor a skos:Concept ; skos:prefLabel "Harbor" ; skos:topConceptOf b:fleet .
      b:raft a skos:Concept ; skos:prefLabel "Raft" ; skos:broader b:boat .
    `);
    expect(terms.map(({ name, isTopConcept }) => [name, isTopConcept])).toEqual([
      ['Boat', true],
      ['Harbor', true],
      ['Raft', undefined],
    ]);
  });
});

describe('labels', () => {
  test('of SKOS-XL are read by their literal forms, and are no terms', async () => {
    const { terms, aliases, told } = await read(`
      b:boat a skos:Concept ; xl:prefLabel b:l1 ; xl:altLabel b:l2, [ a xl:Label ; xl:literalForm "Barque"@fr ] .
      b:l1 a xl:Label ; xl:literalForm "Boat"@en .
      b:l2 a xl:Label ; xl:literalForm "Craft"@en .
    `);
    expect(terms).toMatchObject([{ name: 'Boat', language: 'en', iri: 'https://boats.example/boat' }]);
    expect(spoken(aliases)).toEqual(['Barque@fr', 'Craft@en']);
    expect(told).toEqual([]);
  });

  test('that are written plainly and in SKOS-XL are one', async () => {
    const { terms, aliases, told } = await read(`
      b:boat a skos:Concept ; skos:prefLabel "Boat"@en ; xl:prefLabel [ xl:literalForm "Boat"@en ] ;
        skos:altLabel "Craft"@en ; xl:altLabel [ xl:literalForm "Craft"@en ] .
    `);
    expect(namesOf(terms)).toEqual(['Boat']);
    expect(terms[0]?.literalTexts).toEqual(['Boat', 'Craft']);
    expect(spoken(aliases)).toEqual(['Craft@en']);
    expect(told).toEqual([]);
  });

  test('keep their languages, and one spelling in two languages is two aliases', async () => {
    const { terms, aliases, relations } = await read(`
      b:boat a skos:Concept ; skos:prefLabel "Boot"@de, "Boat"@en, "båt"@nb ; skos:altLabel "Skiff"@en, "Skiff"@de, "Hull" .
    `);
    expect(terms).toMatchObject([{ name: 'Boat', language: 'en' }]);
    expect(spoken(aliases)).toEqual(['Boot@de', 'Hull', 'Skiff@de', 'Skiff@en', 'båt@nb']);
    expect(relations).toHaveLength(5);
  });

  test('that are hidden are aliases', async () => {
    const { aliases, relations } = await read('b:boat skos:prefLabel "Boat" ; skos:hiddenLabel "baot" .');
    expect(aliases).toMatchObject([{ name: 'baot', aliasKind: 'VARIANT' }]);
    expect(relations).toEqual(['baot ALIAS_OF boat']);
  });

  test('that are missing are told, and the end of the IRI is the name', async () => {
    const { terms, told } = await read(`
      b:fishing%20boat a skos:Concept . b:100%25 a skos:Concept . <https://boats.example/50%> a skos:Concept .
      [] a skos:Concept ; skos:definition "Something." .
    `);
    expect(namesOf(terms)).toEqual(['100%', '50%', 'fishing boat']);
    expect(told).toEqual([
      'The concept https://boats.example/fishing%20boat has no label. Its name, "fishing boat", is taken from its IRI.',
      'The concept https://boats.example/100%25 has no label. Its name, "100%", is taken from its IRI.',
      'The concept https://boats.example/50% has no label. Its name, "50%", is taken from its IRI.',
      'A concept was left out, because it has neither a label nor an IRI.',
    ]);
  });

  test('that another term has as its name are told as ambiguous, in any language', async () => {
    const { ambiguous } = await read(
      'b:a skos:prefLabel "Boat" ; skos:altLabel "Raft"@en . b:b skos:prefLabel "Raft" .',
    );
    expect(ambiguous).toEqual([{ alias: 'Raft', denotes: ['Term:kites/boat', 'Term:kites/raft'] }]);
  });
});

describe('what a concept says', () => {
  test('definitions and notes of all languages are sections, ours first', async () => {
    const { terms } = await read(`
      b:boat skos:prefLabel "Boat"@en ; skos:definition "Ce qui flotte."@fr, "What floats."@en ;
        skos:scopeNote "Ohne Schiffe."@de ; skos:example "A canoe." ; dct:source "Book of Boats" .
    `);
    expect(terms[0]).toMatchObject({
      ...{ definition: 'What floats.', sourceIds: ['Source:x', 'Source:book-of-boats'] },
      sectionHeadings: [
        ...['Definition (Book of Boats)', 'Definition (Book of Boats) (fr)', 'Scope note (de)', 'Example'],
      ],
      sectionBodies: ['What floats.', 'Ce qui flotte.', 'Ohne Schiffe.', 'A canoe.'],
    });
    const { terms: unsourced } = await read('b:boat skos:prefLabel "Boat" ; skos:definition "Ce qui flotte."@fr .');
    expect(unsourced[0]?.sectionHeadings).toEqual(['Definition (fr)']);
  });

  test('mappings are kept, each by its property', async () => {
    const { terms, relations } = await read(`
      b:boat skos:prefLabel "Boat" ; skos:exactMatch <https://a.example/1> ; skos:closeMatch <https://a.example/2> ;
        skos:broadMatch <https://a.example/3> ; skos:narrowMatch <https://a.example/4> ; skos:relatedMatch <https://a.example/5> .
    `);
    expect(terms[0]).toMatchObject({
      mappingPredicates: ['EXACT', 'CLOSE', 'BROAD', 'NARROW', 'RELATED'],
      mappingIris: [1, 2, 3, 4, 5].map((i) => `https://a.example/${i}`),
    });
    expect(relations).toEqual([]);
  });

  test('IRI, code, deprecation, and literals are kept as written', async () => {
    const { terms } = await read(`
      b:boat a skos:Concept ; skos:prefLabel "Boat"@en ; skos:notation "12.5"^^b:code ; owl:deprecated true .
      b:raft a skos:Concept ; skos:prefLabel "Raft" ; owl:deprecated false .
      <urn:boats:1> a skos:Concept ; skos:prefLabel "Canoe" .
      <#yacht> a skos:Concept ; skos:prefLabel "Yacht" .
    `);
    const [boat, raft, canoe, yacht] = terms;
    expect(boat).toMatchObject({
      ...{ iri: 'https://boats.example/boat', url: 'https://boats.example/boat', notation: '12.5', isDeprecated: true },
      ...{ literalProperties: ['skos:prefLabel', 'skos:notation'], literalTexts: ['Boat', '12.5'] },
      literalTags: ['en', '^^https://boats.example/code'],
    });
    expect(raft).not.toHaveProperty('isDeprecated');
    expect(canoe).toMatchObject({ iri: 'urn:boats:1' });
    expect(canoe).not.toHaveProperty('url');
    expect(yacht).not.toHaveProperty('iri'); // the file does not say where it is
  });

  test('relations are the same by broader and by narrower; those that lead out of the file are told', async () => {
    const up = await read('b:raft skos:prefLabel "Raft" ; skos:broader b:boat . b:boat skos:prefLabel "Boat" .');
    const down = await read('b:raft skos:prefLabel "Raft" . b:boat skos:prefLabel "Boat" ; skos:narrower b:raft .');
    expect(up.relations).toEqual(['raft BROADER boat']);
    expect(down.relations).toEqual(up.relations);
    const out = await read('b:boat skos:prefLabel "Boat" ; skos:narrower b:x ; skos:broader b:y ; skos:related b:z .');
    expect(out.relations).toEqual([]);
    expect(out.told).toEqual([
      'The relation BROADER from https://boats.example/x to https://boats.example/boat was left out, because https://boats.example/x is not a term in the file.',
      'The relation BROADER from "Boat" to https://boats.example/y was left out, because https://boats.example/y is not a term in the file.',
      'The relation RELATED_TO from "Boat" to https://boats.example/z was left out, because https://boats.example/z is not a term in the file.',
    ]);
  });
});

describe('names', () => {
  const slugs = (terms: readonly TermRecord[]) => terms.map(({ slug }) => slug.replace('kites/', '')).sort();

  test('that several concepts have stay apart, with the ends of their IRIs', async () => {
    const { terms, merges, relations } = await read(`
      b:river a skos:Concept ; skos:prefLabel "Bank" ; skos:definition "Land beside water." .
      b:money a skos:Concept ; skos:prefLabel "bank" ; skos:definition "A house for money." ; skos:related b:other .
      b:other a skos:Concept ; skos:prefLabel "Bank money" ; skos:broader b:river .
    `);
    expect(terms.map(({ slug, definition }) => [slug, definition])).toEqual([
      ['kites/bank-river', 'Land beside water.'],
      [expect.stringMatching(/^kites\/bank-money-[0-9a-f]{8}$/), 'A house for money.'],
      ['kites/bank-money', undefined],
    ]);
    expect(merges).toEqual([]);
    expect(relations).toHaveLength(2);
    expect(relations).toContain('bank-money BROADER bank-river');
  });

  test('stay apart even if their IRIs end alike', async () => {
    const { terms } = await read(`
      <https://rivers.example/1> a skos:Concept ; skos:prefLabel "Bank" .
      <https://money.example/1> a skos:Concept ; skos:prefLabel "Bank" .
      <https://games.example/2> a skos:Concept ; skos:prefLabel "Bank" .
    `);
    expect(slugs(terms)).toEqual(['bank-2', 'bank-https-money-example-1', 'bank-https-rivers-example-1']);
  });

  test('of concepts with codes stay apart, too', async () => {
    const concept = ['a1', 'b2'].map((code) => ({ code, display: 'Other', definition: `Of ${code}.` }));
    const { terms } = await read(JSON.stringify({ resourceType: 'CodeSystem', concept }), 'fhir');
    expect(terms.map(({ slug, notation, definition }) => [slug, notation, definition])).toEqual([
      ['kites/other-a1', 'a1', 'Of a1.'],
      ['kites/other-b2', 'b2', 'Of b2.'],
    ]);
  });

  test('of entries without a key are one term', async () => {
    const text = JSON.stringify(['Boat', 'boat', ' BOAT '].map((term) => ({ term })));
    const { terms, merges } = await read(text, 'json');
    expect(namesOf(terms)).toEqual(['Boat']);
    expect(merges).toHaveLength(2);
  });

  test.each([
    ['Devanagari', ['दिन', 'दीन', 'दान']],
    ['Thai', ['กิน', 'กีน', 'กาน', 'ก่อน', 'ก้อน']],
    ['Tamil', ['கல்', 'கால்', 'கள்']],
  ])('in %s that differ in a sign stay apart, with slugs that say them', async (_, names) => {
    const { terms } = await read(JSON.stringify(names.map((term) => ({ term }))), 'json');
    expect(terms.map(({ name }) => name)).toEqual(names);
    expect(terms.map(({ slug }) => slug.normalize('NFC'))).toEqual(
      names.map((name) => `kites/${name}`.normalize('NFC')),
    );
  });

  test('that differ in an accent are two, of which one has the plain slug', async () => {
    const { terms } = await read('term,definition\nrésumé,A life.\nresume,To go on.\n', 'csv');
    expect(terms.map(({ name, slug }) => [name, slug])).toEqual([
      ['résumé', expect.stringMatching(/^kites\/resume-[0-9a-f]{8}$/)],
      ['resume', 'kites/resume'],
    ]);
  });
});

describe('a code system', () => {
  const system = (...concept: object[]) => read(JSON.stringify({ resourceType: 'CodeSystem', concept }), 'fhir');

  test('has one relation by child, by parent, by subsumedBy, and by nesting', async () => {
    const boat = { code: 'boat', display: 'Boat' };
    const raft = { code: 'raft', display: 'Raft' };
    const says = (code: string, valueCode: string) => ({ property: [{ code, valueCode }] });
    for (const concepts of [
      [{ ...boat, ...says('child', 'raft') }, raft],
      [boat, { ...raft, ...says('parent', 'boat') }],
      [boat, { ...raft, ...says('subsumedBy', 'boat') }],
      [{ ...boat, concept: [raft] }],
      [{ ...boat, concept: [{ ...raft, ...says('parent', 'boat') }], ...says('child', 'raft') }],
    ]) {
      const { relations, told } = await system(...concepts);
      expect(relations).toEqual(['raft BROADER boat']);
      expect(told).toEqual([]);
    }
    const { told } = await system(
      { ...boat, property: [{ code: 'child', valueCode: 'x' }] },
      { ...raft, ...says('parent', 'y') },
    );
    expect(told).toEqual([
      'The relation BROADER from x to "boat" was left out, because x is not a term in the file.',
      'The relation BROADER from "Raft" to y was left out, because y is not a term in the file.',
    ]);
  });

  test('says codes, languages, and what must not be used any more', async () => {
    const { terms, aliases } = await system(
      { code: 'boat', display: 'Boat', designation: [{ language: 'de', value: 'Boot' }, { value: 'Craft' }] },
      ...['inactive', 'deprecated', 'retired'].map((code) => ({ code, property: [{ code, valueBoolean: true }] })),
      { code: 'raft', property: [{ code: 'inactive', valueBoolean: false }] },
    );
    expect(terms.map(({ name, notation, isDeprecated }) => [name, notation, isDeprecated])).toEqual([
      ['Boat', 'boat', undefined],
      ...['inactive', 'deprecated', 'retired'].map((code) => [code, code, true]),
      ['raft', 'raft', undefined],
    ]);
    expect(spoken(aliases)).toEqual(['Boot@de', 'Craft']);
  });

  test('that is a supplement names known codes, and creates no concept', async () => {
    const text = JSON.stringify({
      ...{ resourceType: 'CodeSystem', content: 'supplement', supplements: 'https://boats.example/kinds|2.0' },
      concept: [
        { code: 'boat', designation: [{ language: 'de', value: 'Boot' }, { value: 'boat' }, { value: 'Craft' }] },
        { code: 'raft', display: 'Raft', designation: [{ value: 'Craft' }] },
        { code: 'tub', designation: [{ value: 'Tub' }] },
      ],
    });
    const { supplements, faults, leftOut, records } = await supplement(text, [
      { id: 'Term:kites/boat', name: 'Boat', notation: 'boat' },
      { id: 'Term:kites/raft', name: 'Raft', notation: 'raft' },
    ]);
    expect([supplements, faults]).toEqual(['https://boats.example/kinds', []]);
    expect(records.entities).toMatchObject([
      { kind: 'ALIAS', id: 'Alias:kites/boot-de', name: 'Boot', language: 'de', vocabulary: 'kites' },
      { kind: 'ALIAS', id: 'Alias:kites/craft', name: 'Craft', vocabulary: 'kites' },
    ]);
    expect(records.entities).toHaveLength(2);
    expect(records.relations.map(({ id }) => id)).toEqual([
      'Alias:kites/boot-de-ALIAS_OF-Term:kites/boat',
      'Alias:kites/craft-ALIAS_OF-Term:kites/boat',
      'Alias:kites/craft-ALIAS_OF-Term:kites/raft',
    ]);
    expect(leftOut).toEqual(['The code "tub" was left out, because the supplemented code system does not contain it.']);
  });
});

describe('CSV', () => {
  test.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a bar', '|'],
  ])('with %s between the cells', async (_, separator) => {
    const rows = [
      ['Term', 'Definition', 'Aliases', 'Keeper'],
      ['Boat', '"What floats; mostly, or\tnot | so"', '"Craft|Hull"', 'Ann'],
      ['Raft', 'Logs', '', ''],
    ];
    const text = `\uFEFF${rows.map((row) => row.join(separator)).join('\r\n')}\r\n`;
    const { terms, aliases, told } = await read(text, 'csv');
    expect(terms.map(({ name, definition }) => [name, definition])).toEqual([
      ['Boat', 'What floats; mostly, or not | so'],
      ['Raft', 'Logs'],
    ]);
    expect(namesOf(aliases)).toEqual(['Craft', 'Hull']);
    expect(told).toEqual(['The column "Keeper" was ignored.']);
  });

  test('with quoted column names', async () => {
    const { terms } = await read('"term";"definition"\n"Boat";"What floats, mostly"\n', 'csv');
    expect(terms).toMatchObject([{ name: 'Boat', definition: 'What floats, mostly' }]);
  });

  test('tells a comma in an alias, which is one alias', async () => {
    const { aliases, told } = await read('term,aliases\nBoat,"boat, small; Craft"\nRaft,Logs\n', 'csv');
    expect(namesOf(aliases)).toEqual(['Craft', 'Logs', 'boat, small']);
    expect(told).toEqual([
      'The comma in "boat, small" (line 2) does not separate aliases. To separate aliases, use "|" or ";".',
    ]);
  });
});

describe('conditions of the SKOS Reference', () => {
  const NAMED = 'b:a skos:prefLabel "A" . b:b skos:prefLabel "B" . b:c skos:prefLabel "C" .';
  const broken = async (text: string) => (await read(text)).told.filter((one) => one.startsWith('SKOS condition'));
  const told = (condition: string, rest: string) =>
    `SKOS condition ${condition} is violated: https://boats.example/${rest.replaceAll('b:', 'https://boats.example/')}.`;
  const related = [told('S27', 'a is skos:related to b:c, which is broader or narrower')];

  test.each<[string, string, string[]]>([
    ['S9', 'b:s a skos:Concept, skos:ConceptScheme .', [told('S9', 's is a concept and a concept scheme')]],
    [
      'S9 by use',
      'b:s skos:hasTopConcept b:a ; skos:broader b:b .',
      [told('S9', 's is a concept and a concept scheme')],
    ],
    [
      'S13',
      'b:s skos:prefLabel "S"@en ; skos:altLabel "S"@en .',
      [told('S13', 's has "S"@en as skos:prefLabel and skos:altLabel')],
    ],
    [
      'S13 of hidden labels',
      'b:s skos:altLabel "S" ; skos:hiddenLabel "S" .',
      [told('S13', 's has "S" as skos:altLabel and skos:hiddenLabel')],
    ],
    [
      'S14',
      'b:s skos:prefLabel "S"@de, "T"@de .',
      [told('S14', 's has several skos:prefLabel values in the language de')],
    ],
    [
      'S14 without a language',
      'b:s skos:prefLabel "S", "T" .',
      [told('S14', 's has several skos:prefLabel values without a language')],
    ],
    [
      'S14 by SKOS-XL',
      'b:s skos:prefLabel "S"@de ; xl:prefLabel [ xl:literalForm "T"@de ] .',
      [told('S14', 's has several skos:prefLabel values in the language de')],
    ],
    ['S27', 'b:a skos:related b:c ; skos:broader b:c .', related],
    ['S27 through others', 'b:a skos:related b:c ; skos:broader b:b . b:b skos:broader b:c .', related],
    ['S27 by narrower', 'b:a skos:related b:c . b:c skos:narrower b:b . b:b skos:narrower b:a .', related],
    ['S27 downward', 'b:a skos:related b:c . b:c skos:broader b:b . b:a skos:narrower b:b .', related],
    ['S27 by relatedMatch', 'b:a skos:relatedMatch b:c ; skos:broadMatch b:b . b:b skos:broader b:c .', related],
    ['S27 by broaderTransitive', 'b:a skos:related b:c ; skos:broaderTransitive b:c .', related],
    ['S37', 'b:s a skos:Collection ; skos:broader b:a .', [told('S37', 's is a concept and a collection')]],
    [
      'S37 of schemes',
      'b:s a skos:ConceptScheme, skos:OrderedCollection .',
      [told('S37', 's is a concept scheme and a collection')],
    ],
    [
      'S46',
      'b:a skos:exactMatch b:c ; skos:broadMatch b:c .',
      [told('S46', 'a has b:c as skos:exactMatch and skos:broadMatch')],
    ],
    [
      'S46 in the other direction',
      'b:c skos:exactMatch b:a . b:a skos:relatedMatch b:c .',
      [told('S46', 'a has b:c as skos:exactMatch and skos:relatedMatch')],
    ],
    [
      'S46 through others',
      'b:a skos:exactMatch b:b ; skos:narrowMatch b:c . b:b skos:exactMatch b:c .',
      [told('S46', 'a has b:c as skos:exactMatch and skos:narrowMatch')],
    ],
  ])('%s is told', async (_, text, expected) => {
    expect(await broken(`${NAMED}\n${text}`)).toEqual(expected);
  });

  test('a consistent file tells nothing', async () => {
    const text = `
      b:s a skos:ConceptScheme ; skos:prefLabel "S" ; skos:hasTopConcept b:a .
      b:g a skos:Collection ; skos:prefLabel "G" ; skos:member b:a, b:b, b:h . b:h a skos:Collection ; skos:member b:c .
      b:a a skos:Concept ; skos:prefLabel "A"@en, "A"@de, "Ah" ; skos:altLabel "B"@en ; skos:hiddenLabel "b"@en ;
        skos:narrower b:b, b:c ; skos:exactMatch <https://x.example/a> ; skos:broadMatch <https://x.example/b> ;
        skos:closeMatch <https://x.example/a> .
      b:b a skos:Concept ; skos:prefLabel "B"@en ; skos:broader b:a ; skos:related b:c ; skos:inScheme b:s .
      b:c a skos:Concept ; skos:prefLabel "C"@en ; skos:broader b:a ; skos:related b:b .
    `;
    expect(await broken(text)).toEqual([]);
    expect((await read(text)).told).toEqual(['2 collections were left out.']);
  });
});
