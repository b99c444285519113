import { chainOf, definition } from '../cypher/definition/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { type Chain, chainEnd } from '../src/law/chain.ts';
import { builder } from './builder.ts';
import { Regulation, Term } from './refs.ts';

const ChainEnd = builder.enumType('ChainEnd', {
  description: 'How a chain of definitions ends.',
  values: {
    TERMINAL: { description: 'At words that define.' },
    UNRESOLVED: { description: 'At a citation that leads to nothing known here.' },
    CYCLE: { description: 'At a definition that the chain has passed already.' },
  } as const,
});

/** One hop of a chain, as `definition/chain` gives it. */
interface Step {
  targetCitation: string;
  quote: string;
}

const DefinitionStep = builder.objectRef<Step>('DefinitionStep');

/** What a [:DEFINES] holds. */
interface DefinesRelation {
  text: string;
  validFrom: string | null;
  validTo: string | null;
}

export const Definition = builder.objectRef<DefinesRelation>('Definition').implement({
  description: 'A legal definition of a term: the provision that gives it, its words, and where and when it governs.',
  fields: (t) => ({
    term: t.one(Term, { nullable: false, description: 'What is defined.', fragment: relation.end }),
    regulation: t.one(Regulation, {
      nullable: false,
      description: 'The provision that defines it.',
      fragment: relation.start,
    }),
    text: t.exposeString('text', {
      description: "Its words; until the official text is imported, what it says in Glossograph's own words.",
    }),
    scope: t.one(Regulation, {
      nullable: false,
      description: 'Where it governs: a part, subpart, section or paragraph.',
      fragment: definition.scope,
    }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day in force.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'First day no longer in force.' }),
    chain: t.many(DefinitionStep, {
      description: 'Each hop from a definition that defers to the one to which it defers, until the text that ends it.',
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
  description: 'A hop from a definition to the one to which it defers.',
  fields: (t) => ({
    regulation: t.one(Regulation, {
      description: 'The provision to which it leads, when it is known here.',
      fragment: definition.stepRegulation,
    }),
    targetCitation: t.exposeString('targetCitation', { description: 'Where it leads, canonically.' }),
    quote: t.exposeString('quote', { description: 'The words that defer.' }),
    definition: t.one(Definition, {
      description: 'The definition found there; null where there is none of the words meant.',
      fragment: definition.stepDefinition,
    }),
  }),
});
