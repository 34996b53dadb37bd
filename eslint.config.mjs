import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Import walls (see README, "What may import what"). Each message says why. */
const wall = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const forge = {
  regex: '^@forge/',
  message:
    'Only adapters, handlers and the pages’ platform folder know Forge, so that everything else runs anywhere.',
};
const site = {
  regex: '(^|/)test(/|$)',
  message: 'The app does not know that a local site or a test exists: what runs here is what is deployed.',
};
const outward = (layers, why) => ({ regex: `(^|/)(${layers})(/|$)`, message: why });

const noClock = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is a parameter: ask the clock port.' },
    { object: 'Math', property: 'random', message: 'Chance is a parameter: ask the ids port.' },
    { object: 'performance', property: 'now', message: 'Time is a parameter: ask the clock port.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time is a parameter: ask the clock port.',
    },
    { selector: 'CallExpression[callee.name="Date"]', message: 'Time is a parameter: ask the clock port.' },
  ],
};

export default tseslint.config(
  { ignores: ['static/app/build', 'test/.cache', 'node_modules', 'test/contract/site/fixture-app'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['playwright.config.ts', 'static/app/vite.config.mts'],
          defaultProject: 'test/tsconfig.json',
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/require-await': 'off',
      // Takes a branded number, such as a Span, for something else than a number.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
    },
  },
  {
    // A test that is wrong about what is there fails anyway.
    files: ['test/{unit,contract,e2e}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], languageOptions: { globals: globalsOfNode() } },
  { files: ['src/**/*.ts', 'static/app/src/**/*.{ts,tsx}'], rules: noClock },
  {
    files: ['src/adapters/forge/clock.ts', 'static/app/src/platform/clock.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: wall([
      forge,
      site,
      outward(
        'app|contract|adapters|handlers|compose',
        'The domain is pure: nothing around it may reach in.',
      ),
      {
        regex: '^[^.]',
        message: 'The domain is pure: no packages, no Node; it runs on the server and in the browser.',
      },
    ]),
  },
  {
    files: ['src/contract/**/*.ts'],
    rules: wall([
      forge,
      site,
      outward(
        'app|adapters|handlers|compose',
        'The contract is shared with the pages: it knows the domain only.',
      ),
    ]),
  },
  {
    files: ['src/app/**/*.ts'],
    rules: wall([
      forge,
      site,
      outward('adapters|handlers|compose|contract', 'Use cases reach the outside through ports.ts only.'),
    ]),
  },
  {
    files: ['src/adapters/**/*.ts'],
    rules: wall([
      site,
      outward('handlers|compose', 'Adapters serve ports; who calls them is not theirs to know.'),
      { regex: '/app/(?!ports$|errors$)', message: 'An adapter implements a port; it runs no use case.' },
    ]),
  },
  {
    files: ['src/handlers/**/*.ts'],
    rules: wall([
      site,
      outward(
        'adapters|compose',
        'Handlers are given ports; only compose.ts sees adapters and use cases together.',
      ),
    ]),
  },
  {
    files: ['static/app/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs['recommended-latest']],
    rules: wall([
      site,
      { ...forge, message: 'Only platform/ knows the bridge, so that pages can be tested without it.' },
      outward(
        'app/(ports|errors)|adapters|handlers|compose',
        'Pages share the domain and the contract with the server, nothing else.',
      ),
    ]),
  },
  {
    files: ['static/app/src/platform/**/*.{ts,tsx}'],
    rules: wall([
      site,
      outward('adapters|handlers|compose', 'Pages share the domain and the contract, nothing else.'),
    ]),
  },
  {
    files: ['test/site/**/*.{ts,tsx}'],
    rules: wall([
      {
        regex: '(^|/)(src|static)(/|$)',
        message:
          'The site knows the manifest, the bundle and the built pages only: what runs here is what is deployed.',
      },
    ]),
  },
);

function globalsOfNode() {
  const names = [
    'process',
    'console',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'URL',
    'Buffer',
    'fetch',
    'module',
    'require',
    '__dirname',
    'Response',
    'Request',
    'Headers',
    'globalThis',
    'queueMicrotask',
    'structuredClone',
    'AbortController',
    'crypto',
    'performance',
    'window',
    'document',
    'self',
    'location',
    'ResizeObserver',
    'Error',
    'customElements',
    'EventSource',
    'MutationObserver',
    'setImmediate',
    'SharedArrayBuffer',
    'Atomics',
    'URLSearchParams',
    'FormData',
    'history',
    'HTMLElement',
    'AbortSignal',
    'TextEncoder',
    'TextDecoder',
    'requestAnimationFrame',
    'CSS',
    'Element',
    'localStorage',
    'matchMedia',
    'Intl',
    'parent',
    'exports',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
