import { type BindingRow, standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

export const Binding = builder.objectRef<BindingRow>('Binding').implement({
  description: 'The binding of a coded element to a value set, as defined by FHIR.',
  fields: (t) => ({
    valueSet: t.exposeString('valueSet', {
      nullable: true,
      description:
        'The canonical URL of the value set. If the source specifies a version, the URL is followed by `|` and the version. This field is null if the source describes the values only in prose.',
    }),
    strength: t.exposeString('strength', {
      nullable: true,
      description: 'The strength of the binding, as defined by FHIR: required, extensible, preferred, or example.',
    }),
    valueSetNode: t.one(Standard, standard.boundValueSet, {
      description:
        'The value set to which the element is bound. The server looks for the value set first in the version of the standard that contains the element, then in the versions on which that version builds, and then in all other imported versions. This field is null if the value set is not imported. It is also null if neither that version nor the versions on which it builds contain the value set, but several other versions do.',
    }),
  }),
});
