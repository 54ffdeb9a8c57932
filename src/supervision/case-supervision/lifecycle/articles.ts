import { cite } from '#law';

/** Disputes between departments: they negotiate, then the bureau of their level coordinates. */
export const ART_6 = cite('实施细则', 6);
export const ART_12 = cite('实施细则', 12);
export const ART_9_5 = cite('实施细则', 9, undefined, 5);
/** 日常检查: the bureau joining an inspection counts as one. */
export const ART_9_1 = cite('实施细则', 9, undefined, 1);
export const ART_8_7 = cite('实施细则', 8, undefined, 7);
/** The seven means of inquiry, each by its item. */
export const ART_10 = (item: 1 | 2 | 3 | 4 | 5 | 6 | 7) => cite('实施细则', 10, undefined, item);
export const ART_10_DUTY = cite('实施细则', 10);
export const ART_16 = cite('实施细则', 16);
export const ART_22_1 = cite('实施细则', 22, 1);
export const ART_23_2 = cite('实施细则', 23, 2);
export const ART_23_3 = cite('实施细则', 23, 3);
export const ART_24 = cite('实施细则', 24);
/** The government's 协调监督机构 supervises its area, under the guidance of the upper one. */
export const ART_2_2 = cite('实施细则', 2, 2);
export const ART_2_4 = cite('实施细则', 2, 4);
/** Vertical and dual-led units: compliance is watched, problems are told to their superior. */
export const REGULATION_42_2 = cite('行政执法监督条例', 42, 2);
/** 提级监督、指定监督 (R825-8): known from official summaries only, the article has not been seen. */
export const REGULATION_RAISING = cite('行政执法监督条例', null);
