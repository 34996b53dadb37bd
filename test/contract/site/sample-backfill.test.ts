import { createProgress, stepLine } from '../../site/progress';
import { waitForBackfill } from '../../site/sample/backfill';

const OPENING = Date.UTC(2026, 10, 20, 10, 30);
const HOUR = 3_600_000;

/** A clock at six hours before the opening, and an app that answers as it is told at each instant. */
function run(answerAt: (hoursPassed: number) => unknown) {
  let now = OPENING - 6 * HOUR;
  const lines = new Set<string>();
  const asked: [string, object][] = [];
  const ended = waitForBackfill({
    async call(functionKey, payload) {
      asked.push([functionKey, payload]);
      return answerAt((now - OPENING) / HOUR + 6);
    },
    now: () => now,
    async moveTo(instant) {
      now = instant;
    },
    opening: OPENING,
    progress: createProgress((step) => lines.add(stepLine(step))),
  });
  return { ended, lines, asked, hours: () => (now - OPENING) / HOUR + 6 };
}

const job = (state: string, done: number, total: number | null = 9000) => ({
  ok: true,
  value: { state, done, total, startedAt: 5 },
});

it('runs the clock on until the job is done, and says how far it is', async () => {
  const { ended, lines, asked, hours } = run((passed) =>
    passed < 2.5 ? job('running', 3600 * passed) : job('done', 9000),
  );
  await ended;
  expect(hours()).toBe(2.5);
  expect(asked[0]).toEqual(['viewBackfill', {}]);
  expect(lines).toContain('The app reads 9,000 issues: 0 %');
  expect(lines).toContain('The app reads 9,000 issues: 40 % (about 1 h 30 min of site time left)');
});

it('does not know how far a job is whose total is not known', async () => {
  const { ended, lines } = run((passed) => (passed < 1 ? job('running', 3, null) : job('done', 5, 5)));
  await ended;
  expect([...lines]).toEqual(['The app reads the issues']);
});

it.each([
  ['that has never had a job', () => ({ ok: true, value: null })],
  [
    'that has no such job',
    () => Promise.reject(new Error("Error: Resolver has no definition for 'viewBackfill'.")),
  ],
])('does not wait for an app %s', async (_name, answer) => {
  const { ended, hours } = run(answer);
  await ended;
  expect(hours()).toBe(0);
});

it('waits some hours longer than until the opening, then says how far the app came', async () => {
  const late = run((passed) => job(passed < 11 ? 'running' : 'done', 1));
  await late.ended;
  expect(late.hours()).toBe(11);
  const never = run(() => job('paused', 4711));
  await expect(never.ended).rejects.toThrow(
    'The app has read 4711 of 9000 issues in 12 h 0 min of site time and is not done (paused).',
  );
});

it('gives up when the job has failed, or the app says what nobody understands', async () => {
  await expect(run(() => job('failed', 12)).ended).rejects.toThrow('failed after 12');
  await expect(run(() => ({ ok: false, refusal: 'not-allowed' })).ended).rejects.toThrow();
  await expect(run(() => Promise.reject(new Error('boom'))).ended).rejects.toThrow('boom');
});
