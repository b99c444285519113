import { coverage } from '../cypher/coverage/index.ts';
import { type ChainStepRow, chainOf, definition } from '../cypher/definition/index.ts';
import { relation } from '../cypher/relation/index.ts';
import { type Chain, type ChainStep, chainEnd, type StepCandidate, stepsOf } from '../src/law/chain.ts';
import type { DateBasis as Basis } from '../src/model/date-basis.ts';
import { DEFINITION_KINDS, type DefinitionKind as Kind, STEP_ROLES } from '../src/model/definition.ts';
import type { RegulationLevel as Level } from '../src/model/kinds.ts';
import { builder } from './builder.ts';
import { Coverage } from './coverage.ts';
import { DateBasis, described, RegulationLevel } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import type { Period } from './period.ts';
import { Regulation, Term } from './refs.ts';

const ChainEnd = builder.enumType('ChainEnd', {
  description: 'How a chain of definitions ends. Each definition in the chain refers to the next one.',
  values: {
    TERMINAL: { description: 'The chain ends with a definition that states the meaning in words.' },
    UNRESOLVED: {
      description:
        'A step in the chain leads to a provision or statute that is not imported or that does not define the term.',
    },
    CYCLE: {
      description: 'The chain contains a cycle of definitions, each of which takes its meaning from the next one.',
    },
  } as const,
});

const DefinitionKind = builder.enumType('DefinitionKind', {
  description: 'How a definition states the meaning of a term.',
  values: described(DEFINITION_KINDS, {
    TEXT: 'The definition states the meaning in its own words and does not refer to other definitions.',
    BY_REFERENCE: 'The definition takes its meaning entirely from another definition and adds nothing.',
    BOTH: 'The definition states the meaning in its own words and also refers to other definitions.',
  }),
});

const StepRole = builder.enumType('StepRole', {
  description: 'What a reference contributes to the definition that contains the reference.',
  values: described(STEP_ROLES, {
    DEFERS: 'The reference supplies the meaning of the defined term, as in "has the meaning given in § 171.102".',
    BORROWS:
      'The reference supplies the meaning of a word that the definition uses, as in "a group health plan, as defined in § 160.103".',
    EXCLUDES:
      'The reference supplies the meaning of something that the definition excludes, so the chain does not continue through the reference.',
  }),
});

const DefinitionStep = builder.objectRef<ChainStepRow>('DefinitionStep');

/** The properties of a [:DEFINES] relation. */
interface DefinesRelation extends Period {
  validFromBasis?: Basis | null;
  validToBasis?: Basis | null;
  knownFrom?: string | null;
  text: string;
  definitionKind?: Kind | null;
  refersTo?: string[] | null;
  scopeCitations?: string[] | null;
  awaitedScope?: Level | null;
  evidenceRules: string[];
}

const START = ['validFrom', 'validFromBasis', 'knownFrom'] as const;

/** The start of a definition as far as it is known: a date that the law states, or the date of an edition, as `basis` shows. */
function startOf({ validFrom, validFromBasis, knownFrom }: Pick<DefinesRelation, (typeof START)[number]>) {
  const basis = validFromBasis ?? 'UNKNOWN';
  if (basis === 'UNKNOWN') return { validFrom: null, basis };
  return { validFrom: basis === 'FIRST_SEEN' ? (knownFrom ?? validFrom) : validFrom, basis };
}

export const Definition = builder.objectRef<DefinesRelation>('Definition').implement({
  description: 'A legal definition of a term, with its text, its scope, its dates, and the provision that contains it.',
  fields: (t) => ({
    term: t.one(Term, relation.end, { nullable: false, description: 'The term that is defined.' }),
    regulation: t.one(Regulation, relation.start, {
      nullable: false,
      description: 'The provision that defines the term.',
    }),
    text: t.exposeString('text', {
      description:
        'The official text of the definition, or a summary written for Glossograph if the official text is not imported.',
    }),
    kind: t.derived({
      type: DefinitionKind,
      description:
        'Whether the definition states the meaning in its own words, refers to other definitions, or does both.',
      needs: ['definitionKind', 'refersTo'],
      resolve: ({ definitionKind, refersTo }) => definitionKind ?? (refersTo ? 'BY_REFERENCE' : 'TEXT'),
    }),
    official: t.derived({
      type: 'Boolean',
      description: 'True if `text` is the official text; false if `text` is a summary written for Glossograph.',
      needs: ['evidenceRules'],
      resolve: ({ evidenceRules }) => evidenceRules.includes('PARSED'),
    }),
    scope: t.one(Regulation, definition.scope, {
      nullable: false,
      description:
        'The provision to which the definition applies, such as a part, a section, or a paragraph. If the definition applies to several provisions, this field contains the first provision in `scopeCitations` that has been imported. If none of these provisions has been imported, this field contains the provision that states the definition.',
    }),
    scopes: t.many(Regulation, definition.scopes, {
      description: 'All imported provisions to which the definition applies, in CFR order.',
    }),
    scopeCitations: t.derived({
      type: ['String'],
      description:
        'The canonical citations of all provisions to which the definition applies, including provisions that are not imported.',
      needs: ['scopeCitations'],
      resolve: ({ scopeCitations }) => scopeCitations ?? [],
    }),
    awaitedScope: t.expose('awaitedScope', {
      type: RegulationLevel,
      nullable: true,
      description:
        'The level of the division to which the definition applies, if no import has identified the division yet. An example is SUBCHAPTER for the words "for purposes of this subchapter". Until an import identifies the division, `scope` contains a smaller provision within the division, such as the part. This field is null if the division is known.',
    }),
    validFrom: t.derived({
      type: 'Date',
      nullable: true,
      description:
        'The date on which the definition takes effect, or null if the date is unknown. If `validFromBasis` is FIRST_SEEN, this field contains the date of the first imported edition that contains the definition.',
      needs: START,
      resolve: (relation) => startOf(relation).validFrom,
    }),
    validFromBasis: t.derived({
      type: DateBasis,
      description: 'What the date in `validFrom` is based on, or UNKNOWN if `validFrom` is null.',
      needs: START,
      resolve: (relation) => startOf(relation).basis,
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which the definition is no longer in force.',
    }),
    validToBasis: t.derived({
      type: DateBasis,
      nullable: true,
      description: 'What the date in `validTo` is based on, or null if `validTo` is null.',
      needs: ['validTo', 'validToBasis'],
      resolve: ({ validTo, validToBasis }) => (validTo === null ? null : (validToBasis ?? 'UNKNOWN')),
    }),
    chain: t.many(DefinitionStep, definition.chain, {
      chosen: { reads: ['start', 'from', 'nth', 'leads', 'to', 'role'], choose: stepsOf },
      description:
        'The references that lead from this definition, directly or indirectly, to other definitions. References with the role EXCLUDES are listed, but the definitions to which they lead are not searched for further references.',
    }),
    chainEnd: t.value({
      type: ChainEnd,
      description: 'How the chain of references to other definitions ends.',
      cypher: chainOf,
      resolve: ({ id, kind, steps }: Chain<ChainStep & StepCandidate>) => chainEnd({ id, kind, steps: stepsOf(steps) }),
    }),
    evidence: evidenceOf(t),
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
    role: t.expose('role', {
      type: StepRole,
      description: 'What the reference contributes to the definition that contains the reference.',
    }),
    quote: t.exposeString('quote', { description: 'The words that refer to the other definition.' }),
    definition: t.one(Definition, definition.stepDefinition, {
      description: 'The definition to which this step leads, or null if the cited provision does not define the term.',
    }),
  }),
});

/** A row of `cypher/term/governing.cypher`. */
type GoverningRow = Readonly<Record<'definition' | 'provision' | 'governs', unknown>>;

export const GoverningDefinition = builder.objectRef<GoverningRow>('GoverningDefinition').implement({
  description: 'The definition of a term that applies to a given provision on a given date, if any.',
  fields: (t) => ({
    definition: t.one(Definition, definition.governing, {
      description:
        'The definition, or null if no definition applies or if the answer cannot be determined. The `coverage.inForce` field shows which of these two reasons applies.',
    }),
    coverage: t.one(Coverage, coverage.ofGoverning, {
      nullable: false,
      description:
        'How certain the answer is. If `definition` is null, the `inForce` field shows the reason: false means that no definition applies on the requested date, and null means that the answer cannot be determined.',
    }),
  }),
});
