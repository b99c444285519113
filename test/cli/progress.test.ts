import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';

test.each([true, false])('prints names as they are, whatever they do to a terminal (terminal: %s)', (isTTY) => {
  const written: string[] = [];
  const out = Object.assign(new Writable({ write: (chunk, _, done) => done(void written.push(String(chunk))) }), {
    isTTY,
  });
  const progress = new Progress(out as unknown as NodeJS.WriteStream);
  progress.step('Import EMR\u202efdp.json');
  progress.note('\u001b[2J of 3');
  progress.done('Imported E\u200bHR');
  progress.say('"می\u200cخواهم" is\nambiguous');
  const all = written.join('').replaceAll('\r\u001b[K', '');
  expect(all).toContain('Import EMR⟨U+202E⟩fdp.json');
  expect(all).toContain('✓ Imported E⟨U+200B⟩HR\n"می\u200cخواهم" is\nambiguous\n');
  for (const sign of ['\u202e', '\u200b', '\u001b']) expect(all).not.toContain(sign);
});
