import { createOpeningPages } from '../../site/pages/opening';
import { consoleProgress, createProgress } from '../../site/progress';
import type { OpeningStep } from '../../site/progress';

const origin = 'http://localhost:4000';

describe('until the doors are open', () => {
  const progress = createProgress();
  const pages = createOpeningPages(origin, () => progress.step);
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    pages.fetch(new Request(origin + path, { headers }));
  beforeEach(() => progress.say('The app reads 9,000 issues', 0.345, 'about 40 min of site time left'));

  it('every page says what goes on and how far it is, and when to come again', async () => {
    const answer = await ask('/projects/ITSD', { accept: 'text/html' });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(page).toContain('The app reads 9,000 issues');
    expect(page).toContain('34 % · about 40 min of site time left');
    expect(page).toMatch(/<progress[^>]* value="34"/);
  });

  it('has no bar where nobody knows how far it is', async () => {
    progress.say('Installing the app');
    expect(await (await ask('/', { accept: 'text/html' })).text()).not.toMatch(/<progress[^>]* value=/);
  });

  it('clients are told in plain text, and scripts as JSON', async () => {
    const text = await ask('/rest/api/3/myself');
    expect([text.status, await text.text()]).toEqual([
      503,
      'The site is opening. The app reads 9,000 issues: 34 % (about 40 min of site time left)',
    ]);
    const json = await ask('/__site/opening');
    expect([json.status, await json.json()]).toEqual([
      503,
      {
        open: false,
        text: 'The app reads 9,000 issues',
        percent: 34,
        note: 'about 40 min of site time left',
      },
    ]);
  });

  it('lets nobody in who comes by another name', async () => {
    const answer = await pages.fetch(new Request('http://evil.example/__site/opening'));
    expect(answer.status).toBe(403);
  });
});

describe('on the console', () => {
  function written(isTTY: boolean, steps: readonly OpeningStep[]): string {
    let text = '';
    const out = { isTTY, columns: 40, write: (piece: string) => (text += piece) };
    const terminal = consoleProgress(out as unknown as NodeJS.WriteStream);
    for (const step of steps) terminal.show(step);
    terminal.end();
    return text;
  }
  const steps = [
    { text: 'Living', percent: 1 },
    { text: 'Living', percent: 2 },
    { text: 'Installing the app' },
  ];

  it('steps are one line that changes on a terminal, cut to its width, and gone in the end', () => {
    const long = { text: 'x'.repeat(50) };
    expect(written(true, [...steps, long]).split('\r\u001b[K')).toEqual([
      '',
      'Living: 1 %',
      'Living: 2 %',
      'Installing the app',
      'x'.repeat(39),
      '',
    ]);
  });

  it('elsewhere there is a line for each step, and not for each percent', () => {
    expect(written(false, steps)).toBe('Living: 1 %\nInstalling the app\n');
  });
});
