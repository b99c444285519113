/**
 * The definition of a kind of entity. Each kind has one file in this folder, which contains its descriptor and the
 * schema of its record.
 */
import { z } from 'zod';
import type { ShapeName } from '../shapes.ts';

/** An entity's own fields, for kinds whose page is generated from the descriptor. Facts without a value are null. */
export interface DescribedEntity {
  readonly id: string;
  readonly label: string;
  readonly summary: string | null;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** A kind of entity, with everything that the API, the pages, the explorer, and the exports show about it. */
export interface KindDescriptor<Kind extends string = string> {
  /** The value of `EntityKind` in the API, such as `TERM`. */
  readonly kind: Kind;
  /** The Neo4j label, the GraphQL type, and the beginning of every id, such as `Term` in `Term:ehr`. */
  readonly label: LabelOfKind<Kind>;
  /** The description of the enum value. */
  readonly description: string;
  /** The words for one entity and for several entities of this kind. */
  readonly words: { readonly one: string; readonly many: string };
  /** The outline of its nodes. No two kinds have the same outline. */
  readonly shape: ShapeName;
  /** The color of its nodes, as `#rrggbb`. It has a contrast of at least 3 with the background of each theme. */
  readonly color: { readonly light: string; readonly dark: string };
  /** The id of an entity of the seed, for warm-up and documentation. */
  readonly example: string;
  /** Whether the sitemap lists its pages. Pages of aliases redirect, so they are not listed. */
  readonly inSitemap: boolean;
  /** The schema.org type of its pages' JSON-LD. */
  readonly schemaType: string;
  /** The contents of the page and of the explorer's panel, for a kind without a special design. */
  readonly plain?: {
    /** GraphQL fields and their names for users, in order. */
    readonly facts: Readonly<Record<string, string>>;
    /** The schema.org properties in addition to `@id`. Null and empty properties are omitted. */
    jsonLd(entity: DescribedEntity): Readonly<Record<string, unknown>>;
  };
}

type LabelOfKind<Kind extends string> = Capitalize<Lowercase<Kind>>;

/**
 * Creates a descriptor from the data that is specific to the kind. The words for the kind are derived from the label
 * unless they are provided.
 */
export function describeKind<const Kind extends string>(
  kind: Kind,
  own: Omit<KindDescriptor, 'kind' | 'label' | 'words' | 'inSitemap'> &
    Partial<Pick<KindDescriptor, 'words' | 'inSitemap'>>,
): KindDescriptor<Kind> {
  const label = (kind.charAt(0) + kind.slice(1).toLowerCase()) as LabelOfKind<Kind>;
  return { words: { one: label, many: `${label}s` }, inSitemap: true, ...own, kind, label };
}

/**
 * Creates a schema for an optional property. An absent property is an absent value, so `undefined` and `null` are
 * rejected.
 */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.exactOptional();

/**
 * Creates the schema of a kind's record from the fields that every entity has and the kind's own fields. A function
 * provides the fields, and each call is marked as pure, so the explorer's bundle omits both the schema and zod.
 */
export const entityRecord = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: () => Fields) =>
  z.object({
    kind: z.literal(kind),
    /** The GraphQL id, such as `Term:ehr` or `Regulation:45-CFR-171.203(a)(1)`. */
    id: z.string().min(1),
    /** The name in pictures. */
    label: z.string().min(1),
    /** One sentence in Glossograph's own words or in those of the source. */
    summary: optional(z.string()),
    /** The URL of the official page. */
    url: optional(z.string()),
    ...fields(),
  });
