/** The server's own main class and its arguments, as defined in org.neo4j:neo4j. */
export const serverMain = (home: string, conf: string): string[] => [
  'org.neo4j.server.CommunityEntryPoint',
  `--home-dir=${home}`,
  `--config-dir=${conf}`,
  '--console-mode',
];

/** The text that the server prints when Bolt is listening. */
export const STARTED = /INFO\s+Started\./;
