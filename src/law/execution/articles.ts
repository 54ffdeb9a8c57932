import { cite } from '../citation.ts';

export const PENALTY_48 = cite('行政处罚法', 48);
export const PENALTY_50 = cite('行政处罚法', 50);
/** Nothing of a minor is made public (ours, by the article on privacy). */
export const DISCLOSURE_15 = cite('政府信息公开条例', 15);
export const CREDIT = cite('信用修复管理办法', null);
export const MARKET_2 = cite('市场监管处罚公示规定', 2);
export const PENALTY_61 = cite('行政处罚法', 61);
export const PENALTY_66 = cite('行政处罚法', 66);
export const PENALTY_67 = cite('行政处罚法', 67);
export const PENALTY_71 = cite('行政处罚法', 71);
export const PENALTY_72 = cite('行政处罚法', 72);
export const PENALTY_73 = cite('行政处罚法', 73);
export const PENALTY_75 = cite('行政处罚法', 75, 2);
export const COERCION_40 = cite('行政强制法', 40);
export const COERCION_42 = cite('行政强制法', 42);
export const COERCION_53 = cite('行政强制法', 53);
export const COERCION_54 = cite('行政强制法', 54);
export const COERCION_55 = cite('行政强制法', 55);
export const COERCION_56 = cite('行政强制法', 56);
export const CIVIL_PROCEDURE_95 = cite('民事诉讼法', 95);
