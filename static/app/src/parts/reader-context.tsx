import { createContext, useContext } from 'react';
import type { Reader } from '../text/reader';

const ReaderContext = createContext<Reader | undefined>(undefined);

export const ReaderProvider = ReaderContext.Provider;

/** Who reads this page. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('A part that shows text stands outside the ReaderProvider');
  return reader;
}
