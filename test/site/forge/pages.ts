import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import type { SiteClock, SiteIdentity } from '../seams';
import { bridgeScript } from './browser-script';
import { contentSecurityPolicy, REPORT_PATH } from './csp';
import type { Manifest, Resource } from './manifest';

/** The app's built pages, to be served on an origin of their own. */
export interface Pages {
  readonly app: Hono;
  /** What browsers reported against the Content-Security-Policy. A test run fails on any. */
  readonly violations: readonly string[];
}

export interface PagesOptions {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly identity: SiteIdentity;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const MOST_VIOLATIONS = 200;

export function createPages({ manifest, clock, identity }: PagesOptions): Pages {
  const app = new Hono();
  const violations: string[] = [];
  const hostOrigin = () => new URL(identity.siteUrl).origin;

  app.get('/__bridge.js', (context) => {
    const site = { clock: clock.reading(), hostOrigin: hostOrigin() };
    context.header('content-type', 'text/javascript; charset=utf-8');
    context.header('cache-control', 'no-store');
    return context.body(bridgeScript(site));
  });

  app.post(REPORT_PATH, async (context) => {
    if (violations.length < MOST_VIOLATIONS) violations.push(await context.req.text());
    return context.body(null, 204);
  });

  app.get('/:resource/*', async (context) => {
    const resource = manifest.resources.get(context.req.param('resource'));
    const path = context.req.path.slice(`/${context.req.param('resource')}/`.length);
    const content = resource && (await readInside(resource, path));
    const type = CONTENT_TYPES[extname(path)];
    if (resource === undefined || content === undefined || type === undefined) return context.notFound();
    context.header('content-type', type);
    if (extname(path) !== '.html') return context.body(content);

    if (![...resource.entries.values()].includes(path)) return context.notFound();
    const html = new TextDecoder().decode(content);
    context.header('content-security-policy', contentSecurityPolicy(html, manifest, hostOrigin()));
    context.header('cache-control', 'no-store');
    return context.body(withBridge(html, new URL(context.req.url).search));
  });

  return { app, violations };
}

/** Puts the bridge in front of everything else, as Forge does; the query tells it which frame it is in. */
function withBridge(html: string, query: string): string {
  const attribute = query.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const tag = `<script src="/__bridge.js${attribute}"></script>`;
  const head = /<head[^>]*>/i;
  return head.test(html) ? html.replace(head, (opening) => opening + tag) : tag + html;
}

/** The file's content, or undefined when the resource has no such file. Never leaves the resource's folder. */
async function readInside(resource: Resource, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = resolve(resource.folder, path);
  if (!file.startsWith(resource.folder + sep)) return undefined;
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
}
