import { nearest } from './names.ts';
import type { PathStep } from './path.ts';
import { idIn, lastKeySegment, type Structures } from './structures.ts';

/** The keys of the structures or elements to which a path leads, or the reason that it leads to none. */
export type Walked = { keys: string[]; miss?: undefined } | { keys?: undefined; miss: string };

interface Place {
  key: string;
  /** The type that `ofType` selected. */
  only?: string | undefined;
  /** The element with the data type, if the path entered a data type. */
  carrier?: string | undefined;
}

/**
 * Follows a path from a structure in the graph. An element with a data type contains the elements of that data type.
 * For example, "Patient.name.given" leads to `HumanName.given` and to `Patient.name`, which has that type.
 *
 * @param start the key of the structure
 */
export function walk(structures: Structures, start: string, steps: readonly PathStep[]): Walked {
  let places: Place[] = [{ key: start }];
  for (const step of steps) {
    const next = places.flatMap((place) => follow(structures, place, step));
    if (next.length === 0) return { miss: missing(structures, places, step) };
    places = next;
  }
  return { keys: [...new Set(places.flatMap(({ key, carrier }) => (carrier === undefined ? [key] : [carrier, key])))] };
}

function follow(structures: Structures, place: Place, step: PathStep): Place[] {
  if (step.to === 'type') return ofType(structures, place, step.name);
  if (step.to === 'extension') return extensions(structures, place, step);
  const { key: at, carrier } = place;
  const below = child(structures, at, step.name, step.slice);
  if (below !== undefined) return [{ key: below, carrier }];
  const types = place.only === undefined ? structures.typesOf(at) : [place.only];
  return types.flatMap((type): Place[] => {
    const of = structures.coreNamed(type);
    const key = of === undefined ? undefined : child(structures, of, step.name, step.slice);
    return key === undefined ? [] : [{ key, carrier: carrier ?? at }];
  });
}

/** Finds a child: `value` is `value[x]`, and `onsetDateTime` is `onset[x]` with the type dateTime. */
function child(structures: Structures, key: string, name: string, slice?: string): string | undefined {
  const plain = [`${key}.${name}`, `${key}.${name}[x]`].find((one) => structures.has(one));
  if (plain !== undefined && slice !== undefined) {
    return structures.has(`${plain}:${slice}`) ? `${plain}:${slice}` : intoUnsliced(structures, plain);
  }
  if (plain !== undefined) return plain;
  for (const { base, type } of splits(name)) {
    const choice = `${key}.${base}[x]`;
    if (!structures.typesOf(choice).some((one) => one.toLowerCase() === type.toLowerCase())) continue;
    return structures.has(`${choice}:${name}`) ? `${choice}:${name}` : choice;
  }
  return undefined;
}

/** Profiles have slices and FHIR has none: there, the element stands for its slices. */
const intoUnsliced = (structures: Structures, key: string) => (structures.slicesOf(key).length === 0 ? key : undefined);

/** "onsetDateTime" as onset and DateTime, and as onsetDate and Time. */
function splits(name: string): { base: string; type: string }[] {
  return [...name.matchAll(/(?<=[a-z0-9])(?=[A-Z])/g)].map(({ index }) => ({
    base: name.slice(0, index),
    type: name.slice(index),
  }));
}

function ofType(structures: Structures, { key, carrier }: Place, type: string): Place[] {
  const types = structures.typesOf(key);
  if (!types.includes(type)) return [];
  const slice = `${key}:${lastName(key).replace('[x]', '')}${type[0]?.toUpperCase()}${type.slice(1)}`;
  return [{ key: structures.has(slice) ? slice : key, only: type, carrier }];
}

/** The element that carries the extension and, when it is known, the extension itself, into which a path may continue. */
function extensions(structures: Structures, { key }: Place, { name, url }: PathStep & { to: 'extension' }): Place[] {
  const held = `${key}.${name}`;
  const structure = structures.atUrl(url);
  const id = structure === undefined ? idIn(url) : lastKeySegment(structure.key);
  const slices = structures.slicesOf(held).filter((slice) => structures.takes(slice, id) || slice === `${held}:${url}`);
  const core = structures.fhir.some((version) => key.startsWith(`${version}/`));
  const unsliced = core && structure !== undefined && structures.has(held) ? [held] : [];
  const own = structure === undefined ? [] : [structure.key];
  return [...slices, ...unsliced, ...own].map((one) => ({ key: one }));
}

function missing(structures: Structures, places: readonly Place[], step: PathStep): string {
  const keys = places.map(({ key }) => key);
  const at = keys.join(', ');
  if (step.to === 'extension') return `${at} has no extension ${step.url}`;
  if (step.to === 'type')
    return `${at} does not accept the type ${step.name}; the accepted types are ${keys.flatMap((key) => structures.typesOf(key)).join(', ')}`;
  for (const { base, type } of splits(step.name)) {
    const choice = keys.map((key) => `${key}.${base}[x]`).find((key) => structures.has(key));
    if (choice !== undefined)
      return `${choice} does not accept the type ${type}; the accepted types are ${structures.typesOf(choice).join(', ')}`;
  }
  const name = step.slice === undefined ? step.name : `${step.name}:${step.slice}`;
  return `${at} has no element named "${name}"${nearest(
    name,
    keys.flatMap((key) => structures.namesBelow(key)),
  )}`;
}

const lastName = (key: string) => key.slice(key.lastIndexOf('.') + 1);
