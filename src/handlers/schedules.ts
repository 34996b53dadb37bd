import { getAppContext } from '@forge/api';
import { QuotaUsedUp } from '../app/errors';
import { holdWork, keepLastPoints } from '../app/hold';
import type { Ports } from '../app/ports';
import { readRatings } from '../app/complaints/read-ratings';
import { deepCheck } from '../app/deep-check';
import { judgeOutdated } from '../app/judge-outdated';
import { reconcile } from '../app/reconcile';
import { sendNotices } from '../app/notices/send-notices';
import { prepareDueReviews } from '../app/reviews/prepare-due-reviews';
import { reviewMemberships } from '../app/review-memberships';
import { tick } from '../app/tick';
import { forgetOldUse } from '../app/usage';
import { describe } from './failure';
import { noticeWords } from './notice-words';

/** What Forge takes for done: one page of its documentation wants to be told, another one does not listen. */
interface Done {
  readonly statusCode: 204;
}

export function tickOf(ports: Ports) {
  return scheduled(ports, 'tick', (remainingMs) => tick(ports, remainingMs));
}

export function reconcileOf(ports: Ports) {
  return scheduled(ports, 'reconcile', async (remainingMs) => {
    await reconcile(ports, remainingMs);
    await keepLastPoints(ports);
  });
}

export function deepCheckOf(ports: Ports) {
  return scheduled(ports, 'deep-check', async (remainingMs) => {
    await judgeOutdated(ports);
    await prepareDueReviews(ports, remainingMs);
    await sendNotices(ports, noticeWords, remainingMs);
    await reviewMemberships(ports, remainingMs);
    await deepCheck(ports, remainingMs);
    await readRatings(ports, remainingMs);
    await forgetOldUse(ports);
    await keepLastPoints(ports);
  });
}

/** Forge tries no run of a schedule again: the next one is the next due time. */
function scheduled(ports: Ports, schedule: string, run: (remainingMs: () => number) => Promise<void>) {
  return async (): Promise<Done> => {
    const context = getAppContext();
    const ended = ports.usage.runs();
    try {
      await run(() => context.invocationRemainingTimeInMillis());
      await ports.usage.keep('soon');
    } catch (error) {
      if (error instanceof QuotaUsedUp) await holdWork(ports, error);
      ports.log.warn('schedule failed', { schedule, error: describe(error) });
    } finally {
      ended();
    }
    return { statusCode: 204 };
  };
}
