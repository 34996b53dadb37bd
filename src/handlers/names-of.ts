interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names by ids, as pages get them. */
export const namesOf = (named: readonly Named[]): Record<string, string> =>
  Object.fromEntries(named.map(({ id, name }) => [id, name]));
