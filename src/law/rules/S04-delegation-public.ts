import { cite } from '../citation.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import type { DeedsOnFile } from './unit-facts.ts';

export const delegationPublic: SupervisionRule<DeedsOnFile> = {
  id: 'S04',
  version: 2,
  title: '委托书是否由双方公布并报本级司法行政部门备案',
  cite: [cite('行政处罚法', 20), cite('实施细则', 8, undefined, 11)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'organisation',
  conduct: 'subject',
  head: '8(11)',
  asks: '委托行政机关和受委托组织应当将委托书向社会公布，并报本级司法行政部门备案。',
  check: ({ deeds }, { profile, today }) => {
    // To whom deeds are filed is the city's own rule; that both sides publish them is the law's.
    const isToBeFiled = parameterOf(profile, 'S04.filing', today) !== null;
    const doubts = deeds.flatMap(({ number, delegate, byDelegatorOn, byDelegateOn, filedOn }) => {
      const lacks = [
        ...(byDelegatorOn === null ? ['委托机关没有公布'] : []),
        ...(byDelegateOn === null ? ['受委托组织没有公布'] : []),
        ...(filedOn === null && isToBeFiled ? ['没有报送备案'] : []),
      ];
      if (lacks.length === 0) return [];
      return [
        {
          because: `委托书（${number}）已经生效，${lacks.join('、')}`,
          facts: {
            委托书: number,
            受委托组织: delegate,
            委托机关公布: byDelegatorOn ?? '无',
            受委托组织公布: byDelegateOn ?? '无',
            ...(isToBeFiled ? { 报送备案: filedOn ?? '无' } : {}),
          },
          clears: isToBeFiled ? '双方公布的网址或者载体、日期，以及备案回执' : '双方公布的网址或者载体、日期',
          fact: number,
        },
      ];
    });
    return doubts.length === 0 ? null : doubts;
  },
};
