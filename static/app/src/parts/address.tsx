import Button from '@atlaskit/button/new';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { openAddressBar, type AddressBar } from '../platform/address-bar';
import { partsOf, pathOf } from './address-path';
import { Dialog } from './dialog';
import { useReader } from './reader-context';

interface Address {
  /** The page's own part of the address, cut at its slashes: `['calendars', 'office-hours']`. */
  readonly parts: readonly string[];
  /** Goes there; asks before when something would be lost. */
  readonly go: (...parts: readonly string[]) => void;
  /** Goes there at once, and the way back does not lead here. */
  readonly replace: (...parts: readonly string[]) => void;
  readonly keep: (isUnsaved: boolean) => void;
}

const AddressContext = createContext<Address | undefined>(undefined);

/** Where in the page the reader is. */
export function useAddress(): Address {
  const address = useContext(AddressContext);
  if (!address) throw new Error('A part that has an address stands outside the AddressProvider');
  return address;
}

/** Has the page ask before it is left, while `isUnsaved`. */
export function useUnsaved(isUnsaved: boolean): void {
  const { keep } = useAddress();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    keep(true);
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      keep(false);
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved, keep]);
}

/** Keeps the page and Jira's address together; where there is no address the page works without. */
export function AddressProvider({ children }: { readonly children: ReactNode }): ReactElement | null {
  const [path, setPath] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const bar = useRef<AddressBar>(undefined);
  const shown = useRef('/');
  const unsaved = useRef(false);

  const show = useCallback((to: string): void => {
    shown.current = to;
    setPath(to);
  }, []);

  useEffect(() => {
    let isGone = false;
    openAddressBar().then(
      (opened) => {
        if (isGone) return;
        bar.current = opened;
        opened.listen((to) => {
          if (to === shown.current) return;
          if (!unsaved.current) return show(to);
          // The reader went back: the address follows what is shown until they have answered.
          opened.push(shown.current);
          setAsked(to);
        });
        show(opened.path);
      },
      () => show('/'),
    );
    return () => {
      isGone = true;
    };
  }, [show]);

  const leave = useCallback(
    (to: string): void => {
      setAsked(undefined);
      show(to);
      bar.current?.push(to);
    },
    [show],
  );
  const go = useCallback(
    (...parts: readonly string[]): void => {
      const to = pathOf(parts);
      if (to === shown.current) return;
      if (unsaved.current) setAsked(to);
      else leave(to);
    },
    [leave],
  );
  const replace = useCallback(
    (...parts: readonly string[]): void => {
      const to = pathOf(parts);
      show(to);
      bar.current?.replace(to);
    },
    [show],
  );
  const keep = useCallback((isUnsaved: boolean): void => {
    unsaved.current = isUnsaved;
  }, []);

  const address = useMemo(
    () => ({ parts: partsOf(path ?? ''), go, replace, keep }),
    [path, go, replace, keep],
  );
  if (path === undefined) return null;
  return (
    <AddressContext.Provider value={address}>
      {children}
      {asked !== undefined && <ConfirmLeaving stay={() => setAsked(undefined)} leave={() => leave(asked)} />}
    </AddressContext.Provider>
  );
}

interface ConfirmProps {
  readonly stay: () => void;
  readonly leave: () => void;
}

function ConfirmLeaving({ stay, leave }: ConfirmProps): ReactElement {
  const { messages } = useReader();
  return (
    <Dialog title={messages.text('sections.unsaved.title')} close={stay}>
      <p>{messages.text('sections.unsaved.text')}</p>
      <div>
        <Button appearance="primary" onClick={stay}>
          {messages.text('sections.unsaved.stay')}
        </Button>{' '}
        <Button onClick={leave}>{messages.text('sections.unsaved.leave')}</Button>
      </div>
    </Dialog>
  );
}
