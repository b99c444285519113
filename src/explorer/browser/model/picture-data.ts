/** The data of a picture, as the server sends it. */
import type { ResultOf } from '../../../../schema/document.ts';
import type { SUBGRAPH } from '../api/documents.ts';

type Subgraph = ResultOf<typeof SUBGRAPH>;

/** An entity in a picture. Its key is the id of the entity. */
export type PictureNode = Readonly<Subgraph['nodes'][number]> & {
  /** The number of the community that contains the node. Present only in pictures of the whole graph. */
  readonly community?: number | null;
};

/** A relation in a picture. */
export type PictureEdge = Readonly<Subgraph['edges'][number]>;

/** A path from one entity to another: the keys of its nodes, and the edges between them. */
export interface PicturePath {
  readonly nodes: readonly string[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureData {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly completeness: Readonly<Subgraph['completeness']>;
  /** Present only if the query was for paths. */
  readonly paths?: readonly PicturePath[];
}
