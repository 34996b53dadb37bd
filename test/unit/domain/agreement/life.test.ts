import * as fc from 'fast-check';
import {
  agreementStates,
  stepNames,
  stepProblems,
  stepsFrom,
  transitions,
  type AgreementState,
  type StepCase,
  type StepName,
} from '../../../../src/domain/agreement/life';
import type { AgreementDetails } from '../../../../src/domain/agreement/details';
import { onWednesday } from '../../../support/builders';

const details: AgreementDetails = {
  parties: {
    provider: { name: 'IT', contacts: [{ role: 'signatory', account: 'ida' }] },
    customer: { name: 'Sales', contacts: [{ role: 'signatory', account: 'carl' }] },
  },
};
const signatures = [
  { side: 'provider', account: 'ida', textHash: 'abc' },
  { side: 'customer', account: 'carl', textHash: 'abc' },
] as const;

/** A case in which nothing is missing for any step. */
const ready = (state: AgreementState, more: Partial<StepCase> = {}): StepCase => ({
  state,
  now: onWednesday('12:00'),
  details,
  effectiveTo: onWednesday('18:00'),
  findings: [],
  textHash: 'abc',
  signatures,
  reason: 'Agreed',
  isEndPlanned: true,
  ...more,
});
const codes = (step: StepName, stepCase: StepCase): string[] =>
  stepProblems(step, stepCase).map(({ code, path }) => `${code} ${path}`.trim());

describe('the life of an agreement (A3)', () => {
  it('leads from the requirement to the archive', () => {
    const way: [AgreementState, StepName][] = [
      ['requirement', 'accept'],
      ['draft', 'negotiate'],
      ['in-negotiation', 'submit'],
      ['awaiting-signature', 'sign'],
      ['signed', 'publish'],
      ['in-force', 'suspend'],
      ['suspended', 'reinstate'],
      ['in-force', 'terminate'],
      ['terminated', 'archive'],
    ];
    for (const [state, step] of way) expect(codes(step, ready(state))).toEqual([]);
    for (const [index, [, step]] of way.entries()) {
      const next = way[index + 1];
      if (next) expect(transitions[step].to).toBe(next[0]);
    }
  });

  it('has no other step than those of the table, whatever else is so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...agreementStates), fc.constantFrom(...stepNames), (state, step) => {
        const isLegal = stepsFrom(state).includes(step);
        expect(codes(step, ready(state))).toEqual(isLegal ? [] : ['life.not-now']);
      }),
      { numRuns: 500 },
    );
  });

  it('never leads back from what people have signed to anything but a draft, a force or an end', () => {
    expect(stepsFrom('signed')).toEqual(['revise', 'publish']);
    expect(stepsFrom('in-force')).toEqual(['suspend', 'terminate', 'continue']);
    expect(stepsFrom('archived')).toEqual(['restore']);
  });

  it('reaches every state but those that the time brings', () => {
    const reached = new Set<AgreementState>(['requirement']);
    for (let size = -1; size !== reached.size;) {
      size = reached.size;
      for (const state of reached) for (const step of stepsFrom(state)) reached.add(transitions[step].to);
    }
    const byTime: AgreementState[] = ['scheduled', 'expiring', 'expired'];
    expect(agreementStates.filter((state) => !reached.has(state))).toEqual(byTime);
  });
});

describe('a guard says what is missing', () => {
  const unnamed = {
    parties: { provider: { name: 'IT', contacts: [] }, customer: { name: ' ', contacts: [] } },
  };

  it('before negotiation: both parties', () => {
    expect(codes('negotiate', ready('draft', { details: unnamed }))).toEqual([
      'life.no-party details.parties.customer.name',
    ]);
    expect(codes('negotiate', ready('draft', { details: {} }))).toHaveLength(2);
  });

  it('before signature: who signs, the term, and a sound text', () => {
    const { effectiveTo: _none, ...endless } = ready('in-negotiation', { details: unnamed });
    const error = { code: 'goal.tie', path: 'metrics[0]', details: {}, severity: 'error' } as const;
    const warning = { ...error, code: 'goal.shadowed', severity: 'warning' } as const;
    expect(codes('submit', { ...endless, effectiveTo: undefined, findings: [error, warning] })).toEqual([
      'life.no-party details.parties.customer.name',
      'life.no-signatory details.parties.provider.contacts',
      'life.no-signatory details.parties.customer.contacts',
      'life.no-term effectiveTo',
      'goal.tie metrics[0]',
    ]);
  });

  it('at signature: that both have signed this very text, each for their side', () => {
    expect(codes('sign', ready('awaiting-signature', { textHash: 'another' }))).toHaveLength(2);
    const swapped = signatures.map((each) => ({ ...each, account: each.account === 'ida' ? 'carl' : 'ida' }));
    expect(codes('sign', ready('awaiting-signature', { signatures: swapped }))).toHaveLength(2);
    expect(codes('sign', ready('awaiting-signature', { signatures: signatures.slice(0, 1) }))).toEqual([
      'life.not-signed details.parties.customer.contacts',
    ]);
  });

  it('at publication: a term that is not over', () => {
    const over = ready('draft', { effectiveTo: onWednesday('12:00') });
    expect(codes('publish', over)).toEqual(['life.term-is-over effectiveTo']);
  });

  it('at suspension and end: a reason, and that the past stays as it is', () => {
    const wrong = { from: onWednesday('11:59'), to: onWednesday('11:00'), reason: ' ' };
    expect(codes('suspend', ready('in-force', wrong))).toEqual([
      'life.in-the-past from',
      'life.backwards to',
      'life.no-reason reason',
    ]);
    expect(codes('terminate', ready('suspended', wrong))).toEqual([
      'life.in-the-past from',
      'life.no-reason reason',
    ]);
  });

  it('where an end is to be taken back: that one is planned', () => {
    expect(codes('continue', ready('in-force', { isEndPlanned: false }))).toEqual(['life.no-end-planned']);
  });
});
