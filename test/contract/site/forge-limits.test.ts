import * as limits from '../../site/forge/limits';
import { forgeCases } from './limit-cases-forge';
import { jiraCases } from './limit-cases-jira';

type Limit = Exclude<keyof typeof limits, 'backoffMs'>;

/** What Forge and Jira refuse, the site refuses in the same words: a case for each limit in `limits.ts`. */
const cases: Readonly<Record<Limit, () => Promise<void>>> = { ...forgeCases, ...jiraCases };

test('each limit has a case, and each case a limit', () => {
  const { backoffMs: _, ...all } = limits;
  expect(Object.keys(cases).sort()).toEqual(Object.keys(all).sort());
});

test.each(Object.entries(cases))('%s', (_, run) => run(), 60_000);
