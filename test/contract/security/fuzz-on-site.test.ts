import * as fc from 'fast-check';
import * as v from 'valibot';
import { resolverApi, type Call } from '../../../src/contract/resolver-api';
import { visitors } from '../../site/sample/people';
import { asyncLaw } from '../../support/laws';
import { callerOf, Desk, file, visitorOf } from './desk';
import { nearMiss, oddJson } from './odd-input';
import { examples } from './payloads';

const RUNS = 40;
/** Forge lets no larger payload through. */
const LARGEST = 500_000;

/** What only whoever administers Jira may do, on the page for that. */
const isOfSite = (name: Call): boolean =>
  /Site|Health|Of$|Repair|Preview|Differences|Terms?$|^saveDefaults|Usage/.test(name);

const isOfGadget = (name: Call): boolean => /^(view|count).+Of$/.test(name);

function pageOf(name: Call): Parameters<Desk['place']>[0] {
  if (isOfSite(name)) return 'admin page';
  const isOfIssue = /Issue(Timers|Breaches|Scope)$|^(tellCustomer|askToServe|withdrawServing)$/.test(name);
  return isOfIssue ? 'issue panel' : 'project settings';
}

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.start();
}, 120_000);

afterAll(async () => expect(await desk.close()).toEqual([]));

/** What Forge would carry to the function. */
function payloads(name: Call): fc.Arbitrary<string> {
  const nearlyFile = nearMiss(JSON.parse(file)).map((text) => JSON.stringify({ file: text }));
  const valid = nearMiss(examples(file)[name]);
  const sent = name === 'importDefinitions' ? fc.oneof(oddJson, valid, nearlyFile) : fc.oneof(oddJson, valid);
  return sent.filter((json) => Buffer.byteLength(json) < LARGEST && levels(json) < 1_000);
}

/** About how deep it is: the site itself writes payloads as JSON again, which ends somewhere. */
const levels = (json: string): number => Math.max(json.split('[').length, json.split('{').length);

describe('whatever a page sends to the bundle', () => {
  for (const name of Object.keys(resolverApi) as Call[])
    asyncLaw(
      `${name} answers so that a page can say it, and writes and logs nothing when it refuses`,
      payloads(name),
      async (json) => {
        const administrator = isOfSite(name) ? visitors.jiraAdministrator : visitors.projectAdministrator;
        const place = desk.place(pageOf(name), callerOf(administrator))!;
        // Nobody sends as fast as a test, and Jira lets nobody ask as fast.
        await desk.site.clock.moveTo(desk.site.clock.now() + 2_000);
        const before = await desk.stored();
        const logged = desk.site.forge.log.length;
        const payload: unknown = JSON.parse(json);
        const answer = v.parse(
          resolverApi[name].answer,
          await desk.call(name, payload, visitorOf(administrator), place),
        );
        expect(desk.site.forge.log.slice(logged)).toEqual([]);
        if (answer.ok) return;
        // What names the project is looked at before the rest.
        expect(isOfGadget(name) ? ['bad-input', 'not-allowed'] : ['bad-input']).toContain(answer.refusal);
        expect(before.equals(await desk.stored())).toBe(true);
      },
      RUNS,
    );
});
