import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { refusals } from '../../../src/contract/answer';
import { logSubjects, recordKinds } from '../../../src/contract/change-log';
import { metricKinds } from '../../../src/domain/timer/metric';
import { comparedKinds } from '../../../src/domain/transfer/compared';
import { messagesOf } from '../../../static/app/src/text/messages';
import { problemText } from '../../../static/app/src/text/failure-text';
import { catalogues, inLondon, inShanghai } from './readers';

const root = join(__dirname, '../../..');

type Tree = { readonly [key: string]: string | Tree };

function textsOf(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

const english = textsOf(catalogues['en-US']);
const chinese = textsOf(catalogues['zh-CN']);

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The kind of a piece of a text that is no placeholder. */
const plainText = new IntlMessageFormat('plain').getAst()[0]?.type;

/** The names in a text that values are put in for, plurals and choices included. */
function placeholders(text: string): string[] {
  const named = (ast: Ast): string[] =>
    ast.flatMap((element) => [
      ...('value' in element && element.type !== plainText ? [element.value] : []),
      ...('options' in element ? Object.values(element.options).flatMap(({ value }) => named(value)) : []),
    ]);
  const format = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
  return [...new Set(named(format.getAst()))].sort();
}

/** Every problem code that the domain can report, read from its source. */
function domainCodes(): string[] {
  const folder = join(root, 'src/domain');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const codes = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\bproblem\(\s*'([^']+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  return [...new Set(codes)].sort();
}

const fileCodes = ['file.not-json', 'file.missing', 'file.unexpected', 'file.wrong'];

describe('the locale files', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english.keys()])('have the same placeholders in %s', (key) => {
    expect(placeholders(chinese.get(key) ?? '')).toEqual(placeholders(english.get(key) ?? ''));
  });

  it.each(recordKinds)('name a %s in the change log', (kind) => {
    expect([...english.keys()]).toContain(`log.kind.${kind}`);
  });

  it('leave no text empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name the modules of the manifest', () => {
    const manifest = readFileSync(join(root, 'manifest.yml'), 'utf8');
    const keys = [...manifest.matchAll(/i18n: (\S+)/g)].map(([, key]) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => key === undefined || !english.has(key))).toEqual([]);
  });

  it('have a text for every problem that the domain can report', () => {
    expect(domainCodes()).toContain('calendar.no-working-time');
    expect([...domainCodes(), ...fileCodes].filter((code) => !english.has(`problem.${code}`))).toEqual([]);
  });

  it('have a text for every refusal and for every kind of timer', () => {
    expect(refusals.filter((refusal) => !english.has(`refusal.${refusal}`))).toEqual([]);
    expect(metricKinds.filter((kind) => !english.has(`timer.kind.${kind}`))).toEqual([]);
  });

  it('name every kind of record in the log, and all that it can be narrowed to', () => {
    expect(recordKinds).toEqual(expect.arrayContaining(['agreement', 'step', 'case', 'term', 'defaults']));
    expect(recordKinds.filter((kind) => !english.has(`log.kind.${kind}`))).toEqual([]);
    const { all, ...subjects } = logSubjects;
    expect(Object.keys(logSubjects).filter((subject) => !english.has(`log.subject.${subject}`))).toEqual([]);
    expect(Object.values(subjects).flat().sort()).toEqual([...all].sort());
  });

  it('name every kind of record that a file may carry', () => {
    expect(comparedKinds.filter((kind) => !english.has(`transfer.kind.${kind}`))).toEqual([]);
  });
});

describe('a problem', () => {
  const { messages } = inLondon;

  it('is told with what was found', () => {
    expect(problemText({ code: 'goal.duration', path: '', details: { found: '2 days' } }, messages)).toBe(
      '“2 days” isn’t a duration. Write hours, minutes and seconds, such as 4h, 30m or 1h 30m.',
    );
  });

  it('is told with its position only where that is known', () => {
    const told = (details: Record<string, string>): string =>
      problemText({ code: 'file.not-json', path: '', details: { message: 'M', ...details } }, messages);
    expect(told({})).toBe('This isn’t valid JSON: M. Check commas, quotes and brackets there.');
    expect(told({ position: '7' })).toBe(
      'This isn’t valid JSON (at character 7): M. Check commas, quotes and brackets there.',
    );
  });

  it('is told by its code when its text is not known or lacks what it needs', () => {
    const general = 'This isn’t accepted (goal.duration).';
    expect(problemText({ code: 'goal.duration', path: '', details: {} }, messages)).toBe(general);
    expect(problemText({ code: 'new.rule', path: '', details: {} }, messages)).toBe(
      'This isn’t accepted (new.rule).',
    );
  });
});

describe('messages', () => {
  it('put parts that are not text between the text around them', () => {
    const part = { element: 'time' };
    expect(messagesOf(catalogues['en-US'], 'en-GB').parts('timer.wasDue', { due: part })).toEqual([
      'Was due ',
      part,
    ]);
  });

  it('choose plurals by number', () => {
    const { messages } = inLondon;
    expect(messages.text('timer.earlier', { count: 1 })).toBe('1 earlier cycle');
    expect(messages.text('timer.earlier', { count: 2 })).toBe('2 earlier cycles');
    expect(messages.text('transfer.import.result', { changed: 0, unchanged: 3 })).toBe(
      'No record changed, 3 unchanged.',
    );
  });

  it.each([
    ['done', 0, 0, 'There were no issues to read, noon.', '没有需要读取的事务，noon。'],
    ['done', 1, 1, 'The only issue has been read, noon.', '全部 1 个事务已读取完毕，noon。'],
    ['done', 4_000, 4_000, 'All 4,000 issues have been read, noon.', '全部 4,000 个事务已读取完毕，noon。'],
    ['paused', 0, 0, 'Paused noon, before any issue was read.', '已于 noon 暂停：尚未读取任何事务。'],
    [
      'paused',
      100,
      4_000,
      'Paused noon: 100 of about 4,000 issues read.',
      '已于 noon 暂停：已读取 100 个事务，共约 4,000 个。',
    ],
    [
      'late',
      0,
      0,
      'No issue has been read yet. Nothing has happened since noon; Jira may be letting the app wait.',
      '尚未读取任何事务。自 noon 起没有进展，Jira 可能正让应用等待。',
    ],
  ] as const)('say how a backfill that is %s goes after %i of %i', (state, done, total, ...texts) => {
    const said = [inLondon, inShanghai].map(({ messages }) =>
      messages.text(`settings.backfill.state.${state}`, { done, total, at: 'noon' }),
    );
    expect(said).toEqual(texts);
  });
});
