import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Specs, what they share, and measurements: their `describe` blocks are long, their samples loosely typed. */
const TESTS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.long.ts',
  '**/*.bench.ts',
  '**/*.fixture.ts',
  '**/*.samples.ts',
  'libs/event-store/src/contract*.ts',
  'test/**/*.ts',
];
const TERMINAL = ['apps/cli/**', 'scripts/**', ...TESTS];
const UNSAFE = ['assignment', 'argument', 'call', 'member-access', 'return'];

export default defineConfig(
  globalIgnores(['**/dist/', 'data/', 'tmp/', 'coverage/']),
  js.configs.recommended,
  {
    languageOptions: {
      globals: Object.fromEntries(['console', 'fetch', 'process', 'URL'].map((name) => [name, 'readonly'])),
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['apps/dashboard/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Classes that Nest injects stay values: the rule leaves files with decorators alone (emitDecoratorMetadata).
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A method that promises may be `async` only so that what it throws is a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.strict],
    rules: {
      // A table shown as cards says its roles, or browsers forget them; a region that scrolls takes the focus.
      'jsx-a11y/no-redundant-roles': [
        'error',
        { nav: ['navigation'], thead: ['rowgroup'], tbody: ['rowgroup'] },
      ],
      // A table that is moved in by the arrows is a grid.
      'jsx-a11y/no-noninteractive-element-to-interactive-role': [
        'error',
        { table: ['grid'], td: ['gridcell'] },
      ],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { tr: ['none'], td: ['cell'] }],
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
    },
  },
  { files: TERMINAL, rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      ...Object.fromEntries(UNSAFE.map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off'])),
    },
  },
  // Folding a séance is one switch over its events, a line or two for each.
  { files: ['libs/deliberation/src/session/session.ts'], rules: { 'max-lines-per-function': 'off' } },
);
