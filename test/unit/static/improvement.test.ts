import * as fc from 'fast-check';
import { complaintStates } from '../../../src/domain/complaint/complaint';
import { improvementSources, improvementStates } from '../../../src/domain/improvement/improvement';
import * as complaints from '../../../static/app/src/pages/complaints/complaints-address';
import { complaintsCsv } from '../../../static/app/src/pages/complaints/complaints-csv';
import { docOf, draftOf } from '../../../static/app/src/pages/improvement/action-draft';
import * as plan from '../../../static/app/src/pages/improvement/improvement-address';
import { partsOf, pathOf } from '../../../static/app/src/parts/address-path';
import { onWednesday } from '../../support/builders';
import { law } from '../../support/laws';
import { inLondon } from './readers';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const breach = fc.constantFrom('20001/1/resolution/desk', '0a1b-2c3d');
const some = <Value extends object>(of: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) =>
  fc.record(of, { requiredKeys: [] }).map((value) => ({ ...value }));

law(
  'the address of the plan leads back to every choice',
  [
    some({
      state: fc.constantFrom(...improvementStates),
      owner: fc.constantFrom('712020:sam-rivera', '5b10a2844c20165700ede21g'),
      agreement: id,
      late: fc.constant(true as const),
    }),
  ],
  (filter) => expect(plan.filterIn(partsOf(pathOf(plan.addressOf(filter))))).toEqual(filter),
);

law(
  'the address of a form for an action leads back to what that comes from',
  [
    some({
      source: fc.constantFrom(...improvementSources),
      sourceId: breach,
      agreement: id,
      metric: id,
    }),
  ],
  (origin) => expect(plan.originIn(partsOf(pathOf(plan.newAddressOf(origin))))).toEqual(origin),
);

law(
  'the addresses of complaints lead back to every choice, and to the breach of a new one',
  [
    some({
      state: fc.constantFrom(...complaintStates),
      agreement: id,
      late: fc.constant(true as const),
    }),
    some({ breach, agreement: id }),
  ],
  (filter, origin) => {
    expect(complaints.filterIn(partsOf(pathOf(complaints.addressOf(filter))))).toEqual(filter);
    expect(complaints.originIn(partsOf(pathOf(complaints.newAddressOf(origin))))).toEqual(origin);
  },
);

it('an address that cannot be is left out', () => {
  const typed = ['improvement', 'state=gone', 'owner=<b>', 'agreement=A B', 'late=no', 'x'];
  expect(plan.filterIn(typed)).toEqual({});
  expect(plan.originIn(['improvement', 'new', 'source=joy', 'of=<b>', 'metric=%'])).toEqual({});
  expect(complaints.filterIn(['complaints', 'state=done'])).toEqual({});
});

describe('the form of an action', () => {
  const doc = {
    title: 'Train',
    description: '',
    kind: 'training',
    source: 'audit',
    agreement: 'desk',
    metric: 'response',
    owner: 'ann',
    due: '2026-12-01',
    nonconformity: { finding: 'None', correction: '', cause: '', prevention: '', proof: '' },
  } as const;

  it('saves what it began with', () => {
    expect(docOf(draftOf(doc), 'one')).toEqual({ ...doc, id: 'one' });
  });

  it('saves nothing that it does not show', () => {
    const { agreement: _agreement, metric: _metric, nonconformity: _finding, ...rest } = doc;
    expect(docOf({ ...draftOf(doc), source: 'risk', agreement: '' }, undefined)).toEqual({
      ...rest,
      source: 'risk',
    });
  });
});

it('the file of complaints says what each cell is, and has no formula in it', () => {
  const row = {
    doc: {
      id: 'one',
      receivedAt: onWednesday('10:00'),
      customer: '=1+1',
      text: 'Nobody calls back',
      agreement: 'desk',
      owner: 'ann',
      due: '2026-11-17',
      answered: { by: 'ann', at: onWednesday('11:00'), outcome: 'Called' },
    },
    revision: 2,
    isLate: false,
  };
  const known = {
    agreements: [{ id: 'desk', name: 'IT service desk' }],
    people: new Map([['ann', { name: 'Ann', isActive: true, isApp: false }]]),
  };
  const [head, line] = complaintsCsv([row], known, inLondon.messages).split('\r\n');
  expect(head).toBe(
    'Received at,Customer,What it is about,Agreement,Owner,Answer by,Late,State,Outcome,Issue,Answered at,Closed at',
  );
  expect(line).toBe(
    "2026-11-18T10:00:00.000Z,'=1+1,Nobody calls back,IT service desk,Ann,2026-11-17,,Answered,Called,,2026-11-18T11:00:00.000Z,",
  );
});
