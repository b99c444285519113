/** What a kind of entity consists of. Each kind is one file beside this one: its descriptor, and the schema of its record. */
import { z } from 'zod';
import type { ShapeName } from '../shapes.ts';

/** An entity's own fields, for kinds whose page follows from the descriptor. Facts without a value are null. */
export interface DescribedEntity {
  readonly id: string;
  readonly label: string;
  readonly summary: string | null;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** A kind of entity, in everything that the API, pages, explorer and exports show of it. */
export interface KindDescriptor<Kind extends string = string> {
  /** The value of `EntityKind` in the API: `TERM`. */
  readonly kind: Kind;
  /** The Neo4j label, the GraphQL type and the start of every id: `Term`, as in `Term:ehr`. */
  readonly label: LabelOfKind<Kind>;
  /** The description of the enum value. */
  readonly description: string;
  /** What readers call one and several of them. */
  readonly words: { readonly one: string; readonly many: string };
  /** The outline of its nodes; no two kinds share one. */
  readonly shape: ShapeName;
  /** The color of its nodes, as `#rrggbb`: contrast of at least 3 with the paper of each theme. */
  readonly color: { readonly light: string; readonly dark: string };
  /** The id of an entity of the seed, for warm-up and documentation. */
  readonly example: string;
  /** True if the sitemap lists its pages. Pages of aliases redirect, so they are not listed. */
  readonly inSitemap: boolean;
  /** The schema.org type of its pages' JSON-LD. */
  readonly schemaType: string;
  /** For a kind without a page of its own design: what its page and the explorer's panel show. */
  readonly plain?: {
    /** GraphQL fields and their names for readers, in order. */
    readonly facts: Readonly<Record<string, string>>;
    /** schema.org properties beside `@id`; null and empty ones are left out. */
    jsonLd(entity: DescribedEntity): Readonly<Record<string, unknown>>;
  };
}

type LabelOfKind<Kind extends string> = Capitalize<Lowercase<Kind>>;

/** A descriptor from what is particular to the kind. The words are those of the label unless it names others. */
export function describeKind<const Kind extends string>(
  kind: Kind,
  own: Omit<KindDescriptor, 'kind' | 'label' | 'words' | 'inSitemap'> &
    Partial<Pick<KindDescriptor, 'words' | 'inSitemap'>>,
): KindDescriptor<Kind> {
  const label = (kind.charAt(0) + kind.slice(1).toLowerCase()) as LabelOfKind<Kind>;
  return { words: { one: label, many: `${label}s` }, inSitemap: true, ...own, kind, label };
}

/** An absent property is an absent value: `undefined` and `null` are refused. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.exactOptional();

/**
 * The schema of a kind's record: the fields of every entity and its own. The fields come from a function, and each call is
 * marked as pure, so that the explorer's bundle drops the schema and zod with it.
 */
export const entityRecord = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: () => Fields) =>
  z.object({
    kind: z.literal(kind),
    /** The GraphQL id itself: `Term:ehr`, `Regulation:45-CFR-171.203(a)(1)`. */
    id: z.string().min(1),
    /** The name that a picture shows. */
    label: z.string().min(1),
    /** One sentence, in Glossograph's own words or the source's. */
    summary: optional(z.string()),
    /** The official page. */
    url: optional(z.string()),
    ...fields(),
  });
