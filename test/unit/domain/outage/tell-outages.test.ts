import {
  readOutageRules,
  type OutageRule,
  type OutageRuleDraft,
} from '../../../../src/domain/outage/outage-rules';
import { outageTeller } from '../../../../src/domain/outage/tell-outages';
import type { Fact, History } from '../../../../src/domain/timer/history';
import { changed, created, onWednesday, priorityIs, statusIn } from '../../../support/builders';

const rule: OutageRule = {
  id: 'p1',
  name: 'P1 incidents',
  when: priorityIs('P1'),
  begin: { any: [{ created: true }, { ends: statusIn('Done') }] },
  end: { begins: statusIn('Done') },
  service: 'mail',
  planned: false,
  degree: 'full',
};
const tell = (
  facts: readonly Fact[],
  more: Partial<OutageRule> = {},
  { gap, now = '18:00' }: { gap?: NonNullable<History['gap']>; now?: string } = {},
) => {
  const history = { facts, ...(gap && { gap }) };
  const services = [{ id: 'web', mapping: { field: 'team', in: [{ id: 'web', name: 'Web' }] } }];
  const { service, ...others } = { ...rule, ...more };
  const asked = service === undefined || 'service' in more ? { ...others, ...more } : { ...others, service };
  return outageTeller([asked], services)
    .tell('10001', history, onWednesday(now))
    .map(({ id, derived: { service: of, begin, end } }) => [
      id,
      of,
      new Date(begin).toISOString().slice(11, 16),
      end === undefined ? 'open' : new Date(end).toISOString().slice(11, 16),
    ]);
};
const birth = (fields: Record<string, string> = {}) =>
  created(onWednesday('09:00'), { priority: 'P1', ...fields });
const status = (time: string, change: string) => changed(onWednesday(time), { status: change });

describe('outages that issues are by rule', () => {
  it('begin and end with what the rule says, as often as that happens', () => {
    const facts = [birth(), status('10:00', 'Open → Done'), status('11:00', 'Done → Open')];
    expect(tell(facts.slice(0, 1))).toEqual([['10001/1/p1', 'mail', '09:00', 'open']]);
    expect(tell(facts.slice(0, 2))).toEqual([['10001/1/p1', 'mail', '09:00', '10:00']]);
    expect(tell(facts)).toEqual([
      ['10001/1/p1', 'mail', '09:00', '10:00'],
      ['10001/2/p1', 'mail', '11:00', 'open'],
    ]);
    expect(tell(facts, {}, { now: '09:30' })).toEqual([['10001/1/p1', 'mail', '09:00', 'open']]);
  });

  it('are of issues that were so at some time, however they end', () => {
    const raised = [birth({ priority: 'P3' }), changed(onWednesday('09:30'), { priority: 'P3 → P1' })];
    expect(tell(raised.slice(0, 1))).toEqual([]);
    expect(tell(raised)).toEqual([['10001/1/p1', 'mail', '09:00', 'open']]);
    const lowered = [...raised, changed(onWednesday('09:40'), { priority: 'P1 → P3' })];
    expect(tell(lowered)).toEqual([['10001/1/p1', 'mail', '09:00', 'open']]);
    // Found out when all was over.
    const late = [
      birth({ priority: 'P3' }),
      status('10:00', 'Open → Done'),
      changed(onWednesday('12:00'), { priority: 'P3 → P1' }),
    ];
    expect(tell(late)).toEqual([['10001/1/p1', 'mail', '09:00', '10:00']]);
  });

  it('are of the service that the issue belongs to, where the rule names none', () => {
    const facts = [birth(), changed(onWednesday('09:10'), { team: ' → web' })];
    const { service: _service, ...nameless } = rule;
    const teller = outageTeller(
      [nameless],
      [{ id: 'web', mapping: { field: 'team', in: [{ id: 'web', name: 'Web' }] } }],
    );
    expect(teller.fields).toEqual(['priority', 'status', 'team']);
    const of = (history: readonly Fact[]) =>
      teller.tell('10001', { facts: history }, onWednesday('18:00')).map(({ derived }) => derived.service);
    expect(of(facts)).toEqual(['web']);
    expect(of(facts.slice(0, 1))).toEqual([]);
  });

  it('begin and end when fields say so, as far as that can be', () => {
    const facts = (begun: string, restored: string) => [
      birth(),
      status('10:00', 'Open → Done'),
      changed(onWednesday('10:05'), { begun: ` → 2026-11-18T${begun}:00.000Z` }),
      changed(onWednesday('10:05'), { restored: ` → 2026-11-18T${restored}:00.000Z` }),
    ];
    const fields = { beginAt: 'begun', endAt: 'restored' };
    expect(tell(facts('08:15', '09:45'), fields)).toEqual([['10001/1/p1', 'mail', '08:15', '09:45']]);
    // Nobody restores later than they say that it is done, or before it began.
    expect(tell(facts('08:15', '11:00'), fields)).toEqual([['10001/1/p1', 'mail', '08:15', '10:00']]);
    expect(tell(facts('09:30', '09:20'), fields)).toEqual([]);
    expect(tell(facts('19:00', '09:45'), fields)).toEqual([['10001/1/p1', 'mail', '09:00', '09:45']]);
  });

  it('are told by nothing that has a hole where it matters', () => {
    const facts = [birth()];
    expect(tell(facts, {}, { gap: 'changelog' })).toEqual([]);
    expect(tell(facts, {}, { gap: { field: 'status' } })).toEqual([]);
    expect(tell(facts, {}, { gap: { field: 'assignee' } })).toHaveLength(1);
    expect(tell(facts, {}, { gap: 'comments' })).toHaveLength(1);
  });

  it('come out the same in whatever order and however often facts come', () => {
    const facts = [birth(), status('10:00', 'Open → Done'), status('11:00', 'Done → Open')];
    expect(tell([...facts, ...facts].reverse())).toEqual(tell(facts));
  });
});

describe('rules for outages', () => {
  const text: OutageRuleDraft = {
    id: 'p1',
    name: 'P1 incidents',
    when: { field: 'priority', in: ['P1'] },
    begin: { created: true },
    end: { begins: { field: 'status', in: ['Done'] } },
    planned: false,
    degree: 'full',
  };
  const values = (...names: string[]) => names.map((name) => ({ id: `id-${name}`, name }));
  const known = new Map([
    ['priority', { kind: 'other' as const, values: values('P1', 'P2') }],
    ['status', { kind: 'other' as const, values: values('Open', 'Done') }],
    ['begun', { kind: 'instant' as const }],
    ['duedate', { kind: 'date' as const }],
  ]);
  const read = (...drafts: readonly OutageRuleDraft[]) =>
    readOutageRules(drafts, { fieldOf: (id) => known.get(id), services: ['mail'] });
  const wrong = (more: Partial<OutageRuleDraft>) =>
    read({ ...text, ...more }).problems.map(({ code, path }) => `${code} ${path}`);

  it('are kept by the ids of what they name', () => {
    expect(read({ ...text, service: 'mail', beginAt: 'begun' })).toMatchObject({
      problems: [],
      rules: [{ service: 'mail', beginAt: 'begun', when: { field: 'priority', in: values('P1') } }],
    });
  });

  it('name what there is, need something that happens, and do not end as they begin', () => {
    expect(wrong({ name: '', service: 'fax' })).toEqual([
      'outage.unknown-service rules[0].service',
      'outage.no-name rules[0].name',
    ]);
    expect(wrong({ begin: text.when })).toEqual(['metric.needs-event rules[0].begin']);
    expect(wrong({ when: text.begin })).toEqual(['condition.needs-state rules[0].when']);
    expect(wrong({ end: text.begin })).toEqual(['outage.begin-is-end rules[0].end']);
    expect(wrong({ beginAt: 'duedate' })).toEqual(['outage.no-time-field rules[0].beginAt']);
    expect(wrong({ when: { field: 'assignee', memberOf: ['First line'] } })).toEqual([
      'outage.no-groups rules[0].when',
    ]);
    expect(read(text, text).problems.map(({ code }) => code)).toEqual(['definition.id-twice']);
  });
});
