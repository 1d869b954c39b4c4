// Tests run on what `tsc -b` wrote: the same files as in production, worker threads included.
export default {
  testEnvironment: 'node',
  transform: {},
  roots: ['libs', 'apps', 'test'].map((root) => `<rootDir>/${root}`),
  testMatch: [process.env.REGISTRE_TESTS === 'long' ? '**/dist/**/*.long.js' : '**/dist/**/*.spec.js'],
  modulePathIgnorePatterns: ['<rootDir>/apps/dashboard/'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
