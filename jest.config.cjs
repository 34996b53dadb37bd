/** @type {import('jest').Config} */
module.exports = {
  // Results say which zone they are from when they were run in one.
  ...(process.env.TZ && { displayName: process.env.TZ }),
  testEnvironment: 'node',
  roots: ['<rootDir>/test/unit', '<rootDir>/test/contract'],
  testMatch: ['**/*.test.ts'],
  // Left to itself, jest keeps one core for a watcher that is not there.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // These two packages are modules only, and jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(intl-messageformat|@formatjs)/)'],
  transform: {
    // Types are checked by tsc; here every file is only transpiled, so that a test starts at once.
    '^.+\\.[jt]sx?$': [
      'ts-jest',
      {
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'Node10',
          esModuleInterop: true,
          isolatedModules: true,
          allowJs: true,
          jsx: 'react-jsx',
          types: ['node', 'jest'],
        },
        diagnostics: false,
      },
    ],
  },
};
