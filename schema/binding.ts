import { type BindingRow, standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

export const Binding = builder.objectRef<BindingRow>('Binding').implement({
  description: 'The binding of a coded element to a value set.',
  fields: (t) => ({
    valueSet: t.exposeString('valueSet', {
      nullable: true,
      description:
        'The canonical URL of the value set, followed by `|` and a version if the source names one. Null if the source describes the values only in words.',
    }),
    strength: t.exposeString('strength', {
      nullable: true,
      description: 'The binding strength as FHIR defines it: required, extensible, preferred or example.',
    }),
    valueSetNode: t.one(Standard, {
      description:
        "The value set. It is taken from the element's own version, then from the version that this one builds on, then from the only version known. Null if the value set is not imported, or if several versions match.",
      fragment: standard.boundValueSet,
    }),
  }),
});
