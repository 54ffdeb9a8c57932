import { cite } from '../citation.ts';
import { yuan } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseProcedure, CollectionsFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** 依法给予一百元以下罚款 (68(1)), in fen. */
const SMALL = 10_000;

export const notCollectedByDecider: SupervisionRule<CaseProcedure & CollectionsFact> = {
  ...OF_A_CASE,
  id: 'E04',
  title: '作出决定的机关是否没有自行收缴罚款',
  cite: [cite('行政处罚法', 67), cite('行政处罚法', 68), cite('行政处罚法', 69)],
  severity: 'red',
  mode: 'A',
  conduct: 'profit-driven',
  asks: '作出罚款决定的行政机关应当与收缴罚款的机构分离；只有第六十八条、第六十九条的情形可以当场收缴，第六十八条只适用于当场作出的决定。',
  check: ({ procedure, collected }) =>
    collected
      .filter((c) => !mayCollect(procedure, c))
      .map(({ on, fen, ground }) => ({
        because:
          ground === 'own-account'
            ? `${on}${yuan(fen)}缴入作出决定的机关的账户，没有缴入指定银行、国库`
            : `${on}由执法人员收缴${yuan(fen)}，不属于可以当场收缴的情形`,
        facts: { 收缴日期: on, 金额: yuan(fen), ...(ground === 'own-account' ? { 收款: '本机关账户' } : {}) },
        clears: '属于第六十八条、第六十九条情形的证明，或者缴入国库的凭证',
        fact: `${on}/${fen}`,
      })),
};

function mayCollect(procedure: CaseProcedure['procedure'], { ground, fen }: CollectionsFact['collected'][number]): boolean {
  if (ground === 'remote') return true;
  if (procedure !== 'summary') return false;
  return ground === 'hard-later' || (ground === 'small' && fen <= SMALL);
}
