/** The jars of the local Neo4j are kept with the project's own data: a run does not download them anew. */
export const JARS_DIR = process.env.GLOSSOGRAPH_DATA ?? '.glossograph';
