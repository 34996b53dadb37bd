import type { Alert } from '../../../../src/domain/alert/alert';
import { worded } from '../../../../src/domain/alert/alert-texts';
import { onWednesday } from '../../../support/builders';

const alert: Alert = {
  issue: '20001',
  agreement: 'desk',
  metric: 'time-with-second-line',
  cycle: 1,
  threshold: 'due',
  goal: 'P1-urgent',
  id: 'alert-1',
  project: '10000',
  passedAt: onWednesday('10:00'),
  raisedAt: onWednesday('10:00'),
  said: {
    agreementName: 'Desk',
    kind: 'resolution',
    mark: { atShare: 100 },
    timeZone: 'UTC',
    due: null,
    left: null,
  },
  steps: [],
};

it('a metric is called by its id in words, a goal by its name as it is', () => {
  expect(worded({ comment: '{metric}: {goal}' }, alert, 'ITSD-1')).toEqual({
    comment: 'time with second line: P1-urgent',
  });
});
