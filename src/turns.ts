/** Does what it is given one after the other, in the order in which that was asked, whatever became of what came before. */
export function takingTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act, act);
    last = done;
    return done;
  };
}
