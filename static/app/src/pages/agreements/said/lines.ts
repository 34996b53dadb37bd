import type {
  AgreementDraft,
  GoalDraft,
  MetricDraft,
  ThresholdDraft,
} from '../../../../../../src/domain/agreement/draft';
import type { AgreementDetails, Party } from '../../../../../../src/domain/agreement/details';
import type { ConditionOf, Condition } from '../../../../../../src/domain/timer/condition';
import { conditionText } from '../../../text/condition-text';
import { goalText } from '../../../text/goal-text';
import type { MessageKey } from '../../../text/messages';
import type { Reader } from '../../../text/reader';
import { agreementKindText } from '../../project-settings/agreement-kind-text';
import { periodicLines } from './periodic-lines';
import { priorityLines } from './priority-lines';

/** One thing that an agreement says, in the reader's words. */
export interface Line {
  /** Names what it is about, so that two versions can be compared. */
  readonly key: string;
  /** The part of the agreement that it stands in. */
  readonly group: string;
  readonly label: string;
  readonly value: string;
  /** It is a clause as somebody wrote it. */
  readonly isClause?: true;
}

/** How calendars, services and people are called; what is not known is called by its id. */
export interface Known {
  readonly calendars: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** All that an agreement says, in its order. */
export function linesOf(text: AgreementDraft, known: Known, reader: Reader): Line[] {
  const { messages } = reader;
  const group = messages.text('agreements.said.head');
  const line = (name: HeadName, value: string | undefined): Line[] =>
    value === undefined ? [] : [{ key: name, group, label: messages.text(`agreements.said.${name}`), value }];
  const when = (condition: ConditionOf<string> | undefined): string | undefined =>
    condition && conditionText(named(condition), reader);
  const services = text.services?.map(({ id }) => known.services.get(id) ?? id).join(', ');
  return [
    ...line('name', text.name),
    ...line('kind', agreementKindText(text.kind, messages)),
    ...line('effectiveFrom', text.effectiveFrom),
    ...line('effectiveTo', text.effectiveTo),
    ...line('timeZone', text.timeZone),
    ...line('runOff', text.runOff && messages.text(`agreements.runOff.${text.runOff}`)),
    ...line('services', services),
    ...line('customer', when(text.customer)),
    ...line('service', when(text.service)),
    ...line('covers', when(text.covers)),
    ...(text.suspensions ?? []).flatMap(({ from, to, reason }, index) => ({
      key: `suspension ${index}`,
      group,
      label: messages.text('agreements.said.suspension'),
      value: [from, to, reason].filter(Boolean).join(' – '),
    })),
    ...text.metrics.flatMap((metric) => metricLines(metric, known, reader)),
    ...periodicLines(text, known, reader),
    ...priorityLines(text, reader),
    ...detailLines(text.details ?? {}, known, reader),
  ];
}

type HeadName =
  | 'name'
  | 'kind'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'timeZone'
  | 'runOff'
  | 'services'
  | 'customer'
  | 'service'
  | 'covers';

function metricLines(metric: MetricDraft, known: Known, reader: Reader): Line[] {
  const { messages } = reader;
  const group = messages.text(`timer.kind.${metric.kind}`);
  const at = `metric ${metric.id}`;
  const line = (name: string, label: MessageKey, value: string | undefined): Line[] =>
    value === undefined ? [] : [{ key: `${at} ${name}`, group, label: messages.text(label), value }];
  const when = (condition: ConditionOf<string> | undefined): string | undefined =>
    condition && conditionText(named(condition), reader);
  const { goalChange } = metric;
  return [
    ...line('start', 'agreements.said.start', when(metric.start)),
    ...line('stop', 'agreements.said.stop', when(metric.stop)),
    ...line('cancel', 'agreements.said.cancel', when(metric.cancel)),
    ...line('reset', 'agreements.said.reset', when(metric.reset)),
    ...line('repeat', 'agreements.said.repeat', when(metric.repeat)),
    ...line('startAt', 'agreements.said.startAt', metric.startAt),
    ...line('stopAt', 'agreements.said.stopAt', metric.stopAt),
    ...metric.pause.flatMap(({ name, while: state }) => ({
      key: `${at} pause ${name}`,
      group,
      label: messages.text('agreements.said.pause', { name }),
      value: conditionText(named(state), reader),
    })),
    ...line('cycles', 'agreements.said.cycles', messages.text(`agreements.cycles.${metric.cycles}`)),
    ...line(
      'goalChange',
      'agreements.said.goalChange',
      goalChange &&
        messages.text('agreements.goalChanges', {
          shorter: messages.text(`agreements.goalChange.${goalChange.shorter}`),
          longer: messages.text(`agreements.goalChange.${goalChange.longer}`),
        }),
    ),
    ...metric.goals.map((goal) => ({
      key: `${at} goal ${goal.name}`,
      group,
      label: messages.text('agreements.said.goal', { name: goal.name }),
      value: goalSaid(goal, known, reader),
    })),
    ...(metric.thresholds ?? []).map((threshold) => ({
      key: `${at} threshold ${threshold.id}`,
      group,
      label: messages.text('agreements.said.threshold'),
      value: thresholdSaid(threshold, reader),
    })),
  ];
}

function goalSaid(goal: GoalDraft, { calendars }: Known, reader: Reader): string {
  const { messages } = reader;
  const target = 'within' in goal ? goal.within : goalText(goal, reader);
  return [
    messages.text('agreements.said.target', {
      target,
      calendar: calendars.get(goal.calendar) ?? goal.calendar,
    }),
    ...(goal.when
      ? [messages.text('agreements.said.when', { condition: conditionText(named(goal.when), reader) })]
      : []),
    ...(goal.atRiskAt === undefined
      ? []
      : [messages.text('agreements.said.atRisk', { share: goal.atRiskAt })]),
  ].join('\n');
}

function thresholdSaid(threshold: ThresholdDraft, { messages }: Reader): string {
  const mark =
    'atShare' in threshold
      ? messages.text('agreements.said.atShare', { share: threshold.atShare })
      : 'before' in threshold
        ? messages.text('agreements.said.before', { length: threshold.before })
        : messages.text('agreements.said.after', { length: threshold.after });
  const actions = (threshold.actions ?? []).map((action) => actionSaid(action, messages));
  return [mark, ...actions].join('\n');
}

type ActionDraft = NonNullable<ThresholdDraft['actions']>[number];

function actionSaid(action: ActionDraft, messages: Reader['messages']): string {
  if ('label' in action) return messages.text('agreements.action.label', { label: action.label });
  if ('comment' in action) return messages.text('agreements.action.comment', { text: action.comment });
  if ('notify' in action) return messages.text('agreements.action.notify', { subject: action.subject });
  if ('assign' in action) return messages.text('agreements.action.assign');
  if ('priority' in action) return messages.text('agreements.action.priority', { priority: action.priority });
  if ('watcher' in action) return messages.text('agreements.action.watcher');
  return messages.text('agreements.action.linkedIssue', { summary: action.summary });
}

function detailLines(details: AgreementDetails, { people }: Known, reader: Reader): Line[] {
  const { messages, locale } = reader;
  const group = messages.text('agreements.said.details');
  const { parties, roles = {}, contract, plan, sections = [], reviews = {} } = details;
  const person = (account: string): string => people.get(account) ?? account;
  const line = (key: string, label: string, value: string | undefined): Line[] =>
    value ? [{ key: `details ${key}`, group, label, value }] : [];
  const party = (side: 'provider' | 'customer', { name, contacts }: Party): Line[] =>
    line(
      side,
      messages.text(`agreements.side.${side}`),
      [
        name,
        ...contacts.map(
          ({ role, account }) => `${messages.text(`agreements.contact.${role}`)}: ${person(account)}`,
        ),
      ].join('\n'),
    );
  const money = (amount: number | undefined): string | undefined =>
    amount === undefined
      ? undefined
      : new Intl.NumberFormat(
          locale,
          plan?.currency ? { style: 'currency', currency: plan.currency } : {},
        ).format(amount);
  return [
    ...(parties ? [...party('provider', parties.provider), ...party('customer', parties.customer)] : []),
    ...Object.entries(roles).flatMap(([role, account]) =>
      line(role, messages.text(`agreements.role.${role as keyof typeof roles}`), account && person(account)),
    ),
    ...line(
      'contract',
      messages.text('agreements.said.contract'),
      contract &&
        [contract.number, contract.link, contract.value, contract.paymentTerms].filter(Boolean).join('\n'),
    ),
    ...line(
      'effort',
      messages.text('agreements.plan.effortHours'),
      plan?.effortHours?.toLocaleString(locale),
    ),
    ...line('cost', messages.text('agreements.plan.cost'), money(plan?.cost)),
    ...line('price', messages.text('agreements.plan.price'), money(plan?.price)),
    ...line(
      'reviews',
      messages.text('agreements.reviews.held'),
      reviews.rhythms?.map((rhythm) => messages.text(`reviews.rhythm.${rhythm}`)).join(', '),
    ),
    ...line(
      'reviews within',
      messages.text('agreements.reviews.withinDays'),
      reviews.withinDays?.toLocaleString(locale),
    ),
    ...line(
      'reviews responsible',
      messages.text('reviews.held.responsible'),
      reviews.responsible && person(reviews.responsible),
    ),
    ...line(
      'service reports',
      messages.text('agreements.reviews.reports'),
      reviews.reports && messages.text(`reports.period.${reviews.reports}`),
    ),
    ...line(
      'recipients',
      messages.text('reviews.report.recipients'),
      [...(reviews.recipients ?? []).map(person), reviews.otherRecipients].filter(Boolean).join(', '),
    ),
    ...sections.flatMap(({ kind, text }) =>
      line(`section ${kind}`, messages.text(`agreements.section.${kind}`), text).map((each): Line => ({
        ...each,
        isClause: true,
      })),
    ),
  ];
}

/** A condition as people write it, in the form in which conditions are told: its values are their own names. */
function named(condition: ConditionOf<string>): Condition {
  return JSON.parse(
    JSON.stringify(condition, (key, part: unknown) =>
      ['in', 'memberOf', 'from', 'to'].includes(key) && Array.isArray(part)
        ? part.map((name: unknown) => ({ id: name, name }))
        : part,
    ),
  ) as Condition;
}
