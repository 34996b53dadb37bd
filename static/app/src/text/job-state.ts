import type { BackfillView } from '../../../../src/contract/views';

/** How a job stands in one word, for texts. */
export type JobState = 'none' | 'counting' | 'late' | BackfillView['state'];

export function jobState(view: BackfillView | null): JobState {
  if (!view) return 'none';
  if (view.late) return 'late';
  return view.state === 'running' && view.endsAt === null ? 'counting' : view.state;
}

/** What the one button of a backfill does in each state. */
export const jobAct = {
  none: 'start',
  counting: 'pause',
  running: 'pause',
  late: 'resume',
  paused: 'resume',
  failed: 'retry',
  done: 'again',
} as const satisfies Record<JobState, string>;
