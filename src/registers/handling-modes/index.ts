export { HANDLING_MODE } from './kind.ts';
export type { HandlingMode } from './model.ts';
