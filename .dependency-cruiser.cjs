/**
 * Which room may import which: the order in CONTRIBUTING.md ("Where things are"), from the bottom up. An import leads to
 * the same room or to one further down; nothing imports in a circle. `npm run check` holds it.
 */

/** Bottom first. Rooms on one line know nothing of each other. */
const ROOMS = [
  ['src/version.ts'],
  ['src/setting-forms.ts'],
  ['src/config.ts'],
  ['src/log.ts', 'src/model'],
  ['src/law', 'src/search', 'src/prose', 'src/telemetry'],
  ['src/graph'],
  ['src/plan'],
  ['cypher'],
  ['src/arguments', 'src/picture', 'src/store'],
  ['src/backup', 'src/link', 'src/meaning', 'src/http', 'src/view'],
  ['src/assets', 'src/export', 'schema'],
  ['src/import', 'src/pages', 'src/explorer', 'src/graphiql'],
  ['src/feeds'],
  ['src/server'],
  ['src/cli'],
  ['src/main.ts'],
];

const pattern = (rooms) =>
  `^(${rooms.map((room) => (room.endsWith('.ts') ? `${room.replace('.', '\\.')}$` : `${room}/`)).join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Modules that import each other are one module. Move what both need below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-file-has-a-room',
      comment: 'List a new room in ROOMS and in CONTRIBUTING.md.',
      severity: 'error',
      from: { path: '^(src|schema|cypher)/', pathNot: pattern(ROOMS.flat()) },
      to: {},
    },
    // Nothing lies above the last floor.
    ...ROOMS.slice(0, -1).flatMap((rooms, floor) =>
      rooms.map((room) => ({
        name: `${room.replace('src/', '').replace('.ts', '')}-imports-only-below`,
        comment: 'An import leads down: see ROOMS in .dependency-cruiser.cjs.',
        severity: 'error',
        from: { path: pattern([room]) },
        to: { path: pattern([...rooms.filter((one) => one !== room), ...ROOMS.slice(floor + 1).flat()]) },
      })),
    ),
    {
      name: 'no-tests-or-benches',
      comment: 'What ships does not import what tests or measures it.',
      severity: 'error',
      from: { path: '^(src|schema|cypher)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|schema|cypher|test|bench)/',
    exclude: { path: '\\.css$' },
  },
};
