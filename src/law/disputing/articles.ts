import { cite } from '../citation.ts';

export const PENALTY_48 = cite('行政处罚法', 48);
export const PENALTY_73 = cite('行政处罚法', 73);
export const PENALTY_75 = cite('行政处罚法', 75);
export const RECONSIDERATION_30 = cite('行政复议法', 30);
export const RECONSIDERATION_39 = cite('行政复议法', 39);
export const RECONSIDERATION_42 = cite('行政复议法', 42);
export const RECONSIDERATION_48 = cite('行政复议法', 48);
export const RECONSIDERATION_62 = cite('行政复议法', 62);
export const RECONSIDERATION_63 = cite('行政复议法', 63);
export const RECONSIDERATION_64 = cite('行政复议法', 64);
export const RECONSIDERATION_76 = cite('行政复议法', 76);
export const RECONSIDERATION_77 = cite('行政复议法', 77);
export const SUIT_56 = cite('行政诉讼法', 56);
