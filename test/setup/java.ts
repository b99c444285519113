/** For a Neo4j that a test starts for a moment: the quick compiler alone plans sooner. */
export const QUICK_JVM = ['-XX:TieredStopAtLevel=1'];

/** The same for one that a process of its own starts. */
export const QUICK_JAVA = { JAVA_TOOL_OPTIONS: QUICK_JVM.join(' ') };
