import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { PACKAGE_ROOT } from '../version.ts';
import { MigrationError } from './migration-error.ts';
import { type LockPatience, withMigrationLock } from './migration-lock.ts';
import { inSession } from './session.ts';
import { raiseVersion } from './version.ts';

export { MigrationError } from './migration-error.ts';

/**
 * A numbered file in `cypher/migrations/`. It contains either schema statements or writes, but never both, because
 * Neo4j requires separate transactions for them:
 *
 * - Schema statements run one by one, each with IF [NOT] EXISTS, so an interrupted run can be repeated.
 * - Writes run in one transaction, together with the record that they ran.
 *
 * A statement ends with `;` at the end of a line. A line that begins with `//` is a comment.
 */
export interface Migration {
  readonly number: number;
  /** The name, such as "0001-constraints". */
  readonly name: string;
  readonly statements: readonly string[];
  readonly schema: boolean;
  /** The checksum of the statements, without comments and line ends. Editing a comment does not change it. */
  readonly sha256: string;
}

const FILE = /^(\d{4})-[a-z0-9-]+\.cypher$/;
const SCHEMA = /^(CREATE|DROP)\s+(CONSTRAINT|((RANGE|TEXT|POINT|FULLTEXT|VECTOR|LOOKUP)\s+)?INDEX)\b/i;
const AWAIT_INDEX_SECONDS = 600;

/** Parses a migration from the text of its file. Throws an Error if the file breaks the rules above. */
export function migrationOf(file: string, text: string): Migration {
  const number = FILE.exec(file)?.[1];
  if (number === undefined)
    throw new Error(`cypher/migrations/${file}: the file name must have the form 0001-constraints.cypher`);
  const statements = text
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;[ \t]*\r?$/m)
    .map((statement) => statement.replace(/\s*\r?\n\s*/g, '\n').trim())
    .filter((statement) => statement !== '');
  const schema = statements.filter((statement) => SCHEMA.test(statement));
  if (statements.length === 0)
    throw new Error(`cypher/migrations/${file}: the file must contain at least one statement`);
  if (schema.length !== 0 && schema.length !== statements.length) {
    throw new Error(`cypher/migrations/${file}: schema statements and write statements must be in separate files`);
  }
  const once = schema.find((statement) => !/\bIF (NOT )?EXISTS\b/i.test(statement));
  if (once !== undefined) throw new Error(`cypher/migrations/${file}: add IF [NOT] EXISTS to "${once.slice(0, 60)}"`);
  return {
    number: Number(number),
    name: file.replace(/\.cypher$/, ''),
    statements,
    schema: schema.length > 0,
    sha256: createHash('sha256').update(statements.join(';\n')).digest('hex'),
  };
}

/** The migrations in this version of Glossograph, in order. */
export function readMigrations(folder: URL = new URL('cypher/migrations/', PACKAGE_ROOT)): Migration[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => migrationOf(file, readFileSync(new URL(file, folder), 'utf8')));
  const twice = found.find(({ number }, i) => number === found[i - 1]?.number);
  if (twice) throw new Error(`cypher/migrations/${twice.name}.cypher: the number is already used by another file`);
  return found;
}

/**
 * Applies each migration that the graph does not have yet, once. When the function returns, the new indexes are online.
 * The function can run at every start and in several processes at once: one process migrates while the others wait.
 *
 * @param database the server's default database if undefined
 * @returns the names of the migrations that were applied now, in order
 * @throws MigrationError before anything is changed
 */
export async function migrate(
  driver: Driver,
  database?: string | undefined,
  known: readonly Migration[] = readMigrations(),
  patience: LockPatience = {},
): Promise<{ applied: string[] }> {
  return inSession(driver, database, 'WRITE', async (session) => {
    const missing = async () => {
      const had = await appliedNumbers(session, known);
      return known.filter(({ number }) => !had.has(number));
    };
    if ((await missing()).length === 0) return { applied: [] };
    const applyMissing = async () => {
      const migrations = await missing();
      for (const migration of migrations) await apply(session, migration);
      return { applied: migrations.map(({ name }) => name) };
    };
    return withMigrationLock(driver, database, applyMissing, patience);
  });
}

/** What the graph has had, after making sure that it is what we know. */
async function appliedNumbers(session: Session, known: readonly Migration[]): Promise<Set<number>> {
  // As a float: an integer would come in the shape that the driver was set to.
  const { records } = await session.run(
    'MATCH (node:Migration) RETURN toFloat(node.number) AS number, node.name AS name, node.sha256 AS sha256 ORDER BY number',
  );
  for (const record of records) {
    const { number, name, sha256 } = record.toObject();
    const migration = known.find((one) => one.number === number);
    if (!migration) {
      throw new MigrationError(
        'NEWER',
        `This graph was created by a newer version of Glossograph: this version does not recognize the migration ${name}. Update Glossograph, or empty the graph with \`glossograph reset\` and load the seed again.`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new MigrationError(
        'CHANGED',
        `The file cypher/migrations/${migration.name}.cypher was changed after it was applied to this graph. Restore the file and make the change in a new file, or empty the graph with \`glossograph reset\` and load the seed again.`,
      );
    }
  }
  return new Set(records.map((record) => record.get('number')));
}

const RECORD = `MERGE (node:Migration {number: $number})
  ON CREATE SET node.name = $name, node.sha256 = $sha256, node.appliedAt = datetime()`;

async function apply(session: Session, migration: Migration): Promise<void> {
  const { number, name, sha256, statements, schema } = migration;
  const params = { number: neo4j.int(number), name, sha256 };
  if (schema) {
    for (const statement of statements) await session.executeWrite((tx) => tx.run(statement));
    // What is recorded is also online: a run that ends while an index fills begins again here.
    await awaitIndexes(session, migration);
    await session.executeWrite(async (tx) => {
      await tx.run(RECORD, params);
      await raiseVersion(tx);
    });
    return;
  }
  await session.executeWrite(async (tx) => {
    const { summary } = await tx.run(RECORD, params);
    if (summary.counters.updates().nodesCreated === 0) return; // an older Glossograph, which takes no lock, was faster
    for (const statement of statements) await tx.run(statement);
    await raiseVersion(tx);
  });
}

/**
 * Waits for the migration's own indexes, by name. `db.awaitIndexes` would also wait for indexes of other programs, and
 * for a constraint that is being created, whose creator may wait for us. An index whose twin has another name was not made.
 */
async function awaitIndexes(session: Session, migration: Migration): Promise<void> {
  const names = schemaOf([migration]).map(({ name }) => name);
  const { records } = await session.run('SHOW INDEXES YIELD name WHERE name IN $names RETURN name', { names });
  for (const record of records) {
    const seconds = neo4j.int(AWAIT_INDEX_SECONDS);
    await session.run('CALL db.awaitIndex($name, $seconds)', { name: record.get('name'), seconds });
  }
}

/** The constraints and indexes that migrations create, newest first, so that they can be dropped by name. */
export function schemaOf(migrations: readonly Migration[]): { kind: 'CONSTRAINT' | 'INDEX'; name: string }[] {
  return migrations
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => {
      const [, kind, name] =
        /^CREATE\s+(?:\w+\s+)?(CONSTRAINT|INDEX)\s+(\w+)\s+IF\s+NOT\s+EXISTS/i.exec(statement) ?? [];
      if (kind === undefined || name === undefined) return [];
      return [{ kind: kind.toUpperCase() === 'INDEX' ? ('INDEX' as const) : ('CONSTRAINT' as const), name }];
    })
    .reverse();
}
