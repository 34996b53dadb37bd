import { resolve } from 'node:path';
import { isCode } from './listen';
import { consoleProgress } from './progress';
import { visitors } from './sample/people';
import { startSite } from './site';

/**
 * `PORT` (8080 by default), `BUNDLE`, the folder of the app's functions, and `NOW`, an ISO date from which the site takes its
 * own (today by default), can be set in the environment.
 */
async function main(): Promise<void> {
  const root = resolve(__dirname, '../..');
  const port = portOf(process.env['PORT'] ?? '8080');
  const bundleDir = resolve(root, process.env['BUNDLE'] ?? 'test/.cache/bundle');
  const now = dateOf(process.env['NOW'] ?? new Date().toISOString());
  const terminal = consoleProgress(process.stdout);
  const options = { root, port, bundleDir, now, cache: true, onProgress: terminal.show };
  const site = await startSite(options).catch((error: unknown) => {
    terminal.end();
    if (!isCode(error, 'EADDRINUSE')) throw error;
    throw new Error(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  });
  terminal.end();
  console.log(
    `Your Jira site is at ${site.url} – you are ${visitors.agent.displayName}, a service desk agent.`,
  );
  const stop = (): void => void site.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT=${text} is no port.`);
  return port;
}

function dateOf(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`NOW=${text} is no date.`);
  return date;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
