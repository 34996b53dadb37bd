import { redefinedTerms } from '../../../../src/domain/glossary/redefined';
import { readyTerms } from '../../../../src/domain/glossary/ready-terms';
import { termIn, wordsOf } from '../../../../src/domain/glossary/term';
import { LONGEST_MEANING, LONGEST_WORD, termProblems } from '../../../../src/domain/glossary/term-rules';
import { chineseTerm, term } from './terms';

const codes = (...args: Parameters<typeof termProblems>) =>
  termProblems(...args).map(({ code, path }) => [code, path]);

describe('a term', () => {
  it('is named and explained in one language at least, and wholly in each that it uses', () => {
    expect(codes({ id: 'a', otherWords: [] }, [])).toEqual([['term.no-name', 'doc.en.name']]);
    const half = { id: 'a', en: { name: 'outage', meaning: '' }, zh: { name: '', meaning: '中断' } };
    expect(codes({ ...half, otherWords: [] }, [])).toEqual([
      ['term.no-meaning', 'doc.en.meaning'],
      ['term.no-name', 'doc.zh.name'],
    ]);
    expect(codes(chineseTerm('中断'), [])).toEqual([]);
  });

  it('shares no word with another, however that is written', () => {
    const breach = term('breach', 'SLA breach');
    expect(codes(term('Breach'), [breach])).toEqual([]);
    expect(codes({ ...term('miss', 'sla  BREACH'), id: 'miss' }, [breach])).toEqual([
      ['term.twice', 'doc.otherWords'],
    ]);
    expect(codes({ ...term('Breach'), id: 'other' }, [breach])).toEqual([['term.twice', 'doc.en.name']]);
    expect(codes({ ...term('Breach'), id: 'other' }, [{ ...breach, removed: true }])).toEqual([]);
    expect(codes(term('miss', 'Miss'), [])).toEqual([['term.word-twice', 'doc.otherWords']]);
  });

  it('is short enough to be read where it is explained', () => {
    const long = { name: 'x'.repeat(LONGEST_WORD + 1), meaning: 'x'.repeat(LONGEST_MEANING + 1) };
    expect(codes({ id: 'a', en: long, otherWords: ['y'.repeat(LONGEST_WORD + 1)] }, [])).toEqual([
      ['term.long', 'doc.en.name'],
      ['term.long', 'doc.en.meaning'],
      ['term.long', 'doc.otherWords'],
    ]);
    const words = Array.from({ length: 11 }, (_, index) => `word ${index}`);
    expect(codes(term('a', ...words), [])).toEqual([['term.many-words', 'doc.otherWords']]);
  });

  it('may be put away whatever it says', () => {
    expect(codes({ id: 'a', otherWords: [], removed: true }, [])).toEqual([]);
  });

  it('is told in the other language where it is not explained in that of the reader', () => {
    expect(termIn(chineseTerm('中断'), 'en')?.name).toBe('中断');
    expect(termIn(term('outage'), 'en')?.name).toBe('outage');
  });
});

it('the ready-made terms are sound, and say everything in both languages', () => {
  for (const each of readyTerms) {
    expect(codes(each, readyTerms)).toEqual([]);
    expect([each.en, each.zh]).not.toContain(undefined);
  }
  expect(readyTerms.flatMap(wordsOf)).toEqual(
    expect.arrayContaining(['SLA', 'OLA', 'UC', '响应时间', 'outage']),
  );
});

describe('an agreement', () => {
  const glossary = [term('outage', 'downtime'), chineseTerm('服务中断')];
  const sections = (text: string) => ({
    sections: [
      { kind: 'overview', text: 'outage: is not defined here' } as const,
      { kind: 'glossary', text } as const,
    ],
  });

  it('adds to the site’s glossary, but gives none of its terms another meaning', () => {
    expect(redefinedTerms(sections('Depot: where parts lie\nNo outage was planned'), glossary)).toEqual([]);
    expect(
      redefinedTerms(sections('- Outage: five minutes\nDowntime – ten\n服务中断：十分钟'), glossary),
    ).toMatchObject([
      { code: 'term.redefined', path: 'details.sections[1].text', details: { word: 'Outage' } },
      { details: { word: 'Downtime' } },
      { details: { word: '服务中断' } },
    ]);
    expect(redefinedTerms(undefined, glossary)).toEqual([]);
  });
});
