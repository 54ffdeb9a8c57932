import type { InstrumentLevel } from '../instruments.ts';
import { lawName } from './law-name.ts';
import type { LawText } from './law-text.ts';

/** 国务院 with its number or its meeting; the same body is named in titles of its decisions, which tell nothing here. */
const STATE_COUNCIL = /国务院[^，。《》]{0,30}(?:令|第\d*[一二三四五六七八九十百]*次?常务会议|发布|公布|批准)/;
const CONGRESS = /全国人民代表大会[^，。《》]{0,30}(?:通过|批准|公布|修[正订改]|令)/;
const LOCAL_CONGRESS = /(?:省|自治区|市|自治[州县旗])[^，。《》]{0,20}人民代表大会/;
const LOCAL_GOVERNMENT = /(?:省|自治区|市|[州盟])[^，。《》]{0,10}人民政府(?:令|第\d+号令)/;
const DEPARTMENT = /(?:部|委员会|委|总局|署|局|银行|证监会|银保监会)(?:令|第\d+号令|第\d+号公布)/;

/**
 * Rank of a text by who passed and published it, as its history lines say; null where they do not say it. Titles inside
 * the lines are left out: 《国务院关于修改部分行政法规的决定》 does not tell the rank of the text it changed.
 */
export function levelOfText({ title, history }: Pick<LawText, 'title' | 'history'>): InstrumentLevel | null {
  const words = history.filter((h) => h.kind !== 'repealed').map((h) => h.words.replaceAll(/《[^《》]*》?/g, ''));
  const says = (pattern: RegExp): boolean => words.some((w) => pattern.test(w));
  if (says(LOCAL_CONGRESS) && !words.some((w) => CONGRESS.test(w))) return 'local-regulation';
  if (says(CONGRESS)) return 'law';
  if (says(STATE_COUNCIL)) return 'administrative-regulation';
  if (byStateCouncil(history)) return 'administrative-regulation';
  if (says(LOCAL_GOVERNMENT)) return 'government-rule';
  if (says(DEPARTMENT)) return 'department-rule';
  return /(?:法典|[^办方做执用]法)$/.test(lawName(title)) ? 'law' : null;
}

/** The State Council amends by a decision on 行政法规 only what is its own, whoever once published it. */
function byStateCouncil(history: LawText['history']): boolean {
  return history.some((h) => h.by !== null && /国务院关于.*行政法规/.test(h.by));
}
