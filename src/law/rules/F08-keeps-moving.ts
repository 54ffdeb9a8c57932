import { cite } from '../citation.ts';
import { addDays } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import type { MovingFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const keepsMoving: SupervisionRule<MovingFact> = {
  ...OF_A_CASE,
  id: 'F08',
  title: '立案后是否久拖不结',
  cite: [cite('行政处罚法', 60)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  conduct: 'no-case',
  asks: '立案以后应当及时调查、在办案期限内作出决定（多少日没有记录视为停滞，是平台参数）。',
  check: ({ filedOn, movesOn, lastRecordOn }, { profile, today }) => {
    if (filedOn === null || !movesOn) return null;
    const [open, silent] = [parameterOf(profile, 'F08.open-days', filedOn), parameterOf(profile, 'F08.silent-days', filedOn)];
    if (open === null || silent === null) return MISSING.parameter;
    if (lastRecordOn === null) return MISSING.lastRecord;
    const isOld = today > addDays(filedOn, open.value);
    if (!isOld && today <= addDays(lastRecordOn, silent.value)) return null;
    // Without the day on which this is asked: an exclusion of the doubt holds while nothing but time has passed.
    return {
      because: isOld ? `${filedOn}立案，超过${open.value}日没有作出决定` : `立案后自${lastRecordOn}起超过${silent.value}日没有新的办理记录`,
      facts: { 立案日期: filedOn, 最近办理记录: lastRecordOn },
      clears: '依法中止、延长的依据，或者没有录入的办理记录',
      fact: isOld ? 'open' : 'silent',
    };
  },
};
