import { shanghaiDay, yearOf } from '#law';
import { randomPart } from './random.ts';

/** A UUIDv7: 48 bits of milliseconds, the rest random. The year of its instant in Shanghai is the matter's cohort. */
export function newId(nowMs: number): string {
  const bytes = randomPart(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function cohortOf(id: string): number {
  return yearOf(shanghaiDay(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)));
}
