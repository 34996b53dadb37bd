import { loadTimerSemantics, type TimerSemantics } from '../../../static/app/src/text/timer-semantics';

/** What a section is made of, whatever the language. */
const shapeOf = ({ sections }: TimerSemantics) =>
  sections.map(({ id, body }) => [
    id,
    ...body.map((block) =>
      typeof block === 'string' ? 'text' : 'list' in block ? `list of ${block.list.length}` : 'example',
    ),
  ]);

/** Times of day, amounts and shares, in the order of no language. */
const figuresOf = (text: string): string[] => (text.match(/\d+(?::\d\d)?(?:\.\d+)?/g) ?? []).sort();

const examplesOf = ({ sections }: TimerSemantics): string[] =>
  sections.flatMap(({ body }) =>
    body.flatMap((block) => (typeof block === 'object' && 'example' in block ? block.example : [])),
  );

describe('the page of how timers count', () => {
  let english: TimerSemantics;
  let chinese: TimerSemantics;

  beforeAll(async () => {
    english = await loadTimerSemantics({ locale: 'en-GB' });
    chinese = await loadTimerSemantics({ locale: 'zh-CN' });
  });

  it('has the same sections, made of the same parts, in both languages', () => {
    expect(english.sections.length).toBeGreaterThan(15);
    expect(shapeOf(chinese)).toEqual(shapeOf(english));
  });

  it('gives each section an id of its own', () => {
    const ids = english.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves nothing empty', () => {
    for (const { intro, sections } of [english, chinese]) {
      const texts = [
        intro,
        ...sections.flatMap(({ title, body }) => [
          title,
          ...body.flatMap((block) =>
            typeof block === 'string' ? block : 'list' in block ? block.list : block.example,
          ),
        ]),
      ];
      expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  it('works out its examples with the same times of day in both languages', () => {
    const times = (examples: string[]) =>
      examples.map((text) => figuresOf(text).filter((figure) => figure.includes(':')));
    expect(times(examplesOf(english)).flat().length).toBeGreaterThan(50);
    expect(times(examplesOf(chinese))).toEqual(times(examplesOf(english)));
  });
});
