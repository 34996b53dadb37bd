import { expectedOf, writtenExpectations } from '../../../../static/app/src/pages/rules/expectation';
import { targetOutcomeText, tellingOf } from '../../../../static/app/src/text/case-text';
import type { Expected } from '../../../../src/domain/agreement/saved-case';
import { at } from '../../../support/builders';
import { inLondon, inShanghai } from '../readers';

const due: Expected = {
  metric: { id: 'resolution', kind: 'resolution' },
  outcome: { kind: 'due', at: at('2026-11-23T09:00Z') },
};
const none: Expected = { metric: { id: 'next', kind: 'next-reply' }, outcome: { kind: 'no-timer' } };

describe('what is expected of a case', () => {
  it('is written on the wall of the reader, and kept as an instant', () => {
    const written = writtenExpectations([due, none], 'Europe/Berlin');
    expect(written.map(({ kind, at: time }) => [kind, time])).toEqual([
      ['due', '2026-11-23T10:00'],
      ['no-timer', ''],
    ]);
    expect(expectedOf(written, 'Europe/Berlin')).toEqual([due, none]);
  });

  it('is not complete without the time when something is due', () => {
    const [written] = writtenExpectations([due], 'UTC');
    expect(expectedOf([{ ...written!, at: '' }], 'UTC')).toBeUndefined();
    expect(expectedOf([{ ...written!, at: '', kind: 'met' }], 'UTC')).toEqual([
      { ...due, outcome: { kind: 'met' } },
    ]);
  });

  it('is told with its weekday, in either language', () => {
    expect(targetOutcomeText(due.metric, due.outcome, inLondon)).toBe(
      'Resolution: due Mon, 23 Nov 2026, 9:00',
    );
    expect(targetOutcomeText(due.metric, due.outcome, inShanghai)).toBe(
      '解决：2026年11月23日周一 17:00 到期',
    );
  });

  it('leaves out targets without a timer, unless there is nothing else to tell', () => {
    expect(tellingOf([due, none])).toEqual([due]);
    expect(tellingOf([none])).toEqual([none]);
  });
});
