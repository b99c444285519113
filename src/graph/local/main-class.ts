/** The server's own main class and its arguments, as org.neo4j:neo4j has it. */
export const serverMain = (home: string, conf: string): string[] => [
  'org.neo4j.server.CommunityEntryPoint',
  `--home-dir=${home}`,
  `--config-dir=${conf}`,
  '--console-mode',
];

/** What it prints once Bolt listens. */
export const STARTED = /INFO\s+Started\./;
