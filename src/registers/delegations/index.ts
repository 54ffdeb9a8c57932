export { TEMPLATES } from './documents.ts';
export { DELEGATION } from './kind.ts';
export { covers, type Delegation } from './model.ts';
