/** RDF read back by n3 and jsonld: relations are rdf:Statements, everything is found by its dcterms:identifier. */
import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, Store, type Term } from 'n3';
import { ENTITY_KINDS, LABEL_OF } from '../../src/model/kinds.ts';
import { labelOf, RELATION_TYPES } from '../../src/model/relations.ts';
import type { Read, Said } from './reading.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const IDENTIFIER = 'http://purl.org/dc/terms/identifier';
const OURS = 'urn:glossograph:vocabulary:';
const OTHER = 'urn:glossograph:property:';

export const readTurtle = (text: string): Read => ofStore(new Store(new Parser().parse(text)));

/** To N-Quads by jsonld, and those by n3. */
export async function readJsonLd(text: string): Promise<Read> {
  const quads = await jsonld.toRDF(JSON.parse(text) as JsonLdDocument, { format: 'application/n-quads' });
  return ofStore(new Store(new Parser({ format: 'N-Quads' }).parse(quads as unknown as string)));
}

function ofStore(store: Store): Read {
  const lists = store.extractLists();
  const ids = new Map(
    store.getQuads(null, IDENTIFIER, null, null).map(({ subject, object }) => [subject.id, object.value]),
  );
  const one = (subject: Term, predicate: string) => store.getObjects(subject, predicate, null)[0];
  const idOf = (term: Term | undefined) => ids.get(term?.id ?? '') ?? `no identifier: ${term?.id}`;

  const plainOf = (term: Term): unknown => {
    if (term.termType !== 'Literal') {
      const list = term.value === `${RDF}nil` ? [] : (lists[term.value] as Term[] | undefined);
      return list?.map((item) => (item.termType === 'BlankNode' ? pieceOf(item) : plainOf(item))) ?? idOf(term);
    }
    const type = term.datatype.value.split('#')[1];
    return type === 'boolean' ? term.value === 'true' : type === 'string' ? term.value : Number(term.value);
  };
  const pieceOf = (term: Term): Said => {
    const { source, ...said } = saidOf(term);
    return { ...said, sourceId: source };
  };
  const saidOf = (subject: Term): Said =>
    Object.fromEntries(
      store.getQuads(subject, null, null, null).flatMap(({ predicate: { value: name }, object }) => {
        const own = name.startsWith(OURS) ? name.slice(OURS.length) : undefined;
        const other = name.startsWith(OTHER) ? decodeURIComponent(name.slice(OTHER.length)) : undefined;
        const isRelation = own !== undefined && RELATION_TYPES.some((type) => predicateOf(type) === own);
        return isRelation || (own ?? other) === undefined ? [] : [[own ?? other, plainOf(object)]];
      }),
    );

  const read: Read = { nodes: new Map(), edges: new Map() };
  for (const kind of ENTITY_KINDS) {
    for (const subject of store.getSubjects(`${RDF}type`, `${OURS}${LABEL_OF[kind]}`, null)) {
      const label = one(subject, 'http://www.w3.org/2000/01/rdf-schema#label')?.value;
      read.nodes.set(idOf(subject), { ...saidOf(subject), kind, label });
    }
  }
  for (const subject of store.getSubjects(`${RDF}type`, `${RDF}Statement`, null)) {
    const predicate = one(subject, `${RDF}predicate`)?.value;
    const type = RELATION_TYPES.find((name) => OURS + predicateOf(name) === predicate);
    const [source, target] = [one(subject, `${RDF}subject`), one(subject, `${RDF}object`)];
    const isThere = source && target && predicate && store.countQuads(source, predicate, target, null) > 0;
    if (type === undefined || !isThere) throw new Error(`${subject.value}: no such triple`);
    const ends = { type, source: idOf(source), target: idOf(target), label: labelOf(type, 'OUT') };
    read.edges.set(idOf(subject), { ...saidOf(subject), ...ends });
  }
  return read;
}

const predicateOf = (type: string): string =>
  type
    .split('_')
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0] + word.slice(1).toLowerCase()))
    .join('');
