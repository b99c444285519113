import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { snapshots } from '../../schema/snapshots.ts';

test('schema.graphql and introspection.ts are what the code says; `npm run schema` writes them anew', () => {
  for (const [file, text] of Object.entries(snapshots())) {
    expect(readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8'), file).toBe(text);
  }
});

test('every type, field, argument and enum value of ours has a description', () => {
  const bare: string[] = [];
  const look = (where: string, { description }: { description?: string | null | undefined }) => {
    if (!description) bare.push(where);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    const builtIn =
      isIntrospectionType(type) ||
      (isScalarType(type) && ['ID', 'Int', 'Float', 'String', 'Boolean'].includes(type.name));
    if (builtIn) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        if ('args' in field) for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
  }
  expect(bare).toEqual([]);
});

test('every list is of non-null elements but `nodes`, whose holes are its answer', () => {
  const open = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : []))
    .filter(({ field }) => /\[\w+\]/.test(String(field.type)))
    .map(({ type, field }) => `${type.name}.${field.name}: ${getNamedType(field.type)}`);
  expect(open).toEqual(['Query.nodes: Node']);
});
