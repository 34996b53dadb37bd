import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Atlassian's design tokens as a stylesheet that is there before any script runs, so that nothing flashes and no colour
 * depends on a style that a script injects. Colours follow the `data-color-mode` that Jira sets on the page; themes that
 * Jira itself brings (high contrast) are more specific and win.
 */
function designTokens(): Plugin {
  const id = 'virtual:design-tokens.css';
  const load = createRequire(import.meta.url);
  const theme = (name: string): string => {
    const css = (load(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`) as { default: string })
      .default;
    return css.slice(css.indexOf('{', css.indexOf('html[')) + 1, css.lastIndexOf('}'));
  };
  return {
    name: 'design-tokens',
    resolveId: (source) => (source === id ? `/${id}` : undefined),
    load: (resolved) => {
      if (resolved !== `/${id}`) return undefined;
      const always = ['spacing', 'shape', 'typography', 'light'].map((name) => theme(`atlassian-${name}`));
      // Until Jira has said which mode holds, the browser's own background follows the browser's preference.
      const light = always.join('').replace('color-scheme: light;', '');
      return `:root{${light}}html[data-color-mode="light"]{color-scheme:light}
        html[data-color-mode="dark"]{${theme('atlassian-dark')}}`;
    },
  };
}

interface Texts {
  readonly [key: string]: string | Texts;
}

/**
 * `en-US.json?first`: the texts that the panel may show before anybody asks for more, which `first-texts.json` names, one by
 * one or by groups. It is opened with every issue, and all texts together weigh a third of its scripts.
 */
function firstTexts(): Plugin {
  const wanted = JSON.parse(readFileSync(here('first-texts.json'), 'utf8')) as string[];
  const picked = (texts: Texts, prefix: string): Texts =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([name, value]): [string, string | Texts][] => {
        const key = prefix + name;
        if (wanted.includes(key)) return [[name, value]];
        const isOnTheWay = wanted.some((each) => each.startsWith(`${key}.`));
        return isOnTheWay && typeof value !== 'string' ? [[name, picked(value, `${key}.`)]] : [];
      }),
    );
  return {
    name: 'first-texts',
    enforce: 'pre',
    load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'first') return undefined;
      const texts = picked(JSON.parse(readFileSync(file, 'utf8')) as Texts, '');
      return { code: `export default ${JSON.stringify(texts)};`, moduleType: 'js' };
    },
  };
}

/** The panel is opened with every issue: what its page loads at once stays below this, gzipped. */
const PANEL_SCRIPT_BYTES = 150_000;

/** Ends the build when the panel's page has become too heavy. Texts, which come in one language, are not counted. */
function panelBudget(): Plugin {
  return {
    name: 'panel-budget',
    generateBundle(_, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
      );
      const loaded = new Set<string>();
      const load = (fileName: string): void => {
        if (loaded.has(fileName)) return;
        loaded.add(fileName);
        chunks.get(fileName)?.imports.forEach(load);
      };
      for (const { fileName, facadeModuleId } of chunks.values()) {
        if (facadeModuleId?.endsWith('/issue-timers.html')) load(fileName);
      }
      const sizes = [...loaded].map((fileName) => gzipSync(chunks.get(fileName)?.code ?? '').length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total === 0) this.error('The page of the panel was not found.');
      if (total > PANEL_SCRIPT_BYTES) {
        this.error(
          `The panel loads ${total} bytes of script, gzipped; at most ${PANEL_SCRIPT_BYTES} are allowed.`,
        );
      }
      this.info(`The panel loads ${total} bytes of script, gzipped.`);
    },
  };
}

export default defineConfig({
  root: here('.'),
  // Forge serves the pages from below a path of its own.
  base: './',
  plugins: [react(), designTokens(), firstTexts(), panelBudget()],
  define: { 'process.env': '{}' },
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: here('feature-gates-stub.ts'),
      },
    ],
  },
  build: {
    outDir: here('build'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith('?first') ? 'assets/first-[name]-[hash].js' : 'assets/[name]-[hash].js',
      },
      input: ['issue-timers', 'project', 'project-settings', 'queue', 'gadget', 'admin'].map((page) =>
        here(`${page}.html`),
      ),
    },
  },
});
