import * as fc from 'fast-check';

const SIZE = 1_000;

/**
 * Draws one of a thousand values of an arbitrary: for what takes long to make ready, and of which each can be asked many
 * things. A value is made when its place is first drawn, is the same object from then on, so that what was made of it can
 * be kept, and shrinks as the arbitrary's own do.
 */
export function pooled<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const pool = new Pool(arbitrary);
  afterEach(() => pool.empty());
  return pool;
}

class Pool<Value> extends fc.Arbitrary<Value> {
  private readonly values = new Map<number, fc.Value<Value>>();

  constructor(private readonly arbitrary: fc.Arbitrary<Value>) {
    super();
  }

  generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Value> {
    const place = random.nextInt(0, SIZE - 1);
    const known = this.values.get(place);
    if (known) return known;
    const value = this.arbitrary.generate(random, biasFactor);
    this.values.set(place, value);
    return value;
  }

  empty(): void {
    this.values.clear();
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return this.arbitrary.canShrinkWithoutContext(value);
  }

  shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.arbitrary.shrink(value, context);
  }
}

/** What `make` made of an object before, while the same test runs. */
export function keptDuringTest<Source extends object, Made extends object>(make: (source: Source) => Made) {
  let kept = new WeakMap<Source, Made>();
  afterEach(() => (kept = new WeakMap()));
  return (source: Source): Made => {
    const made = kept.get(source) ?? make(source);
    kept.set(source, made);
    return made;
  };
}
