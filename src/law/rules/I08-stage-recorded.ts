import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { StagesFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const stageRecorded: SupervisionRule<StagesFact> = {
  ...OF_A_CASE,
  id: 'I08',
  title: '应当音像记录的环节是否有记录',
  cite: [cite('行政处罚法', 47), cite('三项制度指导意见', null)],
  grade: 'recalled',
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '依法以文字、音像等形式，对启动、调查取证、审核、决定、送达、执行等进行全过程记录；应当音像记录的环节清单待核定。',
  check: ({ stages, closedOn }) => {
    const open = stages.filter((stage) => !stage.recorded);
    if (open.length === 0) return null;
    // A recording may be added to the file as long as the case is open.
    if (closedOn === null) return MISSING.recordingOpen;
    return open.map(({ words }) => ({
      because: `${words}没有音像记录`,
      facts: { 环节: words, 结案日期: closedOn },
      clears: '该环节的音像记录',
      fact: words,
    }));
  },
};
