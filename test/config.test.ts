import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, parseConfig, SETTINGS } from '../src/config.ts';

test('an empty environment gives the defaults: loopback, port 4000, a local Neo4j', () => {
  expect(parseConfig({})).toMatchObject({
    PORT: 4000,
    HOST: '127.0.0.1',
    NEO4J_URI: undefined,
    GLOSSOGRAPH_DATA: '.glossograph',
    REQUEST_TIMEOUT_MS: 8000,
    GRAPHIQL: true,
    CORS_ORIGINS: [],
  });
});

test('an empty variable counts as unset', () => {
  expect(parseConfig({ PORT: '', NEO4J_URI: '' })).toMatchObject({ PORT: 4000, NEO4J_URI: undefined });
});

test('every fault is reported at once, with the variable and what it accepts', () => {
  const fault = () =>
    parseConfig({
      PORT: '99999',
      NEO4J_URI: 'http://x',
      GRAPHIQL: 'yes',
      LOG_LEVEL: 'loud',
      CORS_ORIGINS: 'x.org',
      PUBLIC_URL: 'https://x.org/a',
    });
  expect(fault).toThrow(ConfigError);
  try {
    fault();
  } catch (error) {
    const { message } = error as ConfigError;
    for (const [name, { accepts }] of Object.entries(SETTINGS)) {
      const faulty = ['PORT', 'NEO4J_URI', 'GRAPHIQL', 'LOG_LEVEL', 'CORS_ORIGINS', 'PUBLIC_URL'].includes(name);
      expect(message.includes(`${name}: must be ${accepts}`), name).toBe(faulty);
    }
  }
});

test('a user and a password in an address are refused, and no message shows them', () => {
  const settings = ['NEO4J_URI', 'PUBLIC_URL', 'CORS_ORIGINS'];
  const addresses = [
    'bolt://neo4j:SECRET@host:7687',
    'neo4j+s://u:SEC/RET@x,SECRET@host',
    'u:SECRET@host',
    'https://u:SECRET@h',
  ];
  for (const name of settings) {
    for (const address of addresses) {
      const fault = () => parseConfig({ [name]: address });
      expect(fault, `${name}=${address}`).toThrow(/not ".*\*\*\*@h(ost(:7687)?)?"$/);
      expect(fault).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/SEC/) }));
    }
  }
  expect(() => parseConfig({ NEO4J_URI: 'bolt://neo4j:SECRET@host' })).toThrow(/NEO4J_USER and NEO4J_PASSWORD/);
});

test('.env.example lists every setting in order, with its default and what it accepts', () => {
  const lines = Object.entries(SETTINGS).flatMap(([name, setting]) => {
    const unset = 'unset' in setting ? setting.unset : '';
    return [`# ${setting.about} Accepts: ${setting.accepts}.`, `#${name}=${unset}`, ''];
  });
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(example).toBe(lines.join('\n'));
});
