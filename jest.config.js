import { join } from 'node:path';

// Tests are the software's, not the shipped practice's: whatever starts here finds the frozen one (test/support/practice.ts).
process.env.PRACTICE_DIR = join(import.meta.dirname, 'test/fixtures/practice');

// As lib/sdk-notice.ts does for commands.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** One jest project; browser and cloud suites have scripts of their own because they need more than npm. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/own-temporary.ts',
  globalTeardown: '<rootDir>/test/support/nothing-left.ts',
  // Long enough that a busy machine is never taken for a broken test.
  testTimeout: 30_000,
  // Every core: the simulator alone keeps one busy for minutes.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.SUITE ? [] : ['<rootDir>/test/browser/', '<rootDir>/test/cloud/', '<rootDir>/test/spam/']),
  ],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // These ship as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|oidc-provider|nanoid|oidc-token-hash|quick-lru|eta|raw-body|caniemail|dot-prop|onetime|mimic-function|split-lines|htmlparser2|domhandler|domelementtype|dom-serializer|domutils|entities|css-what|style-to-object|inline-style-parser|@adobe/css-tools|text-readability|syllable|qr)/)',
  ],
};
