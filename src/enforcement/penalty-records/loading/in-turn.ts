const AT_ONCE = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/** Heavy work of this process, a little at a time; the rest waits for its turn in the order of asking. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}
