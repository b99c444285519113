import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';

/** A stream that keeps what is written to it. */
function kept(isTTY: boolean) {
  const written: string[] = [];
  const out = new Writable({ write: (chunk, _, done) => done(void written.push(String(chunk))) });
  return { written, out: Object.assign(out, { isTTY }) as unknown as NodeJS.WriteStream };
}

test('a log tells how far a long step is, every 10 seconds', () => {
  const { written, out } = kept(false);
  let seconds = 0;
  const progress = new Progress(out, () => seconds * 1_000);
  progress.step('Computing vectors');
  for (; seconds <= 25; seconds += 1) progress.note(`${seconds} of 60 texts`);
  progress.done('Computed 60 vectors');
  progress.step('Linking');
  progress.note('1 of 3 pages');
  expect(written.join('')).toBe(
    '… Computing vectors\n… Computing vectors: 10 of 60 texts\n… Computing vectors: 20 of 60 texts\n✓ Computed 60 vectors\n… Linking\n',
  );
});

test.each([true, false])('prints names as they are, whatever they do to a terminal (terminal: %s)', (isTTY) => {
  const { written, out } = kept(isTTY);
  const progress = new Progress(out);
  progress.step('Import EMR\u202efdp.json');
  progress.note('\u001b[2J of 3');
  progress.done('Imported E\u200bHR');
  progress.say('"می\u200cخواهم" is\nambiguous');
  const all = written.join('').replaceAll('\r\u001b[K', '');
  expect(all).toContain('Import EMR⟨U+202E⟩fdp.json');
  expect(all).toContain('✓ Imported E⟨U+200B⟩HR\n"می\u200cخواهم" is\nambiguous\n');
  for (const sign of ['\u202e', '\u200b', '\u001b']) expect(all).not.toContain(sign);
});
