import { type ChainStepRow, chainOf, definition } from '../cypher/definition/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { type Chain, chainEnd } from '../src/law/chain.ts';
import { builder } from './builder.ts';
import { Regulation, Term } from './refs.ts';

const ChainEnd = builder.enumType('ChainEnd', {
  description: 'How a chain of definitions ends.',
  values: {
    TERMINAL: { description: 'The chain ends at text that defines the term.' },
    UNRESOLVED: { description: 'The chain ends at a citation of something that is not imported.' },
    CYCLE: { description: 'The chain returns to a definition that it already contains.' },
  } as const,
});

const DefinitionStep = builder.objectRef<ChainStepRow>('DefinitionStep');

/** The properties of a [:DEFINES] relation. */
interface DefinesRelation {
  text: string;
  validFrom: string | null;
  validTo: string | null;
}

export const Definition = builder.objectRef<DefinesRelation>('Definition').implement({
  description: 'A legal definition of a term: the provision that defines it, its text, and where and when it governs.',
  fields: (t) => ({
    term: t.one(Term, { nullable: false, description: 'The defined term.', fragment: relation.end }),
    regulation: t.one(Regulation, {
      nullable: false,
      description: 'The provision that defines it.',
      fragment: relation.start,
    }),
    text: t.exposeString('text', {
      description:
        "The official text of the definition. Until that text is imported, a summary in Glossograph's own words.",
    }),
    scope: t.one(Regulation, {
      nullable: false,
      description: 'The part, subpart, section or paragraph in which the definition governs.',
      fragment: definition.scope,
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the definition is in force.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the definition is no longer in force.',
    }),
    chain: t.many(DefinitionStep, {
      description: 'The steps from a definition that refers to another one, to the definition that ends the chain.',
      fragment: definition.chain,
    }),
    chainEnd: t.value({
      type: ChainEnd,
      description: 'How the chain ends.',
      cypher: chainOf,
      resolve: (chain: Chain) => chainEnd(chain),
    }),
  }),
});

DefinitionStep.implement({
  description: 'A step from a definition to the definition that it refers to.',
  fields: (t) => ({
    regulation: t.one(Regulation, {
      description: 'The provision that this step leads to. Null if it is not imported.',
      fragment: definition.stepRegulation,
    }),
    targetCitation: t.exposeString('targetCitation', {
      description: 'The canonical citation that this step leads to.',
    }),
    quote: t.exposeString('quote', { description: 'The words that refer to the other definition.' }),
    definition: t.one(Definition, {
      description: 'The definition at that place. Null if the place does not define the term.',
      fragment: definition.stepDefinition,
    }),
  }),
});
