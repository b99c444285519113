/** A made-up title of the CFR, as large as wanted, in the GPO's bulk dialect: parts, subparts, sections and paragraphs. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Random, random } from '../test/plan/random.ts';

const WORDS =
  'the actor must keep a record of each request that it receives and of the answer that it gives to a person who may ask for data under this part in a manner and at a time which are set forth here'.split(
    ' ',
  );
const LETTERS = 'abcdefgh';
const SECTIONS = 40;

/** Writes it to a file, at least this many bytes. The same size gives the same bytes. Gives the number of parts. */
export async function writeTitle(file: string, bytes: number): Promise<number> {
  const r = random(11);
  const out = createWriteStream(file);
  let written = 0;
  const say = async (text: string) => {
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await say(
    '<?xml version="1.0" encoding="UTF-8"?>\n<ECFR>\n<DIV1 N="99" TYPE="TITLE">\n<HEAD>Title 99—Made Up</HEAD>\n',
  );
  let part = 0;
  while (written < bytes) {
    part += 1;
    await say(`<DIV5 N="${part}" TYPE="PART">\n<HEAD>PART ${part}—MADE UP</HEAD>\n`);
    for (let section = 1; section <= SECTIONS; section += 1) await say(sectionOf(r, part, section));
    await say('</DIV5>\n');
  }
  await say('</DIV1>\n</ECFR>\n');
  out.end();
  await once(out, 'finish');
  return part;
}

function sectionOf(r: Random, part: number, section: number): string {
  const number = `${part}.${section}`;
  const lines = [`<DIV8 N="${number}" TYPE="SECTION">`, `<HEAD>§ ${number}   Made up.</HEAD>`, `<P>${sentence(r)}</P>`];
  for (const letter of LETTERS) {
    lines.push(`<P>(${letter}) <I>Rule.</I> ${sentence(r)} ${citation(r, part)}</P>`);
    for (let digit = 1; digit <= 3; digit += 1) lines.push(`<P>(${digit}) ${sentence(r)}</P>`);
  }
  return `${lines.join('\n')}\n</DIV8>\n`;
}

const sentence = (r: Random) => `${Array.from({ length: 20 + r.int(25) }, () => r.pick(WORDS)).join(' ')}.`;
const citation = (r: Random, part: number) =>
  r.chance(0.5)
    ? `See § ${part}.${1 + r.int(SECTIONS)}(${r.pick([...LETTERS])}).`
    : 'See paragraph (a) of this section.';
