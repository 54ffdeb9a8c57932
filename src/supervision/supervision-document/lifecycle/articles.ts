import { cite } from '#law';

export const ART_22_1 = cite('实施细则', 22, 1);
export const ART_22_2 = cite('实施细则', 22, 2);
export const ART_16 = cite('实施细则', 16);
export const ART_2_4 = cite('实施细则', 2, 4);
export const ART_11_2 = cite('实施细则', 11, 2);
export const ART_11_3 = cite('实施细则', 11, 3);
/** 司法所 cannot issue, it asks the bureau of the banner. */
export const ART_23_3 = cite('实施细则', 23, 3);
/** Vertical and dual-led units: compliance is watched, problems are told to their superior. */
export const REGULATION_42_2 = cite('行政执法监督条例', 42, 2);
