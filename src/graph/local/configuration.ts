import type { ServerMemory } from './memory.ts';

/** The JVM options for a local Neo4j. The initial heap is small because a glossary fits in a few hundred megabytes. */
export const jvmOptions = ({ heap }: ServerMemory): string[] => [
  `-Xms${Math.min(256, heap)}m`,
  `-Xmx${heap}m`,
  '-XX:+UseParallelGC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];

/**
 * The text of `neo4j.conf`.
 *
 * @param ownHeap whether the user has set the heap size. If so, transactions can use more of the heap than Neo4j's
 * default of 70 percent. Users set a heap size for large imports, and an import is one transaction.
 */
export const configuration = (port: number, { heap, pageCache }: ServerMemory, ownHeap: boolean): string =>
  `server.bolt.listen_address=127.0.0.1:${port}
internal.server.bolt.thread_pool_shutdown_wait_time=1s
internal.server.bolt.connection_shutdown_wait_time=1s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache}m
db.tx_log.rotation.retention_policy=keep_none
db.logs.query.enabled=OFF
${ownHeap ? `dbms.memory.transaction.total.max=${Math.floor(heap * 0.85)}m` : ''}
`;
