/** The data folder of the local Neo4j. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepPassword, openFolder, password } from '../../src/graph/local/folder.ts';

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

test('damaged files of the folder are named, with the way out', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-folder-'));
  try {
    await openFolder(dataDir);
    for (const garbage of ['', 'garbage', '-1', '0x1', '1\n2']) {
      await writeFile(join(dataDir, 'format'), garbage);
      await expect(openFolder(dataDir)).rejects.toMatchObject({
        code: 'BAD_FORMAT',
        message: expect.stringMatching(/format is damaged.*write 1 to the file.*GLOSSOGRAPH_DATA/),
      });
    }
    await writeFile(join(dataDir, 'neo4j.password'), '\n');
    expect(await password(dataDir)).toMatchObject({ fresh: true }); // no store has a password yet
    await mkdir(join(dataDir, 'neo4j/data/databases/system'), { recursive: true });
    await expect(password(dataDir)).rejects.toMatchObject({
      code: 'NO_PASSWORD',
      message: expect.stringMatching(/neo4j\.password, .* is empty.*Restore.*delete/),
    });
    await rm(join(dataDir, 'neo4j.password'));
    await expect(password(dataDir)).rejects.toThrow(/neo4j\.password, .* is missing/);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
