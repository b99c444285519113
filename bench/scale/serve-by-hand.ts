/** The limit: statements written by hand through the raw driver behind `node:http`. Prints its port. */
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { BY_HAND } from './by-hand/index.ts';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
  ...{ disableLosslessIntegers: true, telemetryDisabled: true, maxConnectionPoolSize: 64 },
  notificationFilter: { minimumSeverityLevel: 'OFF' },
});

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const { statement = '', parameters, answer = (value: unknown) => value } = BY_HAND[operationName] ?? {};
    const given = parameters?.(variables) ?? {};
    const { records } = await session.run(statement, given);
    const text = JSON.stringify({ data: answer(records[0]?.get('value') ?? null, given) });
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', Buffer.byteLength(text));
    response.end(text);
  } catch (error) {
    response.statusCode = 500;
    response.end(JSON.stringify({ errors: [{ message: String(error) }] }));
  } finally {
    await session.close();
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`port ${typeof address === 'object' ? address?.port : ''}`);
});
