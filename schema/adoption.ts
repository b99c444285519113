import { relation } from '../cypher/relation/index.ts';
import { standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation, Standard } from './refs.ts';

/** The properties of an [:ADOPTS] relation. */
interface AdoptsRelation {
  validFrom: string | null;
  validTo: string | null;
}

export const Adoption = builder.objectRef<AdoptsRelation>('Adoption').implement({
  description: 'The adoption of a standard by a provision, and the days on which it holds.',
  fields: (t) => ({
    regulation: t.one(Regulation, {
      nullable: false,
      description: 'The provision that adopts it.',
      fragment: relation.start,
    }),
    standard: t.one(Standard, { nullable: false, description: 'The adopted standard.', fragment: relation.end }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'The first day of the adoption.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the adoption no longer holds.',
    }),
    evidence: evidenceOf(t),
  }),
});

builder.queryField('standardsInForce', (t) =>
  t.many(Adoption, {
    description: 'The standards that the law adopts on a day, with the provisions that adopt them.',
    args: { asOf: t.arg({ type: 'Date', required: true, description: 'The day in question.' }) },
    fragment: standard.inForce,
  }),
);
