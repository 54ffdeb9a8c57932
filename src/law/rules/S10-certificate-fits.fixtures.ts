import type { CertificateAnswer, OfficerOnCase, PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

function officer(key: string, certificate: CertificateAnswer, domains: readonly string[] | null = ['生态环境']): OfficerOnCase {
  return { key, certificate, domains };
}
const TWO = [officer('甲', 'valid'), officer('乙', 'valid')] as const;

export const S10_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S10',
  trips: [
    { say: '两人有效之外，一人的证件2月28日到期，3月2日办案', facts: { officers: [...TWO, officer('丙', 'invalid')] } },
    { say: '农牧领域的证件办生态环境案件', facts: { officers: [officer('甲', 'valid'), officer('乙', 'valid', ['农牧'])] } },
    { say: '事项属于两个领域，证件一个也不是', facts: { itemDomain: '农牧、林草', officers: TWO } },
    { say: '两个领域都不是事项的领域', facts: { officers: [officer('甲', 'valid', ['农牧', '林草']), officer('乙', 'valid')] } },
  ],
  clears: [
    { say: '证件3月2日当日有效', facts: { officers: TWO } },
    { say: '几个领域中有事项的领域', facts: { officers: [officer('甲', 'valid', ['农牧', '生态环境']), officer('乙', 'valid')] } },
    { say: '事项属于两个领域，证件是其中一个', facts: { itemDomain: '农牧、生态环境', officers: TWO } },
    { say: '综合执法的证件', facts: { officers: [officer('甲', 'valid', ['综合执法']), officer('乙', 'valid')] } },
    { say: '另有辅助人员', facts: { officers: [...TWO, officer('丙', 'none', null)] } },
  ],
  unknown: [
    { say: '没有执法人员一栏', facts: { officers: null }, missing: '缺执法人员及证号' },
    { say: '清单没有写事项的领域', facts: { itemDomain: null }, missing: '缺事项的执法领域' },
    { say: '没有事项编码', facts: { itemDomain: null, itemCode: null, itemListed: null }, missing: '缺事项编码' },
    { say: '证件没有登记领域', facts: { officers: [officer('甲', 'valid', []), officer('乙', 'valid')] }, missing: '缺执法证件的执法领域' },
    {
      say: '证件登记未载入',
      facts: { officers: [officer('甲', 'unchecked', null), officer('乙', 'unchecked', null)] },
      missing: '缺执法证件登记',
    },
    { say: '一人没有写证号', facts: { officers: [...TWO, officer('丙', 'unstated', null)] }, missing: '缺执法证号' },
  ],
};
