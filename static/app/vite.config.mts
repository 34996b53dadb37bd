import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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

export default defineConfig({
  root: here('.'),
  // Forge serves the pages from below a path of its own.
  base: './',
  plugins: [react(), designTokens()],
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
    rolldownOptions: { input: ['issue-timers.html', 'project-settings.html'].map(here) },
  },
});
