export { certificateFacts, type OfficerHit, type OfficerScope, officersWithin } from './store.ts';
