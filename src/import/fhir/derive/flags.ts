import type { Extensions } from '../read/resources.ts';

const MATURITY = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fmm';
const USCDI_REQUIREMENT = 'http://hl7.org/fhir/us/core/StructureDefinition/uscdi-requirement';

/** The level of a resource in the FHIR Maturity Model, 0 to 5; undefined when it states none. */
export const maturityIn = (extensions: Extensions): number | undefined =>
  extensions?.find(({ url }) => url === MATURITY)?.valueInteger;

/** Whether US Core flags an element as a requirement of USCDI; undefined without the flag. */
export const uscdiRequirementIn = (extensions: Extensions): boolean | undefined =>
  extensions?.find(({ url }) => url === USCDI_REQUIREMENT)?.valueBoolean;
