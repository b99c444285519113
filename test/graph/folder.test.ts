/** The data folder of the local Neo4j. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepPassword, password } from '../../src/graph/local/folder.ts';

test('a new password is a plain word on a command line, never an option, and is kept', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-folder-'));
  try {
    const made = await Promise.all(Array.from({ length: 500 }, () => password(dataDir)));
    for (const { password: secret } of made) expect(secret).toMatch(/^[0-9a-f]{36}$/);
    expect(new Set(made.map(({ password: secret }) => secret)).size).toBe(500);
    await keepPassword(dataDir, made[0]?.password as string);
    expect(await password(dataDir)).toEqual({ password: made[0]?.password, fresh: false });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
