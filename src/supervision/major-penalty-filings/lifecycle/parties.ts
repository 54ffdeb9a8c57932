import { cite, type May, type Role } from '#law';
import type { MajorPenaltyFiling } from '../model.ts';

export type S = MajorPenaltyFiling;

/** 规范性文件和重大行政处罚备案制度，通过平台办理. */
export const ART_18 = cite('实施细则', 18);
/** 监督重大行政处罚备案情况. */
export const ART_8_3 = cite('实施细则', 8, undefined, 3);

const by = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];

export const ORGAN_OFFICE = by('organ', ['handler', 'legal-office', 'government-office']);
export const ORGAN_LEADERS = by('organ', ['deputy-head', 'head', 'government-leader']);
export const BUREAU = by('bureau', ['supervisor', 'checker', 'deputy-head', 'head']);
/** Of a delegating department its 法制机构 reviews. */
export const REVIEW_OFFICE = by('issuer', ['supervisor', 'legal-office']);
export const REVIEW_DESK = by('issuer', ['supervisor', 'checker', 'legal-office', 'receiver']);
export const REVIEWERS = by('issuer', ['checker', 'legal-office', 'deputy-head', 'head']);
export const REVIEW_LEADERS = by('issuer', ['deputy-head', 'head']);
export const SEALERS = by('issuer', ['seal-keeper', 'checker', 'legal-office', 'deputy-head']);
export const SYSTEM: readonly May[] = [{ as: 'system' }];
