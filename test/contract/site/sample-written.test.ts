import { visitors } from '../../site/sample/people';
import { projectCallOf } from '../../site/sample/project-call';
import { siteDaysOf } from '../../site/sample/written/days';
import type { Forge } from '../../site/seams';
import { TestJira } from './jira-fixture';

const page = { key: 'stands', type: 'jira:projectPage', title: 'Service levels', page: '/app/stands.html' };

/** A call of the app's project page by the agent, answered so. */
function call(answer: unknown, modules: readonly object[] = [page]): Promise<unknown> {
  const [project] = new TestJira().jira.store.projects.values();
  const bridge = jest.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  const forge = { bridge, modules: () => modules } as unknown as Forge;
  const passed = jest.fn(() => Promise.resolve());
  return projectCallOf(forge, project!, passed)(visitors.agent, 'saveOutage', { seen: 0 });
}

describe('what people write down', () => {
  it('comes to what the app answers', async () => {
    expect(await call({ ok: true, value: { revision: 1 } })).toEqual({ revision: 1 });
  });

  it('stops the start when the app refuses it, and says who was refused what', async () => {
    const refused = call({ ok: false, refusal: 'bad-input', problems: [{ code: 'outage.unknown-service' }] });
    await expect(refused).rejects.toThrow(
      'The app refused Alex Morgan saveOutage ({"seen":0}): {"ok":false,"refusal":"bad-input","problems":[{"code":"outage.unknown-service"}]}',
    );
    await expect(call(new Error('boom'))).rejects.toThrow(
      'refused Alex Morgan saveOutage ({"seen":0}): Error: boom',
    );
    expect(() => call({}, [])).toThrow('no project page');
  });
});

describe('days told from the opening', () => {
  const days = siteDaysOf(Date.parse('2027-03-01T10:30Z'));

  it('are days in London, over the ends of months and years', () => {
    expect([days.day(0), days.day(1), days.day(-31)]).toEqual(['2027-03-01', '2027-02-28', '2027-04-01']);
    expect([days.month(0), days.month(1), days.month(3)]).toEqual(['2027-03-01', '2027-02-01', '2026-12-01']);
    expect(siteDaysOf(Date.parse('2026-08-31T09:30Z')).month(2)).toBe('2026-06-01');
  });

  it('come no later than the opening where they are days of a month', () => {
    expect([days.inMonth(1, 5), days.inMonth(0, 5)]).toEqual(['2027-02-05', '2027-03-01']);
  });

  it('have the times of the clock there, in summer too', () => {
    expect(new Date(days.at('2027-02-05', '09:40')).toISOString()).toBe('2027-02-05T09:40:00.000Z');
    expect(new Date(days.at('2027-07-05', '09:40')).toISOString()).toBe('2027-07-05T08:40:00.000Z');
  });
});
