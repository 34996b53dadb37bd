import type { DefinitionsView } from '../../../src/contract/views';
import { hours } from '../../../src/domain/time/instant';
import { placeText } from '../../../static/app/src/pages/project-settings/place-text';
import { nineToFive, onWednesday } from '../../support/builders';
import { inLondon, inShanghai } from './readers';

const saved = { revision: 1, changedAt: onWednesday('10:00') };
const goal = { name: 'High', calendar: 'nine-to-five', atRiskAt: 75, within: hours(4) };
const definitions: DefinitionsView = {
  findings: [],
  holidaySets: [],
  calendars: [{ ...nineToFive, holidaySets: [], ...saved }],
  agreements: [
    {
      id: 'desk',
      kind: 'SLA',
      name: 'Service desk',
      timeZone: 'UTC',
      effectiveFrom: onWednesday('09:00'),
      metrics: [{ kind: 'response', goals: [goal] }],
      ...saved,
    },
  ],
};

describe('the place of a finding is told by the names that the page shows', () => {
  it.each([
    ['agreements[0]', 'Service desk', 'Service desk'],
    ['agreements[0].metrics[0].stop', 'Service desk › Response', 'Service desk › 响应'],
    [
      'agreements[0].metrics[0].goals[0].when',
      'Service desk › Response › High',
      'Service desk › 响应 › High',
    ],
    ['calendars[0].weekly.mon', 'Nine to five', 'Nine to five'],
    ['holidaySets[3]', 'holidaySets[3]', 'holidaySets[3]'],
  ])('%s', (path, english, chinese) => {
    expect(placeText(path, definitions, inLondon.messages)).toBe(english);
    expect(placeText(path, definitions, inShanghai.messages)).toBe(chinese);
  });
});
