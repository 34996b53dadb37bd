import * as fc from 'fast-check';

/** What people and machines send who mean no good, or who made a mistake: as JSON text, so that it is what comes over the wire. */

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', ''];

const strings = [
  "'; DROP TABLE timer; --",
  '1 OR 1=1',
  '" OR ""="',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '{{constructor.constructor("return 1")()}}',
  '${7*7}',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  '\u202eevil',
  '\u200b',
  'e\u0301'.repeat(50),
  '👩‍👩‍👧‍👦',
  '١٢٣',
  '１０００１',
  'NaN',
  '1e309',
  '-1',
  '0x10',
  '9'.repeat(15),
  '9'.repeat(400),
  '2026-02-30',
  '24:00',
  '99:99',
  'Mars/Olympus',
  ...names,
];

const numbers = [0, -1, 0.1, 1e15, 1e16, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 8_640_000_000_000_001];

/** As many characters as nearly fill a call, or one more than a file may have. */
const hugeString = fc
  .tuple(fc.constantFrom('x', ' ', '[', '"', "'", '漢'), fc.constantFrom(5_000, 100_000, 400_001))
  .map(([text, times]) =>
    JSON.stringify(text.repeat(Math.min(times, Math.floor(480_000 / byteLength(text))))),
  );

const byteLength = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** Levels within levels, deeper than whoever calls itself for each can go. */
const deep = fc
  .tuple(
    fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"not":', '}'], ['{"all":[', ']}'], ['{"__proto__":', '}']),
    fc.constantFrom(10, 59, 60, 61, 1_000, 30_000),
  )
  .map(([[open = '', close = ''], levels]) => `${open.repeat(levels)}1${close.repeat(levels)}`);

/** Smaller ones say no more, and take long to try. */
const huge = fc.noShrink(fc.oneof(hugeString, deep));

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...strings).map((text) => JSON.stringify(text)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers).map((number) => JSON.stringify(number)) },
  { weight: 2, arbitrary: fc.constantFrom('null', 'true', 'false', '{}', '[]', '""', '1e999', '-0') },
);

const key = fc.oneof(fc.constantFrom(...names, ...strings), fc.string({ unit: 'binary', maxLength: 12 }));

const tree = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 5 })
      .map((entries) => `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`),
  ),
})).value;

/** JSON text of anything at all. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: tree },
  { weight: 5, arbitrary: leaf },
  { weight: 1, arbitrary: huge },
);

/** Something valid with one or a few mistakes in it. */
export function nearMiss(valid: unknown): fc.Arbitrary<string> {
  const mistake = fc.record({
    where: fc.nat(),
    what: fc.constantFrom('replace', 'remove', 'rename', 'add', 'repeat', 'wrap'),
    by: fc.oneof({ weight: 8, arbitrary: tree }, { weight: 1, arbitrary: huge }),
    name: key,
  });
  return fc.array(mistake, { minLength: 1, maxLength: 3 }).map((mistakes) => spoilt(valid, mistakes));
}

interface Mistake {
  readonly where: number;
  readonly what: string;
  /** JSON text. */
  readonly by: string;
  readonly name: string;
}

function spoilt(valid: unknown, mistakes: readonly Mistake[]): string {
  const whole = { root: structuredClone(valid) };
  // What is put in goes into the text at last: not all of it survives in an object.
  const mark = (index: number): string => `‽${index}‽`;
  for (const [index, mistake] of mistakes.entries()) spoil(whole, mistake, mark(index));
  return mistakes.reduce(
    (text, { by }, index) => text.replaceAll(JSON.stringify(mark(index)), () => by),
    JSON.stringify(whole.root),
  );
}

function spoil(whole: Holder, { where, what, name }: Mistake, mark: string): void {
  const places = placesIn(whole);
  const { within, at } = places[where % places.length] ?? { within: whole, at: 'root' };
  const there = within[at];
  if (what === 'wrap') within[at] = [there];
  else if (what === 'repeat' && Array.isArray(there))
    within[at] = [...(there as unknown[]), ...(there as unknown[])];
  else if (what === 'add' && Array.isArray(there)) there.push(mark);
  else if (what === 'add' && typeof there === 'object' && there !== null) define(there, name, mark);
  else if (what === 'remove' && within !== whole) Reflect.deleteProperty(within, at);
  else if (what === 'rename' && within !== whole && !Array.isArray(within)) {
    Reflect.deleteProperty(within, at);
    define(within, name, there);
  } else within[at] = mark;
}

type Holder = Record<string, unknown>;

/** Every place in it that holds a value. */
function placesIn(value: unknown): { within: Holder; at: string }[] {
  const open: unknown[] = [value];
  const places: { within: Holder; at: string }[] = [];
  while (open.length > 0) {
    const within = open.pop();
    if (typeof within !== 'object' || within === null) continue;
    for (const at of Object.keys(within)) {
      places.push({ within: within as Holder, at });
      open.push((within as Holder)[at]);
    }
  }
  return places;
}

/** As `JSON.parse` does it: `__proto__` is a key like any other. */
function define(within: object, name: string, value: unknown): void {
  Object.defineProperty(within, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Text that is no JSON any more, or other JSON. */
export const torn = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.constantFrom('', '"', '\\', '{', ']', ',', '\u0000', ' '))
    .map(([whole, at, by]) => {
      const place = at % (whole.length + 1);
      return whole.slice(0, place) + by + whole.slice(place + (at % 3));
    });
