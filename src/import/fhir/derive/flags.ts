import type { Extensions } from '../read/resources.ts';

const MATURITY = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fmm';
const USCDI_REQUIREMENT = 'http://hl7.org/fhir/us/core/StructureDefinition/uscdi-requirement';

/**
 * The level of a resource in the FHIR Maturity Model, from 0 to 5. Undefined if the resource does not state a level.
 */
export const maturityIn = (extensions: Extensions): number | undefined =>
  extensions?.find(({ url }) => url === MATURITY)?.valueInteger;

/** Whether US Core flags an element as a requirement of USCDI. Undefined if the flag is absent. */
export const uscdiRequirementIn = (extensions: Extensions): boolean | undefined =>
  extensions?.find(({ url }) => url === USCDI_REQUIREMENT)?.valueBoolean;
