export { judgeUnitDuties } from './actions.ts';
