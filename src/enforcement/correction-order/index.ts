export { CORRECTION_ORDER } from './kind.ts';
export type { OrderToCorrect } from './model.ts';
