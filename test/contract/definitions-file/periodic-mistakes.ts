import type { PeriodicTarget } from '../../../src/domain/monitoring/periodic-target';
import { agreement, metric, written, type Mistakes } from './spoilt-files';

const inTarget = 'agreements[0].periodicTargets[0]';

/** The valid file with one target for a period. */
const promising = (target: Partial<PeriodicTarget>): string =>
  written((file) => {
    agreement(file).periodicTargets = [
      {
        id: 'month',
        measure: 'attainment',
        target: '90%',
        period: 'month',
        metric: metric(file).id,
        ...target,
      },
    ];
  });

/** What is wrong with what is promised for periods. */
export const periodicMistakes: Mistakes = {
  'target.no-percent': [
    [`${inTarget}.target`, () => promising({ target: '90' })],
    [`${inTarget}.target`, () => promising({ target: '' })],
    [`${inTarget}.target`, () => promising({ target: '-5%' })],
  ],
  'target.no-duration': [[`${inTarget}.target`, () => promising({ measure: 'mean-time', target: '2 days' })]],
  'target.no-number': [[`${inTarget}.target`, () => promising({ measure: 'workload', target: '90%' })]],
  'target.out-of-bounds': [
    [`${inTarget}.target`, () => promising({ target: '101%' })],
    [`${inTarget}.target`, () => promising({ measure: 'nps', target: '-101' })],
    [`${inTarget}.target`, () => promising({ measure: 'satisfaction-score', target: '5.1' })],
  ],
  'target.unknown-metric': [[`${inTarget}.metric`, () => promising({ metric: 'none' })]],
  'target.unknown-service': [
    [`${inTarget}.service`, () => promising({ measure: 'availability', service: 'mail' })],
  ],
  'target.no-base': [[`${inTarget}.base`, () => promising({ measure: 'failure-rate', target: '0.1%' })]],
  'target.no-name': [[`${inTarget}.name`, () => promising({ measure: 'at-most', target: '3', name: ' ' })]],
  'target.never-by-hand': [[`${inTarget}.byHand`, () => promising({ byHand: true })]],
};
