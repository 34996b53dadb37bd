import { resolve } from 'node:path';
import { startSite } from '../site/site';

/** A site with a few of the sample's incidents only, all of whose issues are read within minutes. */
async function main(): Promise<void> {
  const site = await startSite({
    root: resolve(__dirname, '../..'),
    port: Number(process.env['PORT'] ?? 0),
    now: Date.parse('2026-11-18T12:00Z'),
    incidents: 150,
  });
  console.log(`The small site is at ${site.url}`);
  process.once('SIGTERM', () => void site.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
