import { cite } from '../citation.ts';

export const PENALTY_41 = cite('行政处罚法', 41);
export const PENALTY_46 = cite('行政处罚法', 46);
export const PENALTY_47 = cite('行政处罚法', 47);
