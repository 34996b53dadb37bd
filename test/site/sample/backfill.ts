import * as v from 'valibot';
import type { Progress } from '../progress';
import type { SettingsCall } from './settings-call';

/** The function of the app's settings page that says how far its reading of all issues is. */
const viewFunction = 'viewBackfill';

const jobAnswer = v.object({
  ok: v.literal(true),
  value: v.nullable(
    v.object({
      state: v.picklist(['running', 'paused', 'done', 'failed']),
      done: v.number(),
      total: v.nullable(v.number()),
    }),
  ),
});

const STEP_MS = 5 * 60_000;
/** How much longer than until the opening the site waits for the app. */
const GRACE_MS = 6 * 3_600_000;

export interface BackfillOptions {
  readonly call: SettingsCall;
  readonly now: () => number;
  /** Moves the site's clock to an instant; resolves when the app has come to rest there. */
  readonly moveTo: (instant: number) => Promise<void>;
  readonly opening: number;
  readonly progress: Progress;
}

/**
 * Runs the site's clock on until the job, which the app started by itself, has read all issues. Without a job, there is
 * nothing to wait for.
 * @throws Error when the job fails, or is not done some hours after the opening.
 */
export async function waitForBackfill({ call, now, moveTo, opening, progress }: BackfillOptions) {
  const began = now();
  for (let job = await viewJob(call); job !== null && job.state !== 'done'; job = await viewJob(call)) {
    const { state, done, total } = job;
    if (state === 'failed') throw new Error(`The app’s first reading of all issues failed after ${done}.`);
    if (now() >= opening + GRACE_MS) {
      throw new Error(
        `The app has read ${done} of ${total ?? 'an unknown number of'} issues in ${hours(now() - began)} of site time ` +
          `and is not done (${state}). The site does not open like this.`,
      );
    }
    const issues = total === null ? 'the issues' : `${total.toLocaleString('en')} issues`;
    const share = total === null || total === 0 ? undefined : done / total;
    const left = share === undefined || share === 0 ? undefined : ((now() - began) * (1 - share)) / share;
    progress.say(
      `The app reads ${issues}`,
      share,
      left === undefined ? undefined : `about ${hours(left)} of site time left`,
    );
    await moveTo(now() + STEP_MS);
  }
}

async function viewJob(call: SettingsCall): Promise<v.InferOutput<typeof jobAnswer>['value']> {
  const answer = await call(viewFunction, {}).catch((error: unknown) => {
    // An app without such a job.
    if (String(error).includes(`Resolver has no definition for '${viewFunction}'`)) return undefined;
    throw error;
  });
  return answer === undefined ? null : v.parse(jobAnswer, answer).value;
}

function hours(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
