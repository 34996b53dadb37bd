import type { ServiceState, ServiceText } from '../../../../src/domain/catalogue/service';
import { serviceProblems } from '../../../../src/domain/catalogue/service-rules';
import { service } from './services';

const problemsOf = (
  text: ServiceText,
  others: readonly ServiceText[] = [],
  before: ServiceState | undefined = text.state,
): [code: string, path: string][] =>
  serviceProblems(text, { services: others, calendars: ['office'], before }).map(({ code, path }) => [
    code,
    path,
  ]);

describe('a service of the catalogue', () => {
  it('may be no more than a name and a kind while it is a draft', () => {
    const draft: ServiceText = { id: 'mail', name: 'Mail', kind: 'business', state: 'draft' };
    expect(problemsOf(draft, [], undefined)).toEqual([]);
  });

  it('needs a summary, an owner and hours to be published, each told at its field', () => {
    const bare: ServiceText = { id: 'mail', name: 'Mail', kind: 'business', state: 'published' };
    expect(problemsOf(bare)).toEqual([
      ['service.needed', 'doc.summary'],
      ['service.needed', 'doc.owner'],
      ['service.needed', 'doc.hours'],
    ]);
  });

  it.each<[from: ServiceState | undefined, to: ServiceState, isLegal: boolean]>([
    [undefined, 'draft', true],
    [undefined, 'published', true],
    [undefined, 'retired', false],
    ['draft', 'published', true],
    ['draft', 'retired', false],
    ['published', 'retired', true],
    ['published', 'draft', false],
    ['retired', 'published', true],
    ['retired', 'draft', false],
  ])('goes from %s to %s: %s', (from, to, isLegal) => {
    const { state: _, ...rest } = service('mail');
    const problems = serviceProblems(
      { ...rest, state: to },
      { services: [], calendars: ['office'], before: from },
    );
    expect(problems.map(({ code }) => code)).toEqual(isLegal ? [] : ['service.no-such-step']);
  });

  it('bears a name that no other has, however it is written', () => {
    const twins = [service('mail', { name: 'E-Mail' })];
    expect(problemsOf(service('post', { name: ' e-mail' }), twins)).toEqual([
      ['service.name-twice', 'doc.name'],
    ]);
    expect(problemsOf(service('mail', { name: 'E-Mail' }), twins)).toEqual([]);
  });

  it('may bear the name of a retired one', () => {
    const old = [service('mail', { name: 'E-Mail', state: 'retired' })];
    expect(problemsOf(service('post', { name: 'E-Mail' }), old)).toEqual([]);
  });

  it('rests on services that are there, each named once', () => {
    const text = service('mail', { restsOn: ['exchange', 'nobody', 'exchange'] });
    expect(problemsOf(text, [service('exchange')])).toEqual([
      ['service.unknown', 'doc.restsOn[1]'],
      ['service.twice', 'doc.restsOn[2]'],
    ]);
  });

  it('may share what it rests on with others', () => {
    const others = [service('network'), service('wiki', { restsOn: ['network'] })];
    expect(problemsOf(service('mail', { restsOn: ['network', 'wiki'] }), others)).toEqual([]);
  });

  it('never rests on itself: the circle is named where it is closed', () => {
    const others = [
      service('directory'),
      service('exchange', { restsOn: ['network'] }),
      service('network', { restsOn: ['mail'] }),
    ];
    const text = service('mail', { restsOn: ['directory', 'exchange'] });
    const [found] = serviceProblems(text, { services: others, calendars: ['office'], before: 'published' });
    expect(found).toEqual({
      code: 'service.circle',
      path: 'doc.restsOn[1]',
      details: { circle: 'mail → exchange → network → mail' },
    });
    expect(problemsOf(service('mail', { restsOn: ['mail'] }))).toEqual([
      ['service.circle', 'doc.restsOn[0]'],
    ]);
  });

  it('once published rests on nothing that is retired', () => {
    const others = [service('network', { state: 'retired' })];
    const text = service('mail', { restsOn: ['network'] });
    expect(problemsOf(text, others)).toEqual([['service.rests-on-retired', 'doc.restsOn[0]']]);
    expect(problemsOf({ ...text, state: 'draft' }, others)).toEqual([]);
  });

  it('is not retired while a published one rests on it, which is named', () => {
    const others = [
      service('mail', { restsOn: ['network'] }),
      service('old', { restsOn: ['network'], state: 'retired' }),
    ];
    const retired = service('network', { state: 'retired' });
    const found = serviceProblems(retired, { services: others, calendars: ['office'], before: 'published' });
    expect(found).toEqual([{ code: 'service.carries', path: 'doc.state', details: { by: 'mail' } }]);
  });

  it('has hours that are a calendar of the project', () => {
    expect(problemsOf(service('mail', { hours: 'nobody' }))).toEqual([
      ['service.unknown-hours', 'doc.hours'],
    ]);
  });

  it('has a price that is a number, of something', () => {
    expect(problemsOf(service('mail', { price: { amount: '12,50', unit: '' } }))).toEqual([
      ['service.amount', 'doc.price.amount'],
      ['service.no-unit', 'doc.price.unit'],
    ]);
    expect(problemsOf(service('mail', { price: { amount: '12.50', unit: 'EUR' } }))).toEqual([]);
  });

  it('has recovery objectives that are lengths; of data none may be lost at all', () => {
    expect(problemsOf(service('mail', { rto: '4h', rpo: '0m' }))).toEqual([]);
    expect(problemsOf(service('mail', { rto: '0h', rpo: 'a day' }))).toEqual([
      ['goal.no-time', 'doc.rto'],
      ['goal.duration', 'doc.rpo'],
    ]);
  });

  it('says what it says in so many words', () => {
    expect(problemsOf(service('mail', { summary: 'a'.repeat(1_001) }))).toEqual([
      ['service.long', 'doc.summary'],
    ]);
  });
});
