export type { PublicityItem } from './contract.ts';
