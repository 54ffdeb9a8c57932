import { shanghaiDay, yearOf } from '#law';
import { randomPart } from './random.ts';

/** Of the last id given out: its millisecond and the two random parts, which later ids of the same millisecond count on from. */
const last = { ms: -1, high: 0, low: 0 };
const LOW = 2 ** 48;

/**
 * A UUIDv7: 48 bits of milliseconds, the rest random. Of two ids that this process makes for the same millisecond one
 * after the other the later sorts later. The year of its instant in Shanghai is the matter's cohort.
 */
export function newId(nowMs: number): string {
  if (nowMs === last.ms) {
    const low = last.low + 1 + randomPart(3).readUIntBE(0, 3);
    last.high += low < LOW ? 0 : 1;
    last.low = low % LOW;
  } else {
    const part = randomPart(10);
    // The highest bit stays free, so that counting on does not overflow.
    Object.assign(last, { ms: nowMs, high: part.readUInt32BE(0) >>> 7, low: part.readUIntBE(4, 6) });
  }
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | (last.high >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (last.high & 0x3fff), 8);
  bytes.writeUIntBE(last.low, 10, 6);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The millisecond for which an id was made. */
export function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

export function cohortOf(id: string): number {
  return yearOf(shanghaiDay(madeAt(id)));
}
