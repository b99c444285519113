import { standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

/** What `standard/binding` gives. */
interface BindingRow {
  valueSet: string | null;
  strength: string | null;
}

export const Binding = builder.objectRef<BindingRow>('Binding').implement({
  description: 'To which values a coded element is bound, and how strongly.',
  fields: (t) => ({
    valueSet: t.exposeString('valueSet', {
      nullable: true,
      description:
        'Canonical URL of the value set, with its version after `|` where one is named; null for mere words.',
    }),
    strength: t.exposeString('strength', {
      nullable: true,
      description: 'As FHIR has it: required, extensible, preferred or example.',
    }),
    valueSetNode: t.one(Standard, {
      description:
        "The value set itself: that of the element's own version, else of the version on which this one builds, else the only one known. Null when it is not imported, and where it cannot be told which is meant.",
      fragment: standard.boundValueSet,
    }),
  }),
});
