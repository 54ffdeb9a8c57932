export { type LawEntry, lawRecords } from './store.ts';
