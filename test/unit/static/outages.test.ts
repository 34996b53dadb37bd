import * as fc from 'fast-check';
import type { MonitoringView } from '../../../src/contract/breaches';
import type { OutageRow } from '../../../src/contract/outages';
import type { Outage } from '../../../src/domain/outage/outage';
import { instant } from '../../../src/domain/time/instant';
import { draftOf, outageOf } from '../../../static/app/src/pages/outages/outage-draft';
import { addressOf, choiceIn } from '../../../static/app/src/pages/outages/outages-address';
import { outagesCsv } from '../../../static/app/src/pages/outages/outages-csv';
import { partsOf, pathOf } from '../../../static/app/src/parts/address-path';
import { onWednesday } from '../../support/builders';
import { law } from '../../support/laws';
import { inLondon, inShanghai } from './readers';

const outage: Outage = {
  id: 'outage-1',
  service: 'mail',
  // The form shows minutes.
  begin: instant(onWednesday('09:00') + 12_345),
  end: instant(onWednesday('10:30') + 1),
  planned: false,
  degree: 'degraded',
  cause: 'fault',
  issue: 'ITSD-7',
  explanation: 'A disk was full, =1+1',
  major: true,
  rpo: { kept: false, note: 'One letter' },
  lookBack: { cause: 'Nobody watched', measures: 'An alarm' },
};

describe('the address of the outage register', () => {
  law('leads back to every choice', [fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)], (service) => {
    const choice = { period: { from: '2026-11-01', to: '2026-11-18' }, service };
    expect(choiceIn(partsOf(pathOf(addressOf(choice))))).toEqual(choice);
  });

  it('leaves out what cannot be', () => {
    expect(choiceIn(['outages', 'service=<b>', 'period=never'])).toEqual({
      period: 'this-month',
      service: undefined,
    });
  });
});

describe('an outage while somebody corrects it', () => {
  it('stays as it was, to the millisecond, as far as nothing is changed', () => {
    for (const { zone } of [inLondon, inShanghai])
      expect(outageOf(draftOf(outage, '', zone), outage, zone)).toEqual(outage);
  });

  it('says what cannot be read, and leaves out what is empty', () => {
    const { zone } = inLondon;
    const draft = draftOf(undefined, 'mail', zone);
    expect(outageOf(draft, undefined, zone)).toEqual({ unreadable: ['begin'] });
    expect(outageOf({ ...draft, begin: '2026-11-18T09:00', end: 'soon' }, undefined, zone)).toEqual({
      unreadable: ['end'],
    });
    expect(outageOf({ ...draft, begin: '2026-11-18T09:00', issue: ' ' }, undefined, zone)).toEqual({
      service: 'mail',
      begin: onWednesday('09:00'),
      planned: false,
      degree: 'full',
      explanation: '',
    });
  });
});

it('the register as a file names what it knows by name, and has a cell for each column', () => {
  const monitoring = { causes: [], revision: 0 } as unknown as MonitoringView;
  const known = {
    monitoring,
    services: [{ id: 'mail', name: 'Mail', isRetired: false }],
    issues: new Map(),
    persons: new Map([['ann', { name: 'Ann', isActive: true, isApp: false }]]),
    now: onWednesday('12:00'),
  };
  const verified = { by: 'ann', at: onWednesday('11:00') };
  const row: OutageRow = {
    doc: { ...outage, verified },
    revision: 2,
    at: verified.at,
    rto: 'missed',
    isMajor: true,
  };
  const [head = '', line = ''] = outagesCsv([row], known, inLondon).split('\r\n');
  expect(head.split(',')).toHaveLength(17);
  expect(line).toBe(
    'Mail,2026-11-18T09:00:12.345Z,2026-11-18T10:30:00.001Z,1 h 29 m 47 s,,Degraded,Missed,Not kept: One letter,' +
      'Fault of technology,ITSD-7,By hand,"A disk was full, =1+1",Ann,2026-11-18T11:00:00.000Z,Nobody watched,An alarm,',
  );
});
