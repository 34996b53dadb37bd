import type { Issue } from '../model';
import { accountOf } from '../permissions';
import type { JqlContext } from './context';
import { JqlError } from './errors';
import { choice, notThere, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';

/**
 * A field that holds an account.
 * @param rememberedAs The field's id in histories, when it is in them.
 */
export function people(
  context: JqlContext,
  accountId: (issue: Issue) => string | null,
  rememberedAs?: string,
): JqlField {
  const resolve = accountsOf(context);
  const name = (id: string | null): string | null =>
    id === null ? null : context.store.user(id).displayName;
  const accounts = (issue: Issue): readonly string[] => {
    const id = accountId(issue);
    return id === null ? [] : [id];
  };
  return choice(accounts, resolve, {
    sortKey: (issue) => name(accountId(issue)),
    ...(rememberedAs === undefined ? {} : { past: { fieldId: rememberedAs, current: accountId, resolve } }),
  });
}

/** Accounts by id only. */
function accountsOf({ store, caller }: JqlContext): Resolve<string> {
  return (value, name) => {
    if (value.kind === 'value') {
      if (!store.users.has(value.text)) throw notThere(value, name);
      return [value.text];
    }
    if (value.name.toLowerCase() !== 'currentuser') throw wrongFunction(value, name);
    if (value.args.length > 0) {
      throw new JqlError(
        `Function 'currentUser' expected '0' arguments but received '${value.args.length}'.`,
      );
    }
    const account = accountOf(store, caller);
    return account === null ? [] : [account];
  };
}
