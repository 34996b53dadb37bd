import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockReading } from '../seams';

/** Joins modules of browser/ into one classic script that ends with `last`. */
export function browserScript(files: readonly string[], last: string): string {
  const parts = files.map((file) =>
    readFileSync(join(__dirname, 'browser', file), 'utf8')
      .replace(/^import .*$/gm, '')
      .replace(/^export /gm, ''),
  );
  return `(() => {\n'use strict';\n${parts.join('\n')}\n${last}\n})();\n`;
}

/** The script that brings the bridge and the site's clock into a page of the app. */
export function bridgeScript(site: { readonly clock: ClockReading; readonly hostOrigin: string }): string {
  return browserScript(
    ['site-date.mjs', 'frame-history.mjs', 'bridge.mjs'],
    `startBridge(${JSON.stringify(site)});`,
  );
}
