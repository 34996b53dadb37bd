import { readDefinitions } from '../../../../src/domain/agreement/definitions';
import { lint } from '../../../../src/domain/agreement/lint';
import { at } from '../../../support/builders';
import { draft, projectGroups, projectValues } from '../../../support/definitions';

type Draft = ReturnType<typeof draft>;
type Metric = Draft['agreements'][number]['metrics'][number];

function readingOf(said: Partial<Metric>): ReturnType<typeof readDefinitions> {
  const file = draft();
  const [metric] = file.agreements[0]?.metrics ?? [];
  if (!metric) throw new Error('The draft has no metric.');
  Object.assign(metric, said);
  return readDefinitions(file, (field) => projectValues.get(field), projectGroups);
}

function told(said: Partial<Metric>): string[] {
  const { definitions, problems } = readingOf(said);
  if (!definitions) throw new Error(JSON.stringify(problems));
  return lint(definitions, at('2026-11-18T10:00Z')).map(({ severity, code }) => `${severity} ${code}`);
}

const becomesDone = { changed: 'status', to: ['Done'] };
const open = { field: 'status', in: ['Open'] };

it('g6: the same condition for start and stop is refused when published, with the reason', () => {
  const { definitions, problems } = readingOf({ start: becomesDone, stop: { any: [becomesDone] } });
  expect(definitions).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['metric.start-is-stop']);
});

it('g7: a pause that holds whenever the timer starts is a warning when published', () => {
  const start = { changed: 'status', to: ['Open'] };
  expect(told({ start, pause: [{ name: 'Always', while: open }] })).toContain('warning pause.from-start');
});

it('g7: a pause that can never hold while the timer runs is a warning when published', () => {
  const done = { field: 'status', in: ['Done'] };
  const start = { changed: 'status', to: ['Open'] };
  expect(told({ start, stop: becomesDone, pause: [{ name: 'Never', while: done }] })).toContain(
    'warning pause.never',
  );
});
