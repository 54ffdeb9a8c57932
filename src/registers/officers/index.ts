export { certificateFacts, lendableSupervisors, type OfficerHit, type OfficerScope, officersWithin } from './store.ts';
