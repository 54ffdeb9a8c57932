import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { VisitsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const recordSigned: SupervisionRule<VisitsFact> = {
  ...OF_A_CASE,
  id: 'I04',
  title: '询问、检查笔录是否经签名或者注明拒签',
  cite: [cite('行政处罚法', 55)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '询问或者检查应当制作笔录；笔录由被询问人、在场人核对签名，拒绝签名的注明情况。',
  check: ({ visits }) => {
    if (visits === null) return MISSING.recordSigned;
    return visits
      .filter((v) => !v.signed)
      .map((v) => ({
        because: `${v.on}${v.what}的笔录没有签名，也没有注明拒绝签名的情况`,
        facts: { 笔录: v.what, 日期: v.on, 签名: '无' },
        clears: '签名的笔录，或者注明拒绝签名情况的记录',
        fact: `${v.on}/${v.what}`,
      }));
  },
};
