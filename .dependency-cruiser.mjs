// The arrows between workspaces (ARCHITECTURE.md): dependencies point one way, and `deliberation` decides without Nest.

const LIBS = ['platform', 'event-store', 'deliberation', 'projections', 'documents', 'exchange', 'proof'].map(
  (lib) => `libs/${lib}`,
);
const DOMAIN = ['libs/platform', 'libs/event-store', 'libs/deliberation'];

/** What each workspace may import, beside itself. */
const ARROWS = {
  'libs/platform': [],
  'libs/event-store': ['libs/platform'],
  'libs/deliberation': ['libs/platform', 'libs/event-store'],
  'libs/projections': DOMAIN,
  'libs/documents': DOMAIN,
  'libs/proof': DOMAIN,
  'libs/exchange': [...DOMAIN, 'libs/documents'],
  'apps/worker': LIBS,
  'apps/api': [...LIBS, 'apps/worker'],
  'apps/cli': [...LIBS, 'apps/worker', 'apps/api'],
  // Of the api, the pages know what anybody may: the description of its interface.
  'apps/dashboard': ['libs/deliberation', 'libs/projections', 'apps/api/openapi.json'],
};

const arrows = Object.entries(ARROWS).map(([workspace, allowed]) => ({
  name: `arrows-of-${workspace.replace('/', '-')}`,
  comment: `${workspace} may import ${allowed.join(', ') || 'no other workspace'}`,
  severity: 'error',
  from: { path: `^${workspace}/` },
  to: { path: '^(libs|apps|test)/', pathNot: [workspace, ...allowed].map((one) => `^${one}(/|$)`) },
}));

/** Files that only run in tests or measurements. */
const TESTS = '\\.(spec|long|bench|fixture|samples)\\.tsx?$|^libs/event-store/src/contract|^test/';
/** What is started by path, or by a test runner, rather than imported. */
const STARTED = `/src/(index|main|contract|wording/index|openapi/answers)\\.tsx?$|-thread\\.ts$|\\.d\\.ts$|${TESTS}`;

/** The use cases: a file named by what it does, with its command handler. */
const USE_CASES =
  '^libs/deliberation/src/(authority|body|session|ballot|affair|register|record)/[a-z]+-[a-z-]+\\.ts$';
/** Aggregates, rules and words. */
const PURE = ['^libs/deliberation/src/(rules|wording)/', '^libs/deliberation/src/([^/]+)/\\1\\.ts$'];

export default {
  forbidden: [
    ...arrows,
    {
      name: 'pages-take-types-only',
      comment: 'The pages speak HTTP; beside types they share the words of the acts.',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: {
        path: '^libs/',
        pathNot: '^libs/deliberation/src/wording/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-knows-no-nest',
      comment: 'In deliberation, command handlers, processes and the module know Nest; nothing else does.',
      severity: 'error',
      from: {
        path: '^libs/deliberation/src/',
        pathNot: [
          USE_CASES,
          '/deliberation\\.module\\.ts$',
          '/command/command-runner\\.ts$',
          '/processes/',
          TESTS,
        ],
      },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'decisions-are-pure',
      comment: 'Aggregates, rules and words reach no Nest, not even through what they import.',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { path: 'node_modules/@nestjs/', reachable: true },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unused',
      comment: 'Every module is reached from an index, a program or a test.',
      severity: 'error',
      from: { path: STARTED },
      to: { path: '^(libs|apps)/[^/]+/src/', pathNot: STARTED, reachable: false },
    },
    {
      name: 'sources-import-no-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'declared-dependencies',
      comment: 'A workspace declares the packages that it imports.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined', 'unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-dependency-at-run-time',
      severity: 'error',
      from: { path: '^(libs|apps)/[^/]+/src/', pathNot: [TESTS, '^apps/dashboard/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.lint.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(libs|apps)/[^/]+/dist/', '^test/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
