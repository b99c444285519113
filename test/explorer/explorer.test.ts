/**
 * The explorer from end to end: a real browser, a real server, a real database. Every interaction, asserted through the model,
 * the address and the list. One graph serves all suites, as seeding it takes longer than most of them.
 */
import { explored } from './explored.ts';
import { finding } from './suites/finding.ts';
import { panel } from './suites/panel.ts';
import { picture } from './suites/picture.ts';
import { quality } from './suites/quality.ts';
import { reading } from './suites/reading.ts';
import { story } from './suites/story.ts';
import { without } from './suites/without.ts';

const parts = explored();
for (const suite of [story, finding, picture, reading, panel, without, quality]) suite(parts);
