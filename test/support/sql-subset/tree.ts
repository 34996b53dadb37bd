import { reservedWords } from './words';

/** A node of the parser's tree, or a part of one. What the parser leaves empty is null. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const nodesOf = (value: unknown): readonly Node[] => listOf(value).filter(isNode);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Stands before names that were back-quoted, which the parser would forget. */
export const QUOTED = 'quoted__';

/** The name without what tells that it was back-quoted. */
export const bareName = (name: unknown): string => textOf(name).replace(QUOTED, '');

export type Report = (problem: string) => void;

const LONGEST_NAME = 64;

/** Whether a name can stand where it does in all three. */
export function checkName(name: unknown, report: Report): void {
  const bare = bareName(name);
  if (!textOf(name).startsWith(QUOTED) && reservedWords.has(bare.toUpperCase())) {
    report(`${bare} is a reserved word: choose another name, or write \`${bare}\``);
  }
  if (!/^[a-z_]\w*$/i.test(bare) || bare.length > LONGEST_NAME) {
    report(`${bare} as a name: use at most ${LONGEST_NAME} letters, digits and underscores`);
  }
}

export function checkTable(table: Node, report: Report): void {
  checkName(table['table'], report);
  const name = bareName(table['table']);
  if (table['db']) report(`${textOf(table['db'])}.${name}: the app has one database: leave its name out`);
  if (name !== name.toLowerCase()) report(`${name}: upper and lower case of tables differ: use lower case`);
}

/** Tells of what a node says beyond `known`. */
export function checkKeys(node: Node, known: readonly string[], report: Report): void {
  for (const [key, value] of Object.entries(node)) {
    const isSaid = Array.isArray(value) ? value.length > 0 : Boolean(value);
    if (isSaid && !known.includes(key)) report(`${key.replaceAll('_', ' ')}: not in all three: leave it out`);
  }
}
