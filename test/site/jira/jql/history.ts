import type { Issue } from '../model';
import { accountOf } from '../permissions';
import type { JqlContext, Test } from './context';
import { instantOf, instantOfFunction, isDateFunction, lengthOf } from './dates';
import { JqlError, JqlNotModelled } from './errors';
import { checkFunction, resolveAll } from './kinds';
import type { Past } from './kinds';
import type { Changed, Operand, Predicate, Single, Was } from './syntax';

/** From `start` up to `end`, both epoch ms; a single instant when they are the same. */
interface Period {
  readonly start: number;
  readonly end: number;
}

interface Spell extends Period {
  readonly value: string | null;
}

const always: Period = { start: -Infinity, end: Infinity };

/**
 * `was`: at some time, or within the time that the predicates leave, the field had one of the values; what an issue
 * started with counts from its creation.
 */
export function testWas(clause: Was, past: Past, context: JqlContext): Test {
  const wanted = new Set(resolveAll(clause.operand, clause.field.name, past.resolve));
  const other = clause.predicates.find(({ word }) => word === 'by' || word === 'from' || word === 'to');
  if (other !== undefined) throw new JqlNotModelled(`operator was with ${other.word}`);
  const when = periodOf(clause.predicates, context);
  return (issue) =>
    spellsOf(issue, past).some(
      ({ value, start, end }) => wanted.has(value) && start <= when.end && end >= when.start,
    );
}

/** `changed`: one change satisfies all predicates. */
export function testChanged({ field, predicates }: Changed, past: Past, context: JqlContext): Test {
  const when = periodOf(predicates, context);
  const values = (word: Predicate['word']): Set<string | null> | undefined => {
    const said = predicates.filter((each) => each.word === word);
    if (said.length === 0) return undefined;
    return new Set(said.flatMap(({ operand }) => resolveAll(operand, field.name, past.resolve)));
  };
  const from = values('from');
  const to = values('to');
  const authors = authorsOf(predicates, context);
  return (issue) =>
    issue.histories.some(
      ({ authorId, created, items }) =>
        created >= when.start &&
        created <= when.end &&
        (authors?.has(authorId) ?? true) &&
        items.some(
          (item) =>
            item.fieldId === past.fieldId && (from?.has(item.from) ?? true) && (to?.has(item.to) ?? true),
        ),
    );
}

function authorsOf(predicates: readonly Predicate[], { store, caller }: JqlContext): Set<string> | undefined {
  const said = predicates.filter(({ word }) => word === 'by');
  if (said.length === 0) return undefined;
  const accounts = said.flatMap(({ operand }) =>
    resolveAll(operand, 'by', (value) => {
      if (value.kind === 'value') return [value.text];
      checkFunction(value);
      return [accountOf(store, caller) ?? ''];
    }),
  );
  return new Set(accounts.filter((account) => account !== null));
}

/** Oldest first: the value that the issue started with, and what each change made of it. */
function spellsOf(issue: Issue, { fieldId, current }: Past): Spell[] {
  const changes = issue.histories.flatMap(({ created, items }) =>
    items.filter((item) => item.fieldId === fieldId).map(({ from, to }) => ({ from, to, created })),
  );
  const [first] = changes;
  const starts = [
    { value: first === undefined ? current(issue) : first.from, start: issue.created },
    ...changes.map(({ to, created }) => ({ value: to, start: created })),
  ];
  return starts.map(({ value, start }, at) => ({ value, start, end: starts[at + 1]?.start ?? Infinity }));
}

/** The time that all predicates leave; it ends before it starts when they contradict one another. */
function periodOf(predicates: readonly Predicate[], context: JqlContext): Period {
  return predicates.reduce((left, predicate) => {
    const { start, end } = periodOfOne(predicate, context);
    return { start: Math.max(left.start, start), end: Math.min(left.end, end) };
  }, always);
}

function periodOfOne({ word, operand }: Predicate, context: JqlContext): Period {
  switch (word) {
    case 'after':
      return { ...always, start: onlyDate(word, operand, context).start + 1 };
    case 'before':
      return { ...always, end: onlyDate(word, operand, context).start - 1 };
    case 'on':
      return onlyDate(word, operand, context);
    case 'during': {
      const [first, last, ...more] = operand.kind === 'list' ? operand.values : [operand];
      if (first === undefined || last === undefined || more.length > 0) {
        throw new JqlError('The DURING predicate must be supplied with exactly 2 date values.');
      }
      return { start: dateOf(word, first, context).start, end: dateOf(word, last, context).end };
    }
    default:
      return always;
  }
}

function onlyDate(word: Predicate['word'], operand: Operand, context: JqlContext): Period {
  if (operand.kind === 'list') {
    throw new JqlError(`The ${word.toUpperCase()} predicate must be supplied with only 1 date value.`);
  }
  return dateOf(word, operand, context);
}

function dateOf(word: Predicate['word'], value: Single, context: JqlContext): Period {
  if (value.kind === 'value') {
    const start = instantOf(value, context, `predicate '${word}'`);
    return { start, end: start + lengthOf(value) - 1 };
  }
  if (value.kind === 'function' && isDateFunction(value.name)) {
    const instant = instantOfFunction(value, context);
    return { start: instant, end: instant };
  }
  if (value.kind === 'function') checkFunction(value);
  const what = value.kind === 'function' ? `provided by the function '${value.name}' ` : '';
  throw new JqlError(`A date for the predicate '${word}' ${what}is not valid.`);
}
