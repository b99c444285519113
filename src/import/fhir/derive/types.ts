import { lastSegment } from '../keys.ts';
import type { TypeOf } from '../read/resources.ts';

const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';

/** The types of an element as text: "CodeableConcept", "Reference(Patient | us-core-practitioner)". */
export function typeNames(types: readonly TypeOf[]): string[] {
  return types.map((type) => {
    const targets = [...(type.targetProfile ?? []), ...(type.profile ?? [])].flatMap((url) =>
      url ? [lastSegment(url)] : [],
    );
    return targets.length === 0 ? typeName(type) : `${typeName(type)}(${targets.join(' | ')})`;
  });
}

/** The name of a type. Ids and values of primitives have FHIRPath types, and name the FHIR type in an extension. */
export function typeName({ code, extension = [] }: TypeOf): string {
  const declared = extension.find(({ url }) => url === FHIR_TYPE);
  return declared?.valueUrl ?? declared?.valueUri ?? lastSegment(code).replace(/^System\./, '');
}
