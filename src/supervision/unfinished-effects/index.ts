export { UNFINISHED_EFFECT } from './kind.ts';
export type { UnfinishedEffect } from './model.ts';
