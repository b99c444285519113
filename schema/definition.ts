import { type ChainStepRow, chainOf, definition } from '../cypher/definition/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { type Chain, chainEnd } from '../src/law/chain.ts';
import { builder } from './builder.ts';
import { type Period, periodOf } from './period.ts';
import { Regulation, Term } from './refs.ts';

const ChainEnd = builder.enumType('ChainEnd', {
  description: 'How a chain of definitions ends.',
  values: {
    TERMINAL: { description: 'The chain ends at text that defines the term.' },
    UNRESOLVED: { description: 'The chain ends at a citation of a provision or statute that is not imported.' },
    CYCLE: { description: 'The chain returns to a definition that is already part of the chain.' },
  } as const,
});

const DefinitionStep = builder.objectRef<ChainStepRow>('DefinitionStep');

/** The properties of a [:DEFINES] relation. */
interface DefinesRelation extends Period {
  text: string;
}

export const Definition = builder.objectRef<DefinesRelation>('Definition').implement({
  description:
    'A legal definition of a term: the defining provision, the text, the scope, and the dates of the definition.',
  fields: (t) => ({
    term: t.one(Term, relation.end, { nullable: false, description: 'The term that is defined.' }),
    regulation: t.one(Regulation, relation.start, {
      nullable: false,
      description: 'The provision that defines the term.',
    }),
    text: t.exposeString('text', {
      description:
        "The official text of the definition, or a summary in Glossograph's own words if the official text is not imported.",
    }),
    scope: t.one(Regulation, definition.scope, {
      nullable: false,
      description: 'The part, subpart, section, or paragraph to which the definition applies.',
    }),
    ...periodOf(t, 'the definition', 'in force'),
    chain: t.many(DefinitionStep, definition.chain, {
      description:
        'The references that lead from this definition through other definitions to the one that ends the chain.',
    }),
    chainEnd: t.value({
      type: ChainEnd,
      description: 'How the chain of definitions ends.',
      cypher: chainOf,
      resolve: (chain: Chain) => chainEnd(chain),
    }),
  }),
});

DefinitionStep.implement({
  description: 'A reference from one definition to another definition.',
  fields: (t) => ({
    regulation: t.one(Regulation, definition.stepRegulation, {
      description: 'The provision to which this step leads, or null if the provision is not imported.',
    }),
    targetCitation: t.exposeString('targetCitation', {
      description: 'The canonical citation of the provision or statute to which this step leads.',
    }),
    quote: t.exposeString('quote', { description: 'The words that refer to the other definition.' }),
    definition: t.one(Definition, definition.stepDefinition, {
      description: 'The definition to which this step leads, or null if the cited provision does not define the term.',
    }),
  }),
});
