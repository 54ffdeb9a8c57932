import { cite } from '#law';

export const ART_17 = cite('行政处罚法', 17);
export const ART_28 = cite('行政处罚法', 28);
export const ART_42 = cite('行政处罚法', 42);
export const ART_47 = cite('行政处罚法', 47);
export const ART_54 = cite('行政处罚法', 54);
export const ART_57 = cite('行政处罚法', 57);
export const ART_75 = cite('行政处罚法', 75, 2);
