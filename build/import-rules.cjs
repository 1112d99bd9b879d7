/** Who may import whom. The comment of a rule is the message a newcomer reads when the build stops. */
const rooms = ['electron', 'renderer', 'server']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Two files that import each other are one idea: merge them, or move what they share below both.',
      from: {},
      to: { circular: true },
    },
    ...rooms.map((room) => ({
      name: `${room}-stays-in-its-room`,
      severity: 'error',
      comment: `electron is the machine, renderer the counter, server the city. They meet only through shared/, so ${room} imports shared and nothing of the other two.`,
      from: { path: `^${room}/` },
      to: { path: rooms.filter((other) => other !== room).map((other) => `^${other}/`) },
    })),
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment:
        'shared/ runs on both sides of the wire: no screen, no disk, no network, no clock. Hand such things in as arguments.',
      from: { path: '^shared/' },
      to: {
        path: [
          '^(electron|renderer|server|build|test)/',
          'node_modules/(react|react-dom|antd|dexie|electron|fastify|pg|@electric-sql|zustand)/',
        ],
      },
    },
    {
      name: 'shared-knows-no-node',
      severity: 'error',
      comment: 'shared/ must also run in the browser: no Node module in it.',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'base-is-the-ground',
      severity: 'error',
      comment: 'shared/base knows nothing of the office; everything else stands on it.',
      from: { path: '^shared/base/' },
      to: { path: '^shared/(?!base/)' },
    },
    {
      name: 'codes-stand-on-base',
      severity: 'error',
      comment: 'A code table is a national standard: it may use shared/base and nothing else.',
      from: { path: '^shared/codes/' },
      to: { path: '^shared/(?!base/|codes/)' },
    },
    {
      name: 'people-stand-on-codes',
      severity: 'error',
      comment: 'The nouns of the register know codes and base, never policy, documents or cases.',
      from: { path: '^shared/(people|register)/' },
      to: { path: '^shared/(policy|documents|cases|sync|ipc)/' },
    },
    {
      name: 'policy-and-documents-know-no-case',
      severity: 'error',
      comment:
        'Law and stationery serve every case type; a file there that needs a case belongs in that case type.',
      from: { path: '^shared/(policy|documents)/' },
      to: { path: '^shared/(cases|sync|ipc)/' },
    },
    {
      name: 'case-types-never-import-each-other',
      severity: 'error',
      comment:
        'A case type is one folder that can be lifted out. What two of them share belongs in the case kernel (shared/cases/*.ts or a folder of its own there).',
      from: { path: '^shared/cases/([a-z0-9-]+-case)/' },
      to: { path: '^shared/cases/[a-z0-9-]+-case/', pathNot: '^shared/cases/$1/' },
    },
    {
      name: 'the-kernel-knows-no-case-type',
      severity: 'error',
      comment: 'Only shared/cases/case-types.ts names the case types; everybody else asks the registry.',
      from: {
        path: '^(shared|renderer|electron|server)/',
        pathNot: ['^shared/cases/case-types\\.ts$', '^shared/cases/[a-z0-9-]+-case/'],
      },
      to: { path: '^shared/cases/[a-z0-9-]+-case/' },
    },
    {
      name: 'dexie-only-in-local',
      severity: 'error',
      comment:
        'Only renderer/local touches IndexedDB: one writer, one codec, so that nothing is stored twice or in clear.',
      from: { path: '^renderer/', pathNot: '^renderer/local/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'pdfmake-only-in-paper',
      severity: 'error',
      comment: 'Only renderer/paper touches pdfmake; a document elsewhere is plain data (types are free).',
      from: { path: '^(renderer|shared)/', pathNot: '^renderer/paper/' },
      to: { path: 'node_modules/(pdfmake|pdfkit|fontkit)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-bridge-has-one-door',
      severity: 'error',
      comment: 'Only renderer/station.ts speaks to the preload bridge; ask it for the service.',
      from: { path: '^renderer/', pathNot: '^renderer/(station\\.ts|[a-z-]+/worker)' },
      to: { path: '^shared/ipc/bridge\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-development-dependency-in-the-product',
      severity: 'error',
      comment:
        'What ships may import only what package.json lists under dependencies (electron itself is the platform).',
      from: { path: '^(shared|electron|renderer|server)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '(^|/)(dist|out|\\.runtime)/' },
  },
}
