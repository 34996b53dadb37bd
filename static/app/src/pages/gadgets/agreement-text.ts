import type { BoardView } from '../../../../../src/contract/board';
import type { Messages } from '../../text/messages';

/** Of which agreement numbers are; its id where nobody names it any more. */
export const agreementText = (
  agreement: string | undefined,
  answer: { readonly names: Pick<BoardView['names'], 'agreements'> } | undefined,
  messages: Messages,
): string =>
  agreement === undefined
    ? messages.text('gadgets.allAgreements')
    : (answer?.names.agreements[agreement] ?? agreement);
