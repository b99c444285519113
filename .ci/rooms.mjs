/**
 * Checks which room imports which, by the rules of .dependency-cruiser.cjs. It calls the library and not its command, because the
 * command runs on Node.js 22 and later only, and because the library reads TSX by swc: it does not know TypeScript 7 yet.
 */
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

const { options, ...rules } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(['src', 'schema', 'cypher'], { ...options, ruleSet: rules, validate: true });
const { error: errors, totalCruised, totalDependenciesCruised, violations } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} imports ${to}`);
console.log(`${totalCruised} modules, ${totalDependenciesCruised} imports, ${errors} against the order of rooms.`);
if (errors > 0) process.exitCode = 1;
