export { type KeptLaws, keptLaws } from './store-kept.ts';
