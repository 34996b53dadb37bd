/**
 * `npm run wide`: what the calls of a settings page take in a project with 500 services, 200 agreements and 60 calendars, as
 * multiples of the same calls in a small one. SQLite answers in the same process, so that a statement costs next to nothing:
 * on Forge each takes some milliseconds more.
 */
import { callsIn, SMALL, WIDE } from '../support/wide-project';

const cell = (value: string | number, width: number): string => String(value).padStart(width);

async function main(): Promise<void> {
  // The first one also pays for what is compiled and read once.
  await callsIn(SMALL);
  const small = await callsIn(SMALL);
  const wide = await callsIn(WIDE);
  console.log(`${'call'.padEnd(20)}      time     ratio  statements   payload    answer`);
  for (const [name, { ms, statements, payloadBytes, answerBytes }] of wide) {
    const before = small.get(name);
    const ratio = before ? `${(ms / before.ms).toFixed(1)}×` : '';
    const [sent, got] = [payloadBytes, answerBytes].map((bytes) => `${(bytes / 1024).toFixed(1)} KB`);
    console.log(
      name.padEnd(20) +
        cell(`${ms.toFixed(0)} ms`, 10) +
        cell(ratio, 10) +
        cell(`${before?.statements ?? ''} → ${statements}`, 12) +
        cell(sent ?? '', 10) +
        cell(got ?? '', 10),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
