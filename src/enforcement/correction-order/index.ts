export { CORRECTION_ORDER } from './kind.ts';
export { correctionLinesOf } from './lifecycle/checking.ts';
export type { OrderToCorrect } from './model.ts';
