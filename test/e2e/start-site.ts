import { resolve } from 'node:path';
import { startSite } from '../site/site';

/** A small site whose project nobody has promised anything in: the app has been taken off and put on again. */
async function main(): Promise<void> {
  const site = await startSite({
    root: resolve(__dirname, '../..'),
    port: Number(process.env['PORT'] ?? 0),
    now: Date.parse('2026-11-18T12:00Z'),
    incidents: 600,
  });
  await site.forge.uninstall();
  await site.forge.install();
  await site.forge.settled();
  console.log(`The site without service levels is at ${site.url}`);
  process.once('SIGTERM', () => void site.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
