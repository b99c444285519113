/** The limit: a hand-written statement through the raw driver behind `node:http`. Prints its port. */
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { WORKS } from './works.ts';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { work, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const session = driver.session({ defaultAccessMode: 'READ' });
  const { records } = await session.run(WORKS[work]?.statement ?? '', variables);
  await session.close();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(records[0]?.get('value') ?? null));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`port ${typeof address === 'object' ? address?.port : ''}`);
});
