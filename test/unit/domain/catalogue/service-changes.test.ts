import { fieldsChanged, keptAs } from '../../../../src/domain/catalogue/service-changes';
import { service } from './services';

const mail = service('mail');

describe('a change of a service', () => {
  it('names the fields in which the two differ, however their keys are ordered', () => {
    const mapping = { field: 'labels', in: [{ id: 'mail', name: 'mail' }] };
    const turned = { in: [{ name: 'mail', id: 'mail' }], field: 'labels' };
    const { summary: _, ...bare } = mail;
    expect(fieldsChanged({ ...mail, mapping }, { ...bare, mapping: turned, name: 'Post' })).toEqual([
      'name',
      'summary',
    ]);
  });

  it('is kept with the revision of each aspect that agreements rest on', () => {
    const second = keptAs({ ...mail, hours: 'always', summary: 'Anew' }, mail, 2, false);
    expect(second).toEqual({ ...mail, hours: 'always', summary: 'Anew', changedIn: { hours: 2 } });
    const third = keptAs({ ...mail, hours: 'always', hoursTier: 'high', goals: 'Fast' }, second, 3, false);
    expect(third.changedIn).toEqual({ hours: 2, tier: 3, goals: 3 });
  });

  it('of words alone leaves what agreements rest on as it was', () => {
    expect(keptAs({ ...mail, summary: 'Anew' }, mail, 2, false)).toEqual({ ...mail, summary: 'Anew' });
  });

  it('of the capability behind it is kept, though nothing in its text says so', () => {
    expect(keptAs(mail, mail, 2, true)).toEqual({ ...mail, changedIn: { capability: 2 } });
  });

  it('is none where it is the first revision', () => {
    expect(keptAs(mail, undefined, 1, true)).toEqual(mail);
  });
});
