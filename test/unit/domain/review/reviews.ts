import type { FrozenFigures } from '../../../../src/domain/review/frozen-figures';
import type { Held, Review } from '../../../../src/domain/review/review';
import { idOfPeriod, spanOf } from '../../../../src/domain/review/review-period';
import { hours, NO_TIME } from '../../../../src/domain/time/instant';
import { at } from '../../../support/builders';

export const figures: FrozenFigures = {
  asOf: at('2026-11-01T06:00Z'),
  versions: [1],
  targets: [
    {
      metric: 'resolution',
      kind: 'resolution',
      trend: [
        { measured: { met: 8, of: 10 }, reported: { met: 8, of: 10 } },
        { measured: { met: 7, of: 10 }, reported: { met: 7, of: 9 } },
      ],
      excluded: 1,
      unknown: 0,
      late: 0,
      nearMisses: 2,
      waited: hours(12),
      mean: hours(3),
      median: hours(2),
      ninetieth: NO_TIME,
    },
  ],
  breaches: { count: 2, byCause: [{ id: 'fault', name: 'fault', count: 1 }], withoutCause: 1 },
  exceptions: { asked: 1, approved: 1 },
  toRenew: [],
  services: [],
  values: [],
  actions: { open: 0, late: 0, first: [] },
};

const period = { kind: 'month', from: '2026-10-01' } as const;

/** Of October 2026, prepared and nothing more. */
export const review: Review = {
  id: idOfPeriod('desk', period),
  agreement: 'desk',
  period,
  ...spanOf(period, 'UTC'),
  dueOn: '2026-11-10',
  figures,
  notes: [],
};

const well = { answer: 'yes', remark: '' } as const;
const kept = { answer: 'keep', remark: '' } as const;

/** All that can be said of a review. */
export const held: Held = {
  on: '2026-11-05',
  method: 'meeting',
  participants: ['sam'],
  customers: 'Ada Lovelace',
  responsible: 'sam',
  minutes: 'October went well.',
  changedNeeds: '',
  satisfaction: 4,
  decisions: ['A second shift in December'],
  checklist: {
    quality: well,
    'response-and-recovery': well,
    flow: well,
    measures: well,
    risks: { answer: 'no', remark: 'One person knows the line' },
  },
  keeps: {
    target: kept,
    process: kept,
    resources: { answer: 'change', remark: 'One more agent' },
    standard: kept,
  },
};
