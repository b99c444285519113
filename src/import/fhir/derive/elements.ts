import { defined } from '../../../model/defined.ts';
import type { StandardRecord } from '../../../model/records.ts';
import { lastSegment } from '../keys.ts';
import { type Element, idOf, type Structure, type TypeOf } from '../read/resources.ts';
import { differing, parentId } from './differential.ts';
import { uscdiRequirementIn } from './flags.ts';

/** An element of a structure that becomes a node. */
export interface ElementNode {
  key: string;
  record: Omit<StandardRecord, 'id'>;
  /** The key of its parent, and its position in the parent. */
  parent: string;
  position: number;
  /**
   * For an element of a profile, the element that it constrains in the resource or data type: "Patient.name",
   * "HumanName.family".
   */
  constrains?: string | undefined;
}

/**
 * The elements of a structure in document order, without the first one, which is the structure itself.
 *
 * @param key the structure's key, such as "us-core/6.1.0/us-core-patient"; an element's key is this key followed by its
 * path
 */
export function elementsOf(structure: Structure, key: string): ElementNode[] {
  const { elements, differential, derivation } = structure;
  const isProfile = derivation === 'constraint';
  const byId = new Map(elements.map((element) => [idOf(element), element]));
  const differs = isProfile ? differing(new Set(byId.keys()), differential) : new Set<string>();
  const places = new Map<string, number>();
  return elements.flatMap((element): ElementNode[] => {
    const id = idOf(element);
    if (!id.includes('.')) return [];
    const parent = keyIn(key, nearest(byId, id));
    const position = places.get(parent) ?? 0;
    places.set(parent, position + 1);
    const own = keyIn(key, id);
    const profiled = isProfile && { mustSupport: element.mustSupport ?? false, differs: differs.has(id) };
    const constrains = isProfile ? constrained(structure, element, byId) : undefined;
    const record = { ...recordOf(element, id, own), ...profiled };
    return [{ key: own, record, parent, position, constrains }];
  });
}

function recordOf(element: Element, path: string, key: string): ElementNode['record'] {
  const { short, min, max, type = [], binding, extension } = element;
  return {
    kind: 'STANDARD',
    label: path,
    key,
    name: path,
    level: 'ELEMENT',
    path,
    ...defined({ summary: short || undefined, min, max, uscdiRequirement: uscdiRequirementIn(extension) }),
    ...(type.length > 0 && { types: typeNames(type) }),
    ...(binding?.valueSet !== undefined && { binding: binding.valueSet, bindingStrength: binding.strength }),
  };
}

/** "Patient.name" in us-core/6.1.0/us-core-patient → "us-core/6.1.0/us-core-patient.name" */
const keyIn = (structure: string, id: string) => `${structure}${id.slice(`${id}.`.indexOf('.'))}`;

/** The parent of an element: the element above it, or the next one up where a differential leaves that out. */
function nearest(byId: ReadonlyMap<string, Element>, id: string): string {
  let above = parentId(id);
  while (above.includes('.') && !byId.has(above)) above = parentId(above);
  return above;
}

/** Types whose elements every resource and data type repeats. */
const ANCESTORS = new Set([
  ...['Base', 'Resource', 'DomainResource', 'CanonicalResource', 'MetadataResource'],
  ...['Element', 'DataType', 'BackboneElement', 'BackboneType', 'PrimitiveType'],
]);

/**
 * The element of FHIR itself that a profile's element constrains. A snapshot states where each element was first defined
 * (`base`). For elements that all types inherit ("Element.id"), the element above decides whether the resource repeats it
 * ("Patient.contact.id") or the type does ("HumanName.id").
 */
function constrained({ type }: Structure, element: Element, byId: ReadonlyMap<string, Element>): string | undefined {
  if (/[/:]/.test(type)) return undefined; // an element of a model of its own
  const first = element.base?.path ?? element.path;
  const root = first.slice(0, `${first}.`.indexOf('.'));
  if (!first.includes('.')) return undefined;
  if (root === type || !ANCESTORS.has(root)) return first;
  const above = byId.get(nearest(byId, idOf(element)));
  const types = above?.type ?? [];
  const own = types.length === 1 && types[0] !== undefined ? typeName(types[0]) : undefined;
  if (own === undefined || ANCESTORS.has(own)) return unsliced(above, type, element);
  return `${lastSegment(own)}.${first.slice(root.length + 1)}`;
}

/** The path in FHIR itself of an element of the resource, or of a backbone element in it. */
function unsliced(above: Element | undefined, type: string, { path }: Element): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const container = above?.base?.path ?? parentId(path);
  if (!container.includes('.')) return `${type}.${name}`;
  return ANCESTORS.has(container.slice(0, container.indexOf('.'))) ? undefined : `${container}.${name}`;
}

const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';

/** The types of an element as text: "CodeableConcept", "Reference(Patient | us-core-practitioner)". */
function typeNames(types: readonly TypeOf[]): string[] {
  return types.map((type) => {
    const targets = [...(type.targetProfile ?? []), ...(type.profile ?? [])].flatMap((url) =>
      url ? [lastSegment(url)] : [],
    );
    return targets.length === 0 ? typeName(type) : `${typeName(type)}(${targets.join(' | ')})`;
  });
}

/** The name of a type. Ids and values of primitives have FHIRPath types, and name the FHIR type in an extension. */
function typeName({ code, extension = [] }: TypeOf): string {
  const declared = extension.find(({ url }) => url === FHIR_TYPE);
  return declared?.valueUrl ?? declared?.valueUri ?? lastSegment(code).replace(/^System\./, '');
}
