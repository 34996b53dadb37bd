import {
  toBeLookedAt,
  withDecision,
  type Look,
  type LookDecision,
} from '../../../../src/domain/catalogue/to-be-looked-at';
import { onWednesday } from '../../../support/builders';

const mail = { id: 'mail', changedIn: { hours: 2, state: 5 } };
const network = { id: 'network' };
const naming = (revision: number) => [
  {
    id: 'it-support',
    name: 'IT support',
    services: [
      { id: 'mail', revision },
      { id: 'network', revision: 1 },
    ],
  },
];
const decided = (choice: LookDecision['choice'], revision: number): Look[] => [
  {
    id: 'it-support',
    decisions: [{ service: 'mail', revision, choice, by: 'sam', at: onWednesday('09:00') }],
  },
];

describe('an agreement', () => {
  it('is to be looked at when what it rests on has changed since the revision that it names', () => {
    expect(toBeLookedAt([mail, network], naming(1), [])).toEqual([
      {
        agreement: { id: 'it-support', name: 'IT support' },
        service: 'mail',
        named: 1,
        changed: ['hours', 'state'],
        revision: 5,
      },
    ]);
    expect(toBeLookedAt([mail], naming(2), [])).toMatchObject([{ changed: ['state'] }]);
    expect(toBeLookedAt([mail], naming(5), [])).toEqual([]);
  });

  it('that names no services has nothing to be looked at', () => {
    expect(toBeLookedAt([mail], [{ id: 'it-support', name: 'IT support' }], [])).toEqual([]);
  });

  it('that was to stay as it is comes back only for what changes later', () => {
    expect(toBeLookedAt([mail], naming(1), decided('keep', 5))).toEqual([]);
    expect(toBeLookedAt([mail], naming(1), decided('keep', 2))).toMatchObject([
      { changed: ['state'], revision: 5 },
    ]);
  });

  it('that is to be changed stays on the list, with who decided so, until it names a newer revision', () => {
    expect(toBeLookedAt([mail], naming(1), decided('change', 5))).toMatchObject([
      { changed: ['hours', 'state'], decision: { by: 'sam' } },
    ]);
    expect(toBeLookedAt([mail], naming(5), decided('change', 5))).toEqual([]);
  });

  it('waits for a decision anew when the service changes once more', () => {
    const [waiting] = toBeLookedAt([mail], naming(1), decided('change', 2));
    expect(waiting).toMatchObject({ revision: 5 });
    expect(waiting).not.toHaveProperty('decision');
  });

  it('has one decision a service: the latest', () => {
    const [look] = decided('keep', 2);
    const later = {
      service: 'mail',
      revision: 5,
      choice: 'change',
      by: 'kim',
      at: onWednesday('10:00'),
    } as const;
    const other = { ...later, service: 'network' };
    expect(withDecision(withDecision(look!, later), other).decisions).toEqual([later, other]);
  });
});
