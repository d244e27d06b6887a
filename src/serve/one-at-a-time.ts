import { ChanceryError } from '../problems.ts';

/** Runs tasks one after the other; refuses one when `maxWaiting` stand before it. */
export function oneAtATime(maxWaiting: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (task) => {
    if (waiting >= maxWaiting) throw busy();
    waiting += 1;
    const run = last.then(task).finally(() => {
      waiting -= 1;
    });
    last = run.catch(() => {});
    return run;
  };
}

function busy(): ChanceryError {
  return new ChanceryError('serve/busy', 'Too many reports are waiting to be read.', {
    hint: 'Try again in a moment.',
  });
}
