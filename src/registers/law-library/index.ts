export { type KeptLaws, keptLaws } from './kept-laws.ts';
