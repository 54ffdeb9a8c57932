import type { InstrumentLevel } from './instruments.ts';
import type { CitedLaw } from './law-register.ts';

/** Who can make local regulations: provinces, cities with districts, autonomous prefectures and counties. */
const REGION = new RegExp(
  '^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏' +
    '|陕西|甘肃|青海|宁夏|新疆|[\\u4e00-\\u9fa5]{2,4}市(?![场区容政民])|[\\u4e00-\\u9fa5]{2,10}自治[州县旗])',
);
const NORMATIVE_NUMBER = /[发办函规字][〔[【(（]\d{4}/;
const ORDER_NUMBER = /令/;
const NORMATIVE_ENDING = /(?:通知|意见|公告|通告|方案|批复|函|纪要|要点|指南|标准|基准|清单|目录|指引|措施)$/;
const LAW_ENDING = /(?:法典|[^办方做执用]法)$/;

/**
 * Rank of a cited text: by the register or the text at hand, else by name and 文号 as far as these settle it. 办法, 规定 and
 * 细则 may be regulation, rule or normative document: null, nothing is guessed.
 */
export function levelOf(cited: CitedLaw): InstrumentLevel | null {
  const known = cited.versions?.find((v) => v.level !== null)?.level;
  if (known !== undefined && known !== null) return known;
  if (cited.texts !== undefined && cited.texts.level !== null) return cited.texts.level;
  const { name, documentNumber } = cited;
  if (NORMATIVE_ENDING.test(name)) return 'normative-document';
  if (documentNumber !== null && NORMATIVE_NUMBER.test(documentNumber) && !ORDER_NUMBER.test(documentNumber)) return 'normative-document';
  const regional = REGION.test(name);
  if (LAW_ENDING.test(name) && !regional) return 'law';
  if (/条例$/.test(name)) return regional ? 'local-regulation' : 'administrative-regulation';
  return null;
}
