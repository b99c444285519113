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
  /** "fhir/4.0.1/Patient", "uscdi/v3". The id is `Standard:` and the key. */
  key: z.string(),
  name: z.string(),
  level: z.enum(STANDARD_LEVELS),
  version: optional(z.string()),
  /** FHIR canonical URL. */
  canonical: optional(z.string()),
  /** The FHIR publication status: draft, active, retired or unknown. */
  status: optional(z.string()),
  /** Its level in the FHIR Maturity Model, from 0 (draft) to 5. */
  maturity: optional(z.int()),
  /** The day of its publication. */
  date: optional(z.string()),
  /** Of a version: the package that distributes it, "hl7.fhir.us.core". */
  package: optional(z.string()),
  /** ELEMENT only: its id in the structure, slices included: "Patient.name.family", "Observation.component:systolic.value[x]". */
  path: optional(z.string()),
  /** ELEMENT only: its cardinality; `max` is a number or "*". */
  min: optional(z.int()),
  max: optional(z.string()),
  /** ELEMENT only: its types, "CodeableConcept", "Reference(Patient | us-core-practitioner)". */
  types: optional(z.array(z.string())),
  /** ELEMENT of a profile only: systems must be able to handle it. */
  mustSupport: optional(z.boolean()),
  /** ELEMENT of a US Core profile only: US Core flags it as a requirement of USCDI. */
  uscdiRequirement: optional(z.boolean()),
  /** ELEMENT of a profile only: the profile constrains it, and does not only inherit it. */
  differs: optional(z.boolean()),
  /** ELEMENT only: canonical URL of the value set it is bound to, and the strength: required, extensible, preferred, example. */
  binding: optional(z.string()),
  bindingStrength: optional(z.string()),
  /** Rows of a source that could not be joined to anything, as the source writes them. */
  unmapped: optional(z.array(z.string())),
}));
