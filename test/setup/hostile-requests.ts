/** Requests that a hostile or careless client sends: made from the schema, so a new argument is attacked without another line. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** One request, and what the test calls it. */
export interface HostileRequest {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  /** Whether the value has another type than the argument, so that only an error can be the answer. */
  ill: boolean;
}

/** A field of the schema that a query can reach, and the text around it. */
interface Reached {
  path: string;
  field: GraphQLField<unknown, unknown>;
  /** Puts the text of the field into a whole selection. */
  around(inner: string): string;
}

/** Valid values for required arguments, by name. A new required argument needs a line here. */
const VALID: Record<string, unknown> = {
  text: 'The EHR sends data.',
  of: ['Term:ehr'],
  id: 'Term:ehr',
  ids: ['Term:ehr'],
  from: 'Term:ehr',
  to: 'Term:emr',
  citation: '45 CFR Part 171',
  names: ['EHR'],
  query: 'ehr',
  key: 'hl7.fhir',
  asOf: '2024-03-11',
  prefix: 'e',
  slug: 'ehr',
  other: '45 CFR 171.102',
  since: '2024-03-11',
  version: '1.0.0',
};

const LONG = 'a'.repeat(60_000);
const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\u202e\u200b',
  '\ud800',
  LONG,
  '\'"`}) RETURN 1 //',
  '(((((',
  '*',
  '\\',
  '-1',
  'null',
];
const ABSURD: Record<string, readonly unknown[]> = {
  Int: [-1, 0, 2_147_483_647, -2_147_483_648],
  Float: [-1, 1e308],
  Boolean: [true, false],
  String: TEXTS,
  ID: TEXTS,
  Date: ['2026-02-29', '2026-13-01', '0000-00-00', '9999-12-31', '0001-01-01', 'today', '', LONG],
};
const OTHER_TYPES: Record<string, readonly unknown[]> = {
  Int: ['x', 1.5, 2_147_483_648, true, { a: 1 }],
  Float: ['x', true, { a: 1 }],
  Boolean: ['true', 1],
  String: [7, true, { a: 1 }],
  ID: [true, 1.5, { a: 1 }],
  Date: [7, true, { a: 1 }],
};

/** Every argument that a query can reach, with wrong types, wrong values and absurd ones. */
export function hostileRequests(schema: GraphQLSchema): HostileRequest[] {
  return reachable(schema).flatMap(({ path, field, around }) =>
    field.args.flatMap((argument) =>
      valuesFor(argument.type).map(({ value, ill }) => {
        const others = field.args.filter((one) => one !== argument && isRequiredArgument(one));
        const given = [...others.map(valid), `${argument.name}: $value`].join(', ');
        return {
          name: `${path}(${argument.name}: ${shown(value)})`,
          query: `query ($value: ${argument.type}) { ${around(`${field.name}(${given})${selection(field)}`)} }`,
          variables: { value },
          ill,
        };
      }),
    ),
  );
}

/** Each field with arguments, by the first way that leads to it from the root. */
function reachable(schema: GraphQLSchema): Reached[] {
  const found: Reached[] = [];
  const seen = new Set<string>();
  let step = [{ type: schema.getQueryType() as unknown, path: '', around: (inner: string) => inner }];
  while (step.length > 0) {
    const next: typeof step = [];
    for (const { type, path, around } of step) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      if (seen.has(type.name)) continue;
      seen.add(type.name);
      for (const field of Object.values(type.getFields())) {
        const at = path ? `${path}.${field.name}` : field.name;
        if (field.args.length > 0) found.push({ path: at, field, around });
        const required = field.args.filter(isRequiredArgument).map(valid).join(', ');
        const head = required ? `${field.name}(${required})` : field.name;
        next.push({ type: getNamedType(field.type), path: at, around: (inner) => around(`${head} { ${inner} }`) });
      }
    }
    step = next;
  }
  return found;
}

const selection = ({ type }: GraphQLField<unknown, unknown>) =>
  'getFields' in getNamedType(type) || 'getTypes' in getNamedType(type) ? ' { __typename }' : '';

function valid({ name, type }: GraphQLArgument): string {
  const value = VALID[name];
  if (value === undefined) throw new Error(`VALID needs a value for ${name}: ${type}`);
  return `${name}: ${JSON.stringify(value)}`;
}

function valuesFor(type: GraphQLInputType): { value: unknown; ill: boolean }[] {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const items = valuesFor(inner.ofType);
    return [
      { value: [], ill: false },
      { value: [null], ill: true },
      { value: Array.from({ length: 5_000 }, () => items.find(({ ill }) => !ill)?.value), ill: false },
      ...items.map(({ value, ill }) => ({ value: [value], ill })),
    ];
  }
  const of = (values: readonly unknown[], ill: boolean) => values.map((value) => ({ value, ill }));
  if (isEnumType(inner)) {
    const names = inner.getValues().map(({ name }) => name);
    return [...of(['NOPE', '', 3, { a: 1 }], true), ...of([names[0], names.at(-1)], false)];
  }
  if (isInputObjectType(inner)) return of(['x', 7, { nope: 1 }, [[]]], true);
  const { name } = getNamedType(inner);
  return [...of(OTHER_TYPES[name] ?? [], true), ...of(ABSURD[name] ?? [], false)];
}

const shown = (value: unknown) => {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 30)}… of ${text.length} characters` : text;
};
