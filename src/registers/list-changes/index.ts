export { TEMPLATES } from './documents.ts';
export { LIST_CHANGE } from './kind.ts';
export type { ListChange } from './model.ts';
