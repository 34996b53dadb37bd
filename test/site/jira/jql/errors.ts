/** A query that Jira refuses, with Jira's sentences; a search answers them with 400. */
export class JqlError extends Error {
  readonly messages: readonly string[];

  constructor(...messages: string[]) {
    super(messages.join(' '));
    this.messages = messages;
  }
}

/** A query that Jira understands and this site does not. */
export class JqlNotModelled extends Error {
  /** @param feature What of JQL it is, such as `function membersOf()`. */
  constructor(readonly feature: string) {
    super(`JQL ${feature} is not modelled by this site`);
  }
}
