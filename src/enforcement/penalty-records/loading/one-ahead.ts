/** on: the next piece may follow. Otherwise nothing that follows may be stored. */
export type Going = 'on' | 'cancelled' | 'stopped';

/** What was read ahead while the piece before it turned out to be the last one. */
class NotItsTurn extends Error {}

/**
 * Hands pieces of a long work on, one behind the other: the next one is read and judged while the one before is stored,
 * and is stored itself only after that, once `turn` resolves. `hand` answers how the piece before has gone; `last` how the
 * last one has. Nothing is under way any more when either of them throws or answers otherwise than "on".
 */
export function oneAhead<T>(work: (piece: T, turn: () => Promise<void>) => Promise<Going>): {
  readonly hand: (piece: T) => Promise<Going>;
  readonly last: () => Promise<Going>;
} {
  let before: Promise<Going> = Promise.resolve('on');
  const hand = async (piece: T): Promise<Going> => {
    const previous = before;
    const mine = work(piece, async () => {
      if ((await previous) !== 'on') throw new NotItsTurn();
    });
    // Heard when it is asked for; until then it must not count as nobody's.
    const over = mine.then(ended, ended);
    before = mine;
    try {
      const going = await previous;
      if (going !== 'on') await over;
      return going;
    } catch (error) {
      await over;
      throw error;
    }
  };
  return { hand, last: () => before };
}

function ended(): void {}
