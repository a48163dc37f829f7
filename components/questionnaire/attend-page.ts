type Attendance = {
  /** The network is back, or the page is looked at again. */
  wake: () => void;
  /** The page is being left. */
  leave: () => void;
  /** Whether it may be left without a question. */
  mayLeave: () => boolean;
};

/** Watches what becomes of the page, until what it returns is called. */
export function attendPage({wake, leave, mayLeave}: Attendance): () => void {
  const ask = (event: Event) => {
    if (!mayLeave()) event.preventDefault();
  };
  const look = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const heard = [
    [window, 'online', wake],
    [window, 'focus', wake],
    [window, 'pageshow', look],
    [document, 'visibilitychange', look],
    [window, 'pagehide', leave],
    [window, 'beforeunload', ask],
  ] as const;
  for (const [target, event, act] of heard) target.addEventListener(event, act);
  return () => {
    for (const [target, event, act] of heard) target.removeEventListener(event, act);
  };
}
