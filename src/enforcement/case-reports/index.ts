export { HELD_REPORT } from './kind.ts';
export type { HeldReport } from './model.ts';
