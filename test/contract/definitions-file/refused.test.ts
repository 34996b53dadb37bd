import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actionMistakes } from './action-mistakes';
import { agreementMistakes } from './agreement-mistakes';
import { calendarMistakes } from './calendar-mistakes';
import { conditionMistakes } from './condition-mistakes';
import { fileMistakes } from './file-mistakes';
import { goalMistakes } from './goal-mistakes';
import { matrixMistakes, otherMatrixMistakes } from './matrix-mistakes';
import { periodicMistakes } from './periodic-mistakes';
import { SettingsPage } from './settings-page';
import { goal, written, type Mistakes } from './spoilt-files';

let page: SettingsPage;
beforeEach(() => {
  page = new SettingsPage();
});

const cases: Mistakes = {
  ...fileMistakes,
  ...calendarMistakes,
  ...agreementMistakes,
  ...conditionMistakes,
  ...goalMistakes,
  ...actionMistakes,
  ...matrixMistakes,
  ...periodicMistakes,
};

/** What a file may have and is yet taken. */
const warnings = [
  'action.moves-timer',
  'action.twice',
  'agreement.about-nothing',
  'agreement.may-tie',
  'calendar.holidays-end',
  'calendar.overlap-next-day',
  'calendar.unused',
  'goal.never-matches',
  'goal.never-reached',
  'goal.outside-hours',
  'goal.outside-scope',
  'goal.same-day',
  'goal.takes-long',
  'metric.never',
  'metric.overruled',
  'metric.same-field',
  'pause.from-start',
  'pause.never',
  'threshold.at-start',
  'threshold.twice',
];

/** Thrown where a value was not checked before: no file leads there. `other` stands in for codes of a newer server. */
const notOfFiles = ['other', 'calendar.beyond-horizon', 'time.instant', 'time.span', 'time.zone'];

/** What may be wrong with something else than a file. */
const otherGroups = [
  'repair',
  'notices',
  'record',
  'ics',
  'name',
  'draft',
  'life',
  'service',
  'transfer',
  'term',
  'defaults',
  'case',
  'breach',
  'exception',
  'causes',
  'outage',
  'review',
  'measurement',
  'improvement',
  'complaint',
  'satisfaction',
  'scope',
];

describe('a definitions file', () => {
  it('has a case here for every problem that the app has words for', () => {
    const locale = readFileSync(path.join(__dirname, '../../../static/locales/en-US.json'), 'utf8');
    const { problem } = JSON.parse(locale) as { problem: Record<string, string | Record<string, string>> };
    const groups = Object.entries(problem).filter(([group]) => !otherGroups.includes(group));
    const codes = groups.flatMap(([group, texts]) =>
      typeof texts === 'string' ? [group] : Object.keys(texts).map((name) => `${group}.${name}`),
    );
    expect(codes.filter((code) => ![...notOfFiles, ...warnings].includes(code)).sort()).toEqual(
      Object.keys(cases).sort(),
    );
    expect([...notOfFiles, ...warnings].filter((code) => !codes.includes(code))).toEqual([]);
  });

  const every = [cases, otherMatrixMistakes]
    .flatMap(Object.entries<Mistakes[string]>)
    .flatMap(([code, files]) => files.map(([where, file], index) => ({ code, index, where, file })));

  it.each(every)(
    'is refused with its place, and nothing is imported: $code ($index)',
    async ({ code, where, file }) => {
      const problems = await page.refusal(file());
      expect(problems.map((each) => [each.code, each.path])).toContainEqual([code, where]);
      expect(({} as { polluted?: true }).polluted).toBeUndefined();
    },
  );

  it('with ever so many unknown names is told of those that are known, in an answer that a page can take', async () => {
    page.ports.values.set('priority', {
      kind: 'numbered',
      values: Array.from({ length: 2_000 }, (_, id) => ({ id: `${id}`, name: `Priority ${id}` })),
    });
    const unknown = Array.from({ length: 50_000 }, () => 'x');
    const problems = await page.refusal(
      written((file) => (goal(file).when = { field: 'priority', in: unknown })),
    );
    expect(problems[0]?.details['known']).toMatch(/^Priority 0, .*, Priority 29, …$/);
    expect(JSON.stringify(problems).length).toBeLessThan(200_000);
  });
});
