import { JiraUnavailable, SomebodyElseSaves } from '../../../src/app/errors';
import { saveNoticePlaces, type PlacesWanted } from '../../../src/app/notices/notice-places';
import { sendNotices } from '../../../src/app/notices/send-notices';
import { chasedIn, viewNotices } from '../../../src/app/notices/view-notices';
import { prepareDueReviews } from '../../../src/app/reviews/prepare-due-reviews';
import { noticeWords } from '../../../src/handlers/notice-words';
import { days, instant, later } from '../../../src/domain/time/instant';
import { at, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const here: PlacesWanted = { language: 'en-US', places: [{ agreement: 'desk', key: 'ITSD-7' }] };

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  const file = draft();
  const details = {
    reviews: { rhythms: ['month'], reports: 'month', responsible: 'ada' },
    roles: { 'service-level-manager': 'kim' },
  };
  const agreement = { ...file.agreements[0]!, details } as (typeof file.agreements)[0];
  await importDefinitions(ports, PROJECT, 'sam', { ...file, agreements: [agreement] });
  ports.backfillOf.clear();
  const issue = { id: '20001', project: PROJECT, updated: ports.now, history: { facts: [] } };
  ports.inJira.set('ITSD-7', issue);
  ports.now = at('2026-12-01T09:00Z');
});

const save = (wanted: PlacesWanted = here, seen = 0) => saveNoticePlaces(ports, sam, wanted, seen);
/** What the app does once a day. */
async function daily(remaining = 600_000): Promise<void> {
  await prepareDueReviews(ports, () => 600_000);
  await sendNotices(ports, noticeWords, () => remaining);
}
const mails = () =>
  ports.acts.map(({ issue, action }) => ('notify' in action ? { issue, ...action } : undefined)!);
const last = async () => (await viewNotices(ports, PROJECT)).agreements[0]?.last;
const aDayLater = (by = 1): void => {
  ports.now = instant(later(ports.now, days(by)));
};

it('tell whoever sees to the reviews, the service level manager and those who watch the issue, in one message', async () => {
  expect(await save()).toEqual([]);
  await daily();
  expect(mails()).toEqual([
    {
      issue: '20001',
      notify: ['watchers', { user: 'ada' }, { user: 'kim' }],
      subject: 'Desk: reviews or reports are ready',
      text: [
        'Of “Desk” something was prepared and waits for you:',
        '',
        '• Review of November 2026: prepared, to be closed by December 10, 2026',
        '• Service report of November 2026: prepared, to be issued by December 10, 2026',
        '',
        'You find them in the project in Jira under “Service levels”, “Reviews”.',
      ].join('\n'),
    },
  ]);
  expect(await last()).toEqual({ at: ports.now, issue: 'ITSD-7', matters: 2, state: 'sent' });
  await daily();
  expect(mails()).toHaveLength(1);
});

it('chase what is late, in the language of the project', async () => {
  await save({ ...here, language: 'zh-CN' });
  await daily();
  aDayLater(10);
  await daily();
  expect(mails()[1]).toMatchObject({
    subject: 'Desk：评审或报告已逾期',
    text: expect.stringContaining('• 2026年11月评审：应于2026年12月10日前关闭') as string,
  });
  expect([...(await chasedIn(ports, PROJECT))]).toEqual([
    ['review/desk/month/2026-11-01', '2026-12-11'],
    ['service-report/desk/month/2026-11-01', '2026-12-11'],
  ]);
  aDayLater(6);
  await daily();
  expect(mails()).toHaveLength(2);
  aDayLater();
  await daily();
  expect(mails()).toHaveLength(3);
});

it('stay in the app where no issue is named', async () => {
  await daily();
  expect(mails()).toEqual([]);
  expect(await last()).toBeUndefined();
});

describe('a message that Jira', () => {
  beforeEach(() => save());

  it('refuses is tried again the next day', async () => {
    ports.outcome = () => ({ state: 'refused', reason: 'http-404' });
    await daily();
    expect(await last()).toMatchObject({ state: 'refused', reason: 'http-404' });
    ports.outcome = () => ({ state: 'done' });
    aDayLater();
    await daily();
    expect(mails()).toHaveLength(2);
    expect(await last()).toMatchObject({ state: 'sent', matters: 2 });
  });

  it('has no time for is tried again the next day', async () => {
    ports.outcome = () => new JiraUnavailable('POST issue/notify', 503);
    await daily();
    expect(await last()).toMatchObject({ state: 'refused', reason: 'jira-unavailable' });
  });

  it('may have sent is not sent again', async () => {
    ports.outcome = () => ({ state: 'unsure' });
    await daily();
    expect(await last()).toMatchObject({ state: 'sending' });
    aDayLater();
    await daily();
    expect(mails()).toHaveLength(1);
  });
});

it('wait for another day when no time is left, or work is held', async () => {
  await save();
  await daily(29_000);
  expect(mails()).toEqual([]);
  await ports.holds.hold({ until: later(ports.now, days(1)), reason: 'test' });
  await daily();
  expect(mails()).toEqual([]);
});

describe('where they are sent from', () => {
  const codes = async (result: ReturnType<typeof save>) =>
    (await result).map(({ code, path }) => `${code} ${path}`.trim());

  it('is an issue that whoever says so can see', async () => {
    const wanted = { ...here, places: [{ agreement: 'desk', key: 'ITSD-8' }] };
    expect(await codes(save(wanted))).toEqual(['notices.no-issue doc.places[0].key']);
    ports.hidden = true;
    expect(await codes(save())).toEqual(['notices.no-issue doc.places[0].key']);
    ports.hidden = false;
    expect(await codes(save())).toEqual([]);
    expect((await viewNotices(ports, PROJECT)).agreements).toMatchObject([{ id: 'desk', key: 'ITSD-7' }]);
  });

  it('is kept when it is saved twice, and not overwritten by who has not seen it', async () => {
    await save();
    expect(await codes(save())).toEqual([]);
    expect((await viewNotices(ports, PROJECT)).revision).toBe(1);
    expect(await codes(save({ ...here, places: [] }))).toEqual(['record.newer']);
    expect(await codes(save({ ...here, places: [] }, 1))).toEqual([]);
    const racing = {
      ...ports,
      records: { ...ports.records, commit: () => Promise.reject(new SomebodyElseSaves()) },
    };
    await expect(saveNoticePlaces(racing, sam, here, 2)).rejects.toThrow(SomebodyElseSaves);
  });
});
