import * as v from 'valibot';
import { LONGEST_ID } from '../../../../../src/contract/board';
import { daysAhead } from '../../../../../src/contract/gadgets';
import { periodKinds } from '../../../../../src/domain/report/period-kinds';
import { periodOf, shifted, type Period } from '../../../../../src/domain/report/periods';
import type { LocalDate } from '../../../../../src/domain/time/local-date';
import { metricKinds } from '../../../../../src/domain/timer/metric';

/** What can be chosen of each that has a list of its own. */
export const choices = {
  period: periodKinds,
  /** The period that today lies in, or the last one that is over. */
  which: ['current', 'last'],
  /** Which attainment is written large. */
  headline: ['measured', 'reported'],
  assignee: ['all', 'me'],
  count: [5, 10, 15, 20],
  days: daysAhead,
} as const;
export type Choice = keyof typeof choices;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_ID));

const fields = v.object({
  project: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))), undefined),
  agreement: v.fallback(v.optional(id), undefined),
  kind: v.fallback(v.optional(v.picklist(metricKinds)), undefined),
  period: v.fallback(v.picklist(choices.period), 'month'),
  which: v.fallback(v.picklist(choices.which), 'current'),
  headline: v.fallback(v.picklist(choices.headline), 'measured'),
  assignee: v.fallback(v.picklist(choices.assignee), 'all'),
  count: v.fallback(v.picklist(choices.count), 10),
  days: v.fallback(v.picklist(choices.days), 30),
});

/** What a gadget shows; without a project nobody has set it up yet. */
export type GadgetSettings = Readonly<v.InferOutput<typeof fields>>;

const nothing = Object.fromEntries(Object.keys(fields.entries).map((name) => [name, undefined]));

/**
 * The settings that a gadget was saved with. Whoever may edit a dashboard can write anything there: what cannot be is as if
 * nobody had set it.
 */
export const settingsIn = (saved: unknown): GadgetSettings =>
  v.parse(fields, typeof saved === 'object' && saved !== null ? { ...nothing, ...saved } : nothing);

/** The kinds of gadgets, each with what can be set of it beside its project. */
const settable = {
  attainment: ['agreement', 'kind', 'period', 'which', 'headline'],
  'due-next': ['agreement', 'assignee', 'count'],
  'breach-causes': ['agreement', 'period', 'which'],
  'falling-due': ['days'],
} as const satisfies Readonly<Record<string, readonly (keyof GadgetSettings)[]>>;
export type GadgetKind = keyof typeof settable;
export type Setting = 'agreement' | 'kind' | Choice;

export const settingsOf = (kind: GadgetKind): readonly Setting[] => settable[kind];

/** The key of a gadget's module is `gadget-<kind>`. */
export const gadgetKindOf = (moduleKey: string): GadgetKind | undefined =>
  (Object.keys(settable) as GadgetKind[]).find((kind) => moduleKey === `gadget-${kind}`);

/** What is saved of the settings of a gadget: its project, and what it knows of the others. */
export function savedSettings(kind: GadgetKind, settings: GadgetSettings): object {
  const known = ['project', ...settingsOf(kind)] as const;
  const said = known.map((name) => [name, settings[name]] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** The period that a gadget is of. */
export function periodIn(
  { period, which }: Pick<GadgetSettings, 'period' | 'which'>,
  today: LocalDate,
): Period {
  const current = periodOf(period, today);
  return which === 'last' ? shifted(current, -1) : current;
}
