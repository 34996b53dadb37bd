import {
  afterStep,
  filledIn,
  isOpen,
  lastOf,
  LONGEST_NOTE,
  problemsOfStep,
  scopeTextProblems,
  servingSteps,
  stateOf,
  stepsOpenTo,
  tellingProblems,
  type OutOfScope,
  type ServingStep,
} from '../../../../src/domain/out-of-scope/out-of-scope';
import { later, minutes, seconds } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';

const at = onWednesday('10:00');
const taken = (doc: OutOfScope | undefined, step: ServingStep, by: string): OutOfScope =>
  afterStep(doc ?? { id: '500' }, { step, by, at, note: 'Because' });

const asked = taken(undefined, 'ask', 'ann');
const states = {
  found: undefined,
  asked,
  approved: taken(asked, 'approve', 'sam'),
  refused: taken(asked, 'refuse', 'sam'),
  withdrawn: taken(asked, 'withdraw', 'ann'),
};
const told = { by: 'ann', at, text: 'Not covered' };

describe('serving an issue that no agreement covers', () => {
  it.each([
    ['found', 'ann', 'ask'],
    ['found', 'sam', 'ask'],
    ['asked', 'ann', 'withdraw'],
    ['asked', 'sam', 'approve refuse'],
    ['approved', 'ann', ''],
    ['approved', 'sam', ''],
    ['refused', 'sam', 'ask'],
    ['withdrawn', 'ann', 'ask'],
  ] as const)('once it is %s, %s may: %s', (state, account, steps) => {
    expect(stepsOpenTo(states[state], account).join(' ')).toBe(steps);
  });

  it('is never approved by whoever asked, whatever they did before', () => {
    for (const before of Object.values(states))
      for (const first of ['ann', 'sam'])
        if (stepsOpenTo(before, first).includes('ask')) {
          const own = taken(before, 'ask', first);
          expect(stepsOpenTo(own, first)).toEqual(['withdraw']);
          expect(problemsOfStep(own, { step: 'approve', by: first, note: '' })).toMatchObject([
            { code: 'scope.own' },
          ]);
        }
  });

  it('leads where the table says, and a new request forgets what was decided on the one before', () => {
    for (const step of servingSteps) {
      const by = step === 'withdraw' ? 'ann' : 'sam';
      const before = step === 'ask' ? states.refused : asked;
      expect(stateOf(taken(before, step, by))).toBe(
        { ask: 'asked', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[step],
      );
    }
    expect(taken(states.refused, 'ask', 'ann')).toEqual(asked);
  });

  it('must say why where that matters, and not at length', () => {
    const said = (doc: OutOfScope | undefined, step: ServingStep, by: string, note: string) =>
      problemsOfStep(doc, { step, by, note }).map(({ code, path }) => `${code} ${path}`.trim());
    expect(said(undefined, 'ask', 'ann', '')).toEqual(['scope.no-reason note']);
    expect(said(asked, 'refuse', 'sam', '')).toEqual(['scope.no-note note']);
    expect(said(asked, 'approve', 'sam', '')).toEqual([]);
    expect(said(asked, 'approve', 'sam', 'x'.repeat(LONGEST_NOTE + 1))).toEqual(['scope.long note']);
    expect(said(asked, 'withdraw', 'sam', '')).toEqual(['scope.not-own']);
    expect(said(states.approved, 'approve', 'sam', '')).toEqual(['scope.settled']);
  });
});

describe('an issue out of scope', () => {
  it.each([
    ['found', false, true],
    ['found', true, false],
    ['asked', true, true],
    ['approved', false, false],
    ['refused', false, true],
    ['refused', true, false],
    ['withdrawn', true, false],
  ] as const)('%s, told: %s, leaves something to do: %s', (state, isTold, open) => {
    const doc = states[state] ?? { id: '500', found: { by: 'ann', at } };
    expect(isOpen(isTold ? { ...doc, told } : doc)).toBe(open);
  });

  it('leaves something to do while nothing is written down of it', () =>
    expect(isOpen(undefined)).toBe(true));

  it('says in the log what was done last', () => {
    expect(lastOf({ id: '500', found: told })).toBe('changed');
    expect(lastOf({ id: '500', found: told, told })).toBe('told');
    expect(lastOf({ ...states.refused, told })).toBe('refused');
    expect(lastOf({ ...states.refused, told: { ...told, at: later(at, minutes(1)) } })).toBe('told');
  });
});

describe('what the customer is told', () => {
  const said = (doc: OutOfScope | undefined, text: string, now = at) =>
    tellingProblems(doc, text, now).map(({ code }) => code);

  it('is sent once, by one at a time', () => {
    expect(said(undefined, 'Sorry')).toEqual([]);
    expect(said({ ...asked, told }, 'Sorry')).toEqual(['scope.told']);
    const sending = { ...asked, sending: told };
    expect(said(sending, 'Sorry', later(at, seconds(59)))).toEqual(['scope.being-sent']);
    expect(said(sending, 'Sorry', later(at, minutes(1)))).toEqual([]);
  });

  it('is a text, with nothing left to fill in', () => {
    expect(said(undefined, '')).toEqual(['scope.no-text']);
    expect(said(undefined, 'Dear {reporter}')).toEqual(['scope.unfilled']);
    expect(said(undefined, 'Send {} or {this}')).toEqual([]);
    expect(said(undefined, 'x'.repeat(2_001))).toEqual(['scope.long']);
  });

  it('is filled in as it stands, also where a name looks like a placeholder', () => {
    const values = { issue: 'ITSD-1', project: '{offer}$&', reporter: 'Kim', offer: 'a quote' };
    expect(filledIn('{reporter}: {issue} in {project}, {what}', values)).toContain('Kim: ITSD-1 in ');
    expect(filledIn('{project}', values)).toBe('{offer}$&');
  });

  it.each([
    ['scope.no-text text', { text: '', offer: '' }],
    ['scope.unknown-placeholder text', { text: 'Dear {customer}', offer: '' }],
    ['scope.no-offer offer', { text: 'Take {offer}', offer: '' }],
    ['scope.long text', { text: 'x'.repeat(2_001), offer: '' }],
    ['scope.long offer', { text: 'Sorry', offer: 'x'.repeat(201) }],
    ['', { text: '{issue} {project} {reporter} {offer}', offer: 'a quote' }],
  ])('is no text of a project: “%s”', (code, text) => {
    expect(
      scopeTextProblems(text)
        .map((one) => `${one.code} ${one.path}`)
        .join(),
    ).toBe(code);
  });
});
