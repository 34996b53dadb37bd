import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A page of the app as it is built. */
export interface BuiltPage {
  readonly name: string;
  /** Of the JavaScript without which the page shows nothing, in the language that takes most. */
  readonly gzippedBytes: number;
}

export function builtPages(root: string): BuiltPage[] {
  const languages = readdirSync(join(root, 'static/locales')).map((file) => basename(file, '.json'));
  const folder = join(root, 'static/app/build');
  const gzipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).byteLength;
  const textsNamed = (prefix: string): number[] =>
    readdirSync(join(folder, 'assets'))
      .filter((file) => languages.some((language) => file.startsWith(`${prefix}${language}-`)))
      .map((file) => gzipped(`assets/${file}`));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, script = '']) => script);
      if (scripts.length === 0) throw new Error(`${file} loads no script.`);
      const own = scripts.reduce((sum, script) => sum + gzipped(script), 0);
      const name = basename(file, '.html');
      // It shows itself with few texts.
      const texts = textsNamed(name === 'issue-timers' ? 'first-' : '');
      return { name, gzippedBytes: own + Math.max(...texts) };
    });
}
