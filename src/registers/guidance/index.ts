export { TEMPLATES } from './documents.ts';
export { GUIDANCE } from './kind.ts';
export { type GuidanceStanding, guidanceStanding } from './store.ts';
