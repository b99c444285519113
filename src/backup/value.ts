/**
 * Converts stored values to JSON and back without a loss. A number in JSON is an integer; every other value that JSON
 * does not have is an object with one tag, such as `{"float":0.5}` or `{"dateTime":[2026,1,31,…]}`.
 */
import neo4j from 'neo4j-driver';

const { Date: DateValue, DateTime, LocalDateTime, LocalTime, Time, Duration, Point } = neo4j.types;

/** The error for a value that a backup cannot contain. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

type Json = string | number | boolean | Json[] | { [tag: string]: Json } | null;
type Made = abstract new (...args: never[]) => object;

const DAY = ['year', 'month', 'day'];
const CLOCK = ['hour', 'minute', 'second', 'nanosecond'];

/** The values that consist of parts, and their parts in the order of the constructor. */
const COMPOSED: Readonly<Record<string, { type: Made; parts: readonly string[] }>> = {
  date: { type: DateValue, parts: DAY },
  dateTime: { type: DateTime, parts: [...DAY, ...CLOCK, 'timeZoneOffsetSeconds', 'timeZoneId'] },
  localDateTime: { type: LocalDateTime, parts: [...DAY, ...CLOCK] },
  time: { type: Time, parts: [...CLOCK, 'timeZoneOffsetSeconds'] },
  localTime: { type: LocalTime, parts: CLOCK },
  duration: { type: Duration, parts: ['months', 'days', 'seconds', 'nanoseconds'] },
  point: { type: Point, parts: ['srid', 'x', 'y', 'z'] },
};
/** The numbers that JSON cannot contain. */
const SPECIAL = ['NaN', 'Infinity', '-Infinity', '-0'];
const FLOAT_BYTES = 4;

/**
 * Converts a value from a driver with `exactIntegers`, in which an integer is a bigint and a number is a float.
 *
 * @throws ValueError for a type that Neo4j cannot store, or that this version does not know
 */
export function encodeValue(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { integer: String(value) };
  }
  if (typeof value === 'number') {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return { float: SPECIAL.includes(text) ? text : value };
  }
  if (Array.isArray(value)) return value.map(encodeValue);
  if (value instanceof Int8Array)
    return { bytes: Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64') };
  if (value instanceof Float32Array) return { vector: vectorText(value) };
  for (const [tag, { type, parts }] of Object.entries(COMPOSED)) {
    if (value instanceof type)
      return { [tag]: parts.map((part) => encodePart((value as Record<string, unknown>)[part])) };
  }
  throw new ValueError('a value of a type that a backup cannot contain');
}

const encodePart = (part: unknown): Json => (part === undefined || part === null ? null : encodeValue(part));

/**
 * Converts JSON back to the value, for a driver: an integer is a bigint, and a number is a float.
 *
 * @throws ValueError if `encodeValue` did not produce the JSON
 */
export function decodeValue(json: unknown): unknown {
  if (!Array.isArray(json)) return decodeSingle(json);
  const kinds = new Set(json.map(kindOf));
  if (kinds.size > 1) throw new ValueError('a list with values of several types');
  return json.map(decodeSingle);
}

/** The type of a single value, as far as a list must have one type. */
const kindOf = (json: unknown): string =>
  typeof json !== 'object' || json === null ? typeof json : (Object.keys(json)[0] ?? '').replace('integer', 'number');

function decodeSingle(json: unknown): unknown {
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number' && Number.isSafeInteger(json)) return BigInt(json);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new ValueError('data that is not a valid property value');
  const [[tag, given] = ['', null], ...more] = Object.entries(json);
  const value = more.length > 0 ? undefined : decodeTagged(tag, given);
  // Whatever is not written as a backup writes it is refused, such as a date with a missing part.
  if (value === undefined || JSON.stringify(encodeValue(value)) !== JSON.stringify(json))
    throw new ValueError(`data that cannot be read as a property value: ${JSON.stringify(json).slice(0, 60)}`);
  return value;
}

function decodeTagged(tag: string, given: unknown): unknown {
  if (tag === 'integer') return typeof given === 'string' && /^-?\d{1,19}$/.test(given) ? BigInt(given) : undefined;
  if (tag === 'float') {
    if (typeof given === 'number') return given;
    return typeof given === 'string' && SPECIAL.includes(given) ? Number(given) : undefined;
  }
  if (tag === 'bytes') return typeof given === 'string' ? new Int8Array(Buffer.from(given, 'base64')) : undefined;
  if (tag === 'vector') return typeof given === 'string' ? vectorOf(given) : undefined;
  const composed = Object.hasOwn(COMPOSED, tag) ? COMPOSED[tag] : undefined;
  if (composed === undefined || !Array.isArray(given)) return undefined;
  const parts = given.map((part) => (part === null ? undefined : decodeSingle(part)));
  try {
    return Reflect.construct(composed.type as new () => object, parts);
  } catch {
    return undefined;
  }
}

/** 32-bit numbers as base64, with the least significant byte first on every machine. */
function vectorText(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * FLOAT_BYTES);
  for (const [i, number] of vector.entries()) bytes.writeFloatLE(number, i * FLOAT_BYTES);
  return bytes.toString('base64');
}

function vectorOf(text: string): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % FLOAT_BYTES !== 0) return undefined;
  return Float32Array.from({ length: bytes.length / FLOAT_BYTES }, (_, i) => bytes.readFloatLE(i * FLOAT_BYTES));
}

/** Converts all properties, in the order of their names. */
export const encodeProperties = (properties: Readonly<Record<string, unknown>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, encodeValue(value)]),
  );

/** Converts all properties back. Throws ValueError, which names the property. */
export function decodeProperties(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      try {
        return [name, decodeValue(value)];
      } catch (error) {
        throw error instanceof ValueError ? new ValueError(`the property ${name} contains ${error.message}`) : error;
      }
    }),
  );
}
