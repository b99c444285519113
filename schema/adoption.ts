import { relation } from '../cypher/relation/index.ts';
import { standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { evidenceOf } from './evidence.ts';
import { type Period, periodOf } from './period.ts';
import { Regulation, Standard } from './refs.ts';

export const Adoption = builder.objectRef<Period>('Adoption').implement({
  description: 'The adoption of a standard by a provision, with the dates on which the adoption takes effect and ends.',
  fields: (t) => ({
    regulation: t.one(Regulation, relation.start, {
      nullable: false,
      description: 'The provision that adopts the standard.',
    }),
    standard: t.one(Standard, relation.end, { nullable: false, description: 'The adopted standard.' }),
    ...periodOf(t, 'the adoption', 'in effect'),
    evidence: evidenceOf(t),
  }),
});

builder.queryField('standardsInForce', (t) =>
  t.many(Adoption, standard.inForce, {
    description:
      'The standards that federal regulations adopt as of a given date, each with the provision that adopts it.',
    args: {
      asOf: t.arg({
        type: 'Date',
        required: true,
        description: 'The date for which to list the adoptions, such as 2026-01-31.',
      }),
    },
  }),
);
