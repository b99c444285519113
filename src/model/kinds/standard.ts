import { z } from 'zod';
import { describeKind, entityRecord, optional } from './descriptor.ts';

export const STANDARD_LEVELS = [
  'STANDARD',
  'VERSION',
  'RESOURCE',
  'DATA_TYPE',
  'LOGICAL_MODEL',
  'PROFILE',
  'ELEMENT',
  'DATA_CLASS',
  'DATA_ELEMENT',
  'VALUE_SET',
  'CODE_SYSTEM',
] as const;
export type StandardLevel = (typeof STANDARD_LEVELS)[number];

export const STANDARD = describeKind('STANDARD', {
  description: 'A standard, a version of a standard, or a part of a version.',
  shape: 'diamond',
  color: { light: '#0b7a5b', dark: '#4fc9a1' },
  example: 'Standard:uscdi/v3',
  schemaType: 'CreativeWork',
});

export const StandardRecord = /* @__PURE__ */ entityRecord('STANDARD', () => ({
  /** The key, such as "fhir/4.0.1/Patient" or "uscdi/v3". The id is `Standard:` followed by the key. */
  key: z.string(),
  name: z.string(),
  level: z.enum(STANDARD_LEVELS),
  version: optional(z.string()),
  /** The FHIR canonical URL. */
  canonical: optional(z.string()),
  /** The FHIR publication status: draft, active, retired, or unknown. */
  status: optional(z.string()),
  /** Its level in the FHIR Maturity Model, from 0 (draft) to 5. */
  maturity: optional(z.int()),
  /** The publication date. */
  date: optional(z.string()),
  /** For a version: the package that distributes it, such as "hl7.fhir.us.core". */
  package: optional(z.string()),
  /**
   * For an ELEMENT: its id in the structure, including slices, such as "Patient.name.family" or
   * "Observation.component:systolic.value[x]".
   */
  path: optional(z.string()),
  /** For an ELEMENT: its cardinality. `max` is a number or "*". */
  min: optional(z.int()),
  max: optional(z.string()),
  /** For an ELEMENT: its types, such as "CodeableConcept" or "Reference(Patient | us-core-practitioner)". */
  types: optional(z.array(z.string())),
  /** For an ELEMENT of a profile: whether systems must be able to handle it. */
  mustSupport: optional(z.boolean()),
  /** For an ELEMENT of a US Core profile: whether US Core flags it as a requirement of USCDI. */
  uscdiRequirement: optional(z.boolean()),
  /** For an ELEMENT of a profile: whether the profile constrains it instead of only inheriting it. */
  differs: optional(z.boolean()),
  /**
   * For an ELEMENT: the canonical URL of the value set to which it is bound, and the binding strength (required,
   * extensible, preferred, or example).
   */
  binding: optional(z.string()),
  bindingStrength: optional(z.string()),
  /** Rows of a source that could not be joined to anything, as written in the source. */
  unmapped: optional(z.array(z.string())),
}));
