import { agreement, written, type Mistakes } from './spoilt-files';

const inMatrix = 'agreements[0].priorityMatrix';
const cell = { impact: 'Broad', urgency: '1', priority: 'P1' };

/** The valid file with a matrix of priorities in which something else stands. */
const spoilt = (other: object): string =>
  written((file) =>
    Object.assign(agreement(file), {
      priorityMatrix: { impact: 'impact', urgency: 'urgency', cells: [cell], sets: false, ...other },
    }),
  );

/** What is wrong with a matrix of priorities by impact and urgency. */
export const matrixMistakes: Mistakes = {
  'matrix.no-field': [[`${inMatrix}.urgency`, () => spoilt({ urgency: '' })]],
  'matrix.no-choice': [
    [`${inMatrix}.impact`, () => spoilt({ impact: 'components' })],
    [`${inMatrix}.impact`, () => spoilt({ impact: 'summary' })],
    [`${inMatrix}.urgency`, () => spoilt({ urgency: 'priority' })],
  ],
  'matrix.same-field': [[`${inMatrix}.urgency`, () => spoilt({ urgency: 'impact' })]],
  'matrix.no-cell': [[`${inMatrix}.cells`, () => spoilt({ cells: [] })]],
  'matrix.cell-twice': [
    [`${inMatrix}.cells[1]`, () => spoilt({ cells: [cell, { ...cell, priority: 'P2' }] })],
  ],
};

/** What a matrix shares with other parts of a file. */
export const otherMatrixMistakes: Mistakes = {
  'condition.unknown-field': [[`${inMatrix}.impact`, () => spoilt({ impact: 'customfield_1' })]],
  'condition.unknown-value': [
    [`${inMatrix}.cells[0].impact`, () => spoilt({ cells: [{ ...cell, impact: 'Huge' }] })],
    [`${inMatrix}.cells[0].priority`, () => spoilt({ cells: [{ ...cell, priority: 'P9' }] })],
  ],
  'condition.value-form': [
    [`${inMatrix}.cells[0].urgency`, () => spoilt({ cells: [{ ...cell, urgency: 'soon' }] })],
  ],
};
