import { relation } from '../cypher/relation/index.ts';
import { standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation, Standard } from './refs.ts';

/** What an [:ADOPTS] holds. */
interface AdoptsRelation {
  validFrom: string | null;
  validTo: string | null;
}

export const Adoption = builder.objectRef<AdoptsRelation>('Adoption').implement({
  description: 'A standard made binding by a provision, and the days on which it is.',
  fields: (t) => ({
    regulation: t.one(Regulation, {
      nullable: false,
      description: 'The provision that adopts it.',
      fragment: relation.start,
    }),
    standard: t.one(Standard, { nullable: false, description: 'What is adopted.', fragment: relation.end }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day of the adoption.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'First day after it: the adoption has expired.',
    }),
    evidence: evidenceOf(t),
  }),
});

builder.queryField('standardsInForce', (t) =>
  t.many(Adoption, {
    description: 'Every standard that the law requires on a day, and where it says so.',
    args: { asOf: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
    fragment: standard.inForce,
  }),
);
