import { randomFillSync } from 'node:crypto';

const DRAWN = 8_192;
const drawn = Buffer.alloc(DRAWN);
let used = DRAWN;

/** So many bytes (at most 64) of the system's random source, which is asked for many at once; none is given out twice. */
export function randomPart(size: number): Buffer {
  if (used + size > DRAWN) {
    randomFillSync(drawn);
    used = 0;
  }
  const part = Buffer.from(drawn.subarray(used, used + size));
  drawn.fill(0, used, used + size);
  used += size;
  return part;
}
