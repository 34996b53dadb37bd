interface Repeated {
  readonly act: () => void;
  /** How long to wait before the next time, in ms. */
  readonly wait: () => number;
}

/** Acts at once and then again and again, but only while the page is seen. Returns what ends that. */
export function whileVisible({ act, wait }: Repeated): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    timer = setTimeout(go, wait());
    act();
  };
  const follow = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') go();
  };

  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', follow);
  };
}
