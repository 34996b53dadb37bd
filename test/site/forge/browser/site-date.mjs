// @ts-check

/**
 * Makes `Date` read another clock: `new Date()`, `Date.now()` and `Date()` give `now()`; everything else, subclasses
 * and `instanceof` included, works as before. `Intl` without an argument and timers keep the machine's clock.
 *
 * @param {() => number} now epoch milliseconds
 */
export function installSiteDate(now) {
  const MachineDate = Date;

  /** @param {unknown[]} args */
  function SiteDate(...args) {
    if (new.target === undefined) return new MachineDate(now()).toString();
    return Reflect.construct(MachineDate, args.length === 0 ? [now()] : args, new.target);
  }

  SiteDate.prototype = MachineDate.prototype;
  SiteDate.now = now;
  SiteDate.parse = MachineDate.parse;
  SiteDate.UTC = MachineDate.UTC;
  Object.defineProperty(SiteDate, 'name', { value: 'Date' });
  Object.defineProperty(SiteDate, 'length', { value: 7 });
  Object.defineProperty(MachineDate.prototype, 'constructor', { value: SiteDate });
  Object.defineProperty(globalThis, 'Date', { value: SiteDate, configurable: true, writable: true });
}
