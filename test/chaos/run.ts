import type { Running } from '../site/running';
import { live } from './life';
import { scriptOf } from './script';
import { stormOf } from './storm';

/** Lives through the script of a seed twice, undisturbed and in its storm, and says what came out otherwise. */
export async function differences(seed: number, open: () => Promise<Running>): Promise<string[]> {
  const script = scriptOf(seed);
  const [calm, stormy] = await Promise.all([
    open().then((site) => live(site, script, [])),
    open().then((site) => live(site, script, stormOf(seed))),
  ]);
  const [known, found] = [new Set(calm.lines), new Set(stormy.lines)];
  return [
    ...calm.troubles.map((trouble) => `undisturbed: ${trouble}`),
    ...stormy.troubles,
    ...calm.lines.filter((line) => !found.has(line)).map((line) => `lost: ${line}`),
    ...stormy.lines.filter((line) => !known.has(line)).map((line) => `instead: ${line}`),
  ];
}
