/** The memory of the local Neo4j, in MiB. */
import { expect, test } from 'vitest';
import { mebibytes, memoryFor, sizeInWords } from '../../src/graph/local/memory.ts';

test.each([
  // A small store on machines of all sizes.
  [
    { store: 4, machine: 24_000 },
    { heap: 6_000, pageCache: 3_000 },
  ],
  [
    { store: 4, machine: 4_096 },
    { heap: 1_024, pageCache: 512 },
  ],
  [
    { store: 4, machine: 2_048 },
    { heap: 512, pageCache: 256 },
  ],
  [
    { store: 4, machine: 1_024 },
    { heap: 256, pageCache: 128 },
  ],
  // A store of three million nodes fits, with room to grow.
  [
    { store: 3_400, machine: 24_000 },
    { heap: 6_000, pageCache: 5_100 },
  ],
  // A store larger than the machine leaves room for the heap and the API.
  [
    { store: 90_000, machine: 24_000 },
    { heap: 6_000, pageCache: 12_000 },
  ],
  [
    { store: 90_000, machine: 4_096 },
    { heap: 1_024, pageCache: 2_048 },
  ],
  [
    { store: 90_000, machine: 24_000, heap: 20_000 },
    { heap: 20_000, pageCache: 2_976 },
  ],
  // The user's own numbers count.
  [
    { store: 90_000, machine: 24_000, heap: 512, pageCache: 64 },
    { heap: 512, pageCache: 64 },
  ],
])('%j has %j', (needs, memory) => {
  expect(memoryFor(needs)).toEqual(memory);
});

test('sizes are read and told', () => {
  expect([mebibytes('512m'), mebibytes('4g')]).toEqual([512, 4_096]);
  expect([sizeInWords(512), sizeInWords(4_096), sizeInWords(6_000)]).toEqual(['512 MiB', '4 GiB', '5.9 GiB']);
});
