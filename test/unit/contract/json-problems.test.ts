import { jsonProblems } from '../../../src/contract/json-problems';

const told = (text: string) => jsonProblems(text).map(({ code, path }) => `${code} ${path}`);

describe('what reading a JSON text would hide', () => {
  it.each([
    ['{ "a": 1, "a": 2 }', ['file.key-twice a']],
    [String.raw`{ "a": 1, "\u0061": 2 }`, ['file.key-twice a']],
    ['{ "list": [{}, { "a": { "b": 1, "b": 2 } }] }', ['file.key-twice list[1].a.b']],
    ['{ "__proto__": {} }', ['file.unexpected __proto__']],
    ['{ "toString": 1 }', ['file.unexpected toString']],
    [`${'['.repeat(61)}${']'.repeat(61)}`, [`file.too-deep ${'[0]'.repeat(61)}`]],
  ])('%s', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it.each([
    '{ "a": { "a": 1 }, "b": [{ "a": 1 }, { "a": 1 }] }',
    String.raw`{ "a": "\"b\": 1, \"b\": 2 }{[", "b": "\\" }`,
    '["a", "a", "toString"]',
    `${'['.repeat(60)}${']'.repeat(60)}`,
    '"a"',
  ])('is nothing in %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
