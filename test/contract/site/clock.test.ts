import { createClock, type ClockOptions, type ManagedClock } from '../../site/clock';

const START = Date.UTC(2026, 0, 5, 9);

describe('the clock of the site', () => {
  const clocks: ManagedClock[] = [];
  const make = (options: Partial<ClockOptions> = {}) => {
    const clock = createClock({ start: START, rate: 0, report: () => undefined, ...options });
    clocks.push(clock);
    return clock;
  };
  afterEach(() => clocks.splice(0).forEach((clock) => clock.close()));
  const turn = () => new Promise((done) => setImmediate(done));

  test('stands still at rate 0 and runs with the machine at rate 1', async () => {
    const still = make();
    const running = make({ rate: 1 });
    await new Promise((done) => setTimeout(done, 30));
    expect(still.now()).toBe(START);
    expect(running.now()).toBeGreaterThanOrEqual(START + 25);
  });

  test('a move runs what is scheduled in order, each at its own instant, and waits for each', async () => {
    const clock = make();
    const ran: [string, number][] = [];
    const note = (name: string) => ran.push([name, clock.now() - START]);
    clock.schedule(START + 300, () => void note('third'));
    clock.schedule(START + 100, async () => {
      note('first');
      await new Promise((done) => setTimeout(done, 10));
      note('first has ended');
      clock.schedule(START + 200, () => void note('second, scheduled by the first'));
    });
    clock.schedule(START + 100, () => void note('first, too'));
    clock.schedule(START + 1001, () => void note('never'));
    await clock.moveTo(START + 1000);
    expect(ran).toEqual([
      ['first', 100],
      ['first has ended', 100],
      ['first, too', 100],
      ['second, scheduled by the first', 200],
      ['third', 300],
    ]);
    expect(clock.now()).toBe(START + 1000);
  });

  test('moves queue up', async () => {
    const clock = make();
    const instants: number[] = [];
    clock.schedule(START + 10, () => void instants.push(clock.now() - START));
    clock.schedule(START + 20, () => void instants.push(clock.now() - START));
    await Promise.all([clock.moveTo(START + 15), clock.moveTo(START + 25)]);
    expect(instants).toEqual([10, 20]);
    expect(clock.now()).toBe(START + 25);
  });

  test('a move waits for what is running already', async () => {
    const clock = make();
    let endedAt = 0;
    clock.schedule(START, async () => {
      await new Promise((done) => setTimeout(done, 20));
      endedAt = clock.now();
    });
    await turn();
    await clock.moveTo(START + 1000);
    expect(endedAt).toBe(START);
  });

  test('what is due already runs by itself, but not at once', async () => {
    const clock = make();
    let ran = false;
    clock.schedule(START - 5, () => void (ran = true));
    expect(ran).toBe(false);
    await turn();
    expect(ran).toBe(true);
  });

  test('a running clock fires by itself, and a cancelled task does not run', async () => {
    const clock = make({ rate: 100 });
    let ran = 0;
    clock.schedule(START + 1000, () => void (ran += 1));
    clock.schedule(START + 1000, () => void (ran += 10)).cancel();
    await new Promise((done) => setTimeout(done, 60));
    expect(ran).toBe(1);
  });

  test('a clock that runs fast starts each task at its own instant, and never goes back', async () => {
    const clock = make({ rate: 3_600_000 });
    const ran: number[] = [];
    for (const at of [1000, 61_000, 61_000, 3_600_000]) {
      clock.schedule(START + at, () => void ran.push(clock.now() - START));
    }
    await new Promise((done) => setTimeout(done, 30));
    expect(ran).toEqual([1000, 61_000, 61_000, 3_600_000]);
    const late = clock.now();
    clock.schedule(START, () => void ran.push(clock.now() - START));
    await turn();
    expect(ran.at(-1)).toBeGreaterThanOrEqual(late - START);
  });

  test('keeps its rate over a move', async () => {
    const clock = make({ rate: 5 });
    clock.schedule(START + 100_000, () => expect(clock.rate).toBe(5));
    await clock.moveTo(START + 200_000);
    expect([clock.rate, clock.reading().rate]).toEqual([5, 5]);
  });

  test('a stopped clock goes on when its rate is set', async () => {
    const clock = make();
    let ran = false;
    clock.schedule(START + 20, () => void (ran = true));
    clock.setRate(1);
    await new Promise((done) => setTimeout(done, 50));
    expect(ran).toBe(true);
  });

  test('an instant already past moves nothing, but runs what is due', async () => {
    const clock = make();
    let ran = false;
    clock.schedule(START, () => void (ran = true));
    await clock.moveTo(START - 1000);
    expect([ran, clock.now()]).toEqual([true, START]);
  });

  test('a task that throws and one that never ends are reported, and time goes on', async () => {
    const clock = make({ stuckAfterMs: 20 });
    clock.schedule(START + 1, () => {
      throw new Error('broken');
    });
    clock.schedule(START + 2, () => new Promise<void>(() => undefined));
    let ran = false;
    clock.schedule(START + 3, () => void (ran = true));
    await clock.moveTo(START + 10);
    expect(ran).toBe(true);
    expect(clock.problems.map((problem) => problem.message)).toEqual([
      `A task of the site's clock for ${new Date(START + 1).toISOString()} failed: broken`,
      `A task of the site's clock for ${new Date(START + 2).toISOString()} failed: not ended after 20 ms`,
    ]);
  });

  test('listeners get readings from which the same time follows', async () => {
    const clock = make({ rate: 1 });
    const bases: number[] = [];
    const stop = clock.onMove((reading) => bases.push(reading.base - START));
    clock.schedule(START + 5000, () => expect(clock.reading().rate).toBe(0));
    await clock.moveTo(START + 9000);
    stop();
    await clock.moveTo(START + 10_000);
    expect(bases.slice(-2)).toEqual([5000, 9000]);
    const { base, anchor, rate } = clock.reading();
    expect(rate).toBe(1);
    expect(Math.abs(base + (Date.now() - anchor) * rate - clock.now())).toBeLessThan(5);
  });

  test('after close nothing runs any more', async () => {
    const clock = make();
    let ran = false;
    clock.schedule(START, () => void (ran = true));
    clock.close();
    clock.schedule(START, () => void (ran = true));
    await turn();
    expect(ran).toBe(false);
    await expect(clock.moveTo(START + 1)).rejects.toThrow('closed');
  });
});
