/** Glossograph as it is served, without a log line a request: the other side writes none either. Prints its port. */
import { parseConfig } from '../src/config.ts';
import { Graph } from '../src/graph/connect.ts';
import { listen } from '../src/http/server.ts';
import { createLog } from '../src/log.ts';
import { appOf } from '../src/server/assemble.ts';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const graph = Graph.open({ uri, user, password });
// What is compared is the way to an answer, not the memory of it.
const { REQUEST_TIMEOUT_MS, RESPONSE_CACHE = 'off' } = process.env;
const config = parseConfig({ LOG_LEVEL: 'silent', PORT: '0', REQUEST_TIMEOUT_MS, RESPONSE_CACHE });
const app = appOf(graph, config, createLog(config));
const { url } = await listen(app, config.HOST, config.PORT);
console.log(`port ${new URL(url).port}`);
