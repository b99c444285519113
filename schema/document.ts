/** GraphQL documents whose results and variables the type checker infers from their text and the SDL. */
import type { initGraphQLTada, ResultOf as TadaResult, VariablesOf as TadaVariables } from 'gql.tada';
import type { Introspection } from './introspection.ts';

type Tada = initGraphQLTada<{
  introspection: Introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; JSON: object };
}>;
type TadaFragments = NonNullable<Parameters<Tada>[1]>;

declare const tada: Tada;
/** Never called. gql.tada infers from a text only as the result of a call, and its own function would parse at run time. */
const inferred = <const Text extends string, const Fragments extends TadaFragments>(text: Text, fragments: Fragments) =>
  tada(text, fragments);

/** A query or a fragment, as the text that is sent to the server. `Typed` exists only for the type checker. */
export interface TypedDocument<Typed = unknown> {
  readonly text: string;
  /** The document's own text, followed by each fragment that it spreads. */
  readonly parts: readonly string[];
  readonly typed?: Typed;
}

type TypedBy<Document> = Document extends TypedDocument<infer Typed> ? Typed : never;

/** The data that a query returns or a fragment selects. */
export type ResultOf<Document> = TadaResult<TypedBy<Document>>;

/** The variables that a query takes. */
export type VariablesOf<Document> = ReadonlyLists<TadaVariables<TypedBy<Document>>>;

type ReadonlyLists<Variables> = {
  readonly [Name in keyof Variables]: Variables[Name] extends (infer Item)[] | null | undefined
    ? readonly Item[] | Exclude<Variables[Name], Item[]>
    : Variables[Name];
};

type TypedByAll<Fragments extends readonly TypedDocument[]> = {
  [Index in keyof Fragments]: TypedBy<Fragments[Index]>;
} extends infer All extends TadaFragments
  ? All
  : never;

const own = new Set<string>();

/** The loaded documents that the program's own pages and scripts send. */
export const ownDocuments = (): ReadonlySet<string> => own;

/**
 * Creates a document from its text and the fragments that it spreads. A field that is not in the SDL has the type
 * `unknown`.
 */
export function document<const Text extends string, const Fragments extends readonly TypedDocument[] = []>(
  source: Text,
  ...fragments: Fragments
): TypedDocument<ReturnType<typeof inferred<Text, TypedByAll<Fragments>>>> {
  const parts = [...new Set([source.trim(), ...fragments.flatMap((fragment) => fragment.parts)])];
  const text = `${parts.join('\n\n')}\n`;
  own.add(text);
  return { parts, text };
}
