import { AsyncLocalStorage } from 'node:async_hooks';

/** Makes a turn that one work has at a time. Work that is begun within such work belongs to it and does not wait. */
export function makeAlone(): <T>(work: () => Promise<T>) => Promise<T> {
  const within = new AsyncLocalStorage<true>();
  let busy: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (within.getStore() === true) return work();
    const done = busy.then(() => within.run(true, work));
    busy = done.catch(() => undefined);
    return done;
  };
}
