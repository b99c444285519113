/** The fields in a package's files that become records. All other fields are dropped immediately. */
import { z } from 'zod';
import { faultIn, ImportError, type Remark } from '../../../store/errors.ts';
import { type Concept, conceptsOf } from './code-system.ts';

const text = z.string();
const canonicals = z.array(text.nullable()).optional();

const TypeShape = z.object({
  code: text,
  profile: canonicals,
  targetProfile: canonicals,
  extension: z.array(z.object({ url: text, valueUrl: text.optional(), valueUri: text.optional() })).optional(),
});
const extension = z
  .array(z.object({ url: text, valueBoolean: z.boolean().optional(), valueInteger: z.number().int().optional() }))
  .optional();
const ElementShape = z.object({
  id: text.optional(),
  path: text,
  sliceName: text.optional(),
  short: text.optional(),
  min: z.number().int().nonnegative().optional(),
  max: text.optional(),
  type: z.array(TypeShape).optional(),
  mustSupport: z.boolean().optional(),
  binding: z.object({ strength: text, valueSet: text.optional() }).optional(),
  extension,
  /** The element that first defined this one, such as "HumanName.family" for Patient.name.family. */
  base: z.object({ path: text }).optional(),
});
const ElementsShape = z.object({ element: z.array(ElementShape).min(1) });

const common = {
  id: text.regex(/^[A-Za-z0-9\-._]+$/, 'must contain only letters, digits, "-", ".", and "_"'),
  url: text.optional(),
  version: text.optional(),
  name: text.optional(),
  title: text.optional(),
  status: text.optional(),
  date: text.optional(),
  publisher: text.optional(),
  description: text.optional(),
  extension,
};
const StructureShape = z.object({
  ...common,
  resourceType: z.literal('StructureDefinition'),
  fhirVersion: text.optional(),
  kind: z.enum(['primitive-type', 'complex-type', 'resource', 'logical']),
  derivation: z.enum(['specialization', 'constraint']).optional(),
  type: text,
  baseDefinition: text.optional(),
  snapshot: ElementsShape.optional(),
  differential: ElementsShape.optional(),
});
const ValueSetShape = z.object({ ...common, resourceType: z.literal('ValueSet') });
const CodeSystemShape = z.object({
  ...common,
  resourceType: z.literal('CodeSystem'),
  concept: z.array(z.unknown()).optional(),
});
const GuideShape = z.object({
  ...common,
  resourceType: z.literal('ImplementationGuide'),
  packageId: text.optional(),
  fhirVersion: z.array(text).optional(),
});
const BundleShape = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: z.unknown() })).optional(),
});
const ManifestShape = z.object({
  name: text.min(1),
  version: text.min(1),
  title: text.optional(),
  date: text.optional(),
  canonical: text.optional(),
  url: text.optional(),
  author: z.unknown().optional(),
  notForPublication: z.boolean().optional(),
  fhirVersions: z.array(text).optional(),
  // Old packages use this name.
  'fhir-version-list': z.array(text).optional(),
  dependencies: z.record(text, text).optional(),
});

/** The extensions of a resource or an element that become properties. */
export type Extensions = z.output<typeof extension>;
export type TypeOf = z.output<typeof TypeShape>;
export type Element = z.output<typeof ElementShape>;
/** A package manifest (package.json). */
export type Manifest = z.output<typeof ManifestShape>;
/** The file of a resource, for messages. */
interface Placed {
  file: string;
}
export type Structure = Omit<z.output<typeof StructureShape>, 'snapshot' | 'differential'> &
  Placed & {
    /** The elements of the snapshot, or of the differential if there is no snapshot. */
    elements: Element[];
    /** The ids of the elements of the differential. */
    differential: string[];
    hasSnapshot: boolean;
  };
export type ValueSet = z.output<typeof ValueSetShape> & Placed;
export type CodeSystem = Omit<z.output<typeof CodeSystemShape>, 'concept'> & Placed & { concepts: Concept[] };
export type ImplementationGuide = z.output<typeof GuideShape> & Placed;
export type Resource = Structure | ValueSet | CodeSystem | ImplementationGuide;

/** The parts of resources to read. */
export interface Wanted {
  /** Whether to read the concepts of code systems. */
  concepts: boolean;
}

/**
 * The resources in a JSON value that become records: those in a Bundle, or the value itself.
 *
 * @param file the name of the file in messages
 * @throws ImportError with every error in it
 */
export function resourcesIn(file: string, json: unknown, wanted: Wanted): Resource[] {
  if (typeOf(json) !== 'Bundle') return resourceIn(file, json, wanted);
  const { entry = [] } = checked(file, 'Bundle', BundleShape, json);
  return entry.flatMap(({ resource }, i) => resourceIn(`${file}#${nameOf(resource) ?? i}`, resource, wanted));
}

/**
 * Checks a package.json file.
 *
 * @throws ImportError if it does not contain a name or version
 */
export function manifestOf(file: string, json: unknown): Manifest {
  return checked(file, 'package.json', ManifestShape, json);
}

function resourceIn(file: string, json: unknown, wanted: Wanted): Resource[] {
  switch (typeOf(json)) {
    case 'StructureDefinition':
      return [structureOf(file, json)];
    case 'ValueSet':
      return [{ ...checked(file, 'ValueSet', ValueSetShape, json), file }];
    case 'CodeSystem': {
      const { concept, ...system } = checked(file, 'CodeSystem', CodeSystemShape, json);
      return [{ ...system, file, concepts: wanted.concepts ? conceptsOf(file, concept ?? []) : [] }];
    }
    case 'ImplementationGuide':
      return [{ ...checked(file, 'ImplementationGuide', GuideShape, json), file }];
    default:
      return [];
  }
}

function structureOf(file: string, json: unknown): Structure {
  const { snapshot, differential, ...structure } = checked(file, 'StructureDefinition', StructureShape, json);
  const elements = (snapshot ?? differential)?.element;
  if (elements === undefined) {
    throw faultIn(file, `StructureDefinition ${structure.id} must have a snapshot or a differential.`);
  }
  return {
    ...structure,
    file,
    elements,
    differential: (differential?.element ?? []).map(idOf),
    hasSnapshot: snapshot !== undefined,
  };
}

/** The id of an element. If it is missing, the id that the FHIR specification derives from the path. */
export function idOf({ id, path, sliceName }: Element): string {
  return id ?? (sliceName === undefined ? path : `${path}:${sliceName}`);
}

const typeOf = (json: unknown) => field(json, 'resourceType');
const nameOf = (json: unknown) => field(json, 'id');

function field(json: unknown, name: string): string | undefined {
  const value = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/**
 * A value that was checked against a schema.
 *
 * @throws ImportError that names each invalid field and what it accepts
 */
export function checked<T>(file: string, what: string, shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }): Remark => {
    const place = path.map((one) => (typeof one === 'number' ? `[${one}]` : `.${String(one)}`)).join('');
    return { file, message: `${what}${place}: ${message}` };
  });
  throw new ImportError(faults);
}
