import { lawName } from './law-name.ts';
import type { LawText } from './law-text.ts';
import { levelOfText } from './level-of-text.ts';

const NATIONAL = new Set(['law', 'administrative-regulation', 'department-rule']);
const PLACE = /^(?!国务院|全国|城市|上市)[\u4e00-\u9fa5]{2,8}?(?:省|自治区|市|自治州|盟|自治县|自治旗|旗|县)(?!场|政)/;

/** Where a text is in force by its rank and title: 内蒙古自治区, 巴彦淖尔市 …; null: in the whole country. */
export function placeOfText(text: Pick<LawText, 'title' | 'history'>): string | null {
  const level = levelOfText(text);
  if (level !== null && NATIONAL.has(level)) return null;
  return PLACE.exec(lawName(text.title))?.[0] ?? null;
}
