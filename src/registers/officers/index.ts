export { certificateFacts, certificatesByNumber, type OfficerHit, type OfficerScope, officersWithin } from './store.ts';
