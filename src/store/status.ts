import type { Driver } from 'neo4j-driver';
import { meta } from '../../cypher/meta/index.ts';
import { store } from '../../cypher/store/index.ts';
import { run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';
import { dataVersionOf } from '../model/data-version.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { RelationType } from '../model/relations.ts';

/** Numbers of entities by kind and of relations by type, including zeros. */
export interface Counts {
  entities: Record<EntityKind, number>;
  relations: Record<RelationType, number>;
}

/** The data version of the graph: 16 hexadecimal digits. The order of imports does not matter. */
export function dataVersion(driver: Driver, database?: string | undefined): Promise<string> {
  return inSession(driver, database, 'READ', async (session) => {
    const rows = await run(session, store.imports, {});
    return dataVersionOf(rows.map(({ origin, sha256 }) => `${origin}:${sha256}`));
  });
}

/** Counts the entities and relations of the graph. */
export function counts(driver: Driver, database?: string | undefined): Promise<Counts> {
  return inSession(driver, database, 'READ', async (session) => {
    const entities = await session.run(`${meta.entities.match} RETURN node.kind AS name, toFloat(node.count) AS count`);
    const relations = await session.run(
      `${meta.relations.match} RETURN node.type AS name, toFloat(node.count) AS count`,
    );
    const table = ({ records }: typeof entities) =>
      Object.fromEntries(records.map((record) => [record.get('name'), record.get('count')]));
    return { entities: table(entities), relations: table(relations) } as Counts;
  });
}
