import { cite } from '../citation.ts';
import { partNotJudged, type SupervisionRule } from '../rule.ts';
import type { CaseDecision, RecusalsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const recusalDecided: SupervisionRule<CaseDecision & RecusalsFact> = {
  ...OF_A_CASE,
  id: 'S11',
  version: 2,
  title: '应当回避的是否回避，回避申请是否在决定以前作出决定',
  cite: [cite('行政处罚法', 43)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避；当事人提出回避申请的，行政机关应当依法审查，由负责人决定。',
  check: ({ decidedOn, recusals, related }) => {
    if (decidedOn === null) return null;
    const open = recusals
      .filter((r) => r.askedOn <= decidedOn && (r.decidedOn === null || r.decidedOn > decidedOn))
      .map((r) => ({
        because: `${r.askedOn}提出的第${r.no}项回避申请，至${decidedOn}作出处理决定时没有决定`,
        facts: { 申请日期: r.askedOn, 回避决定日期: r.decidedOn ?? '无', 处理决定日期: decidedOn },
        clears: '处理决定作出以前对回避申请的决定',
        fact: String(r.no),
      }));
    const bound = (related ?? []).map(({ name, why }) => ({
      because: `执法人员${name}与当事人有${why}，至${decidedOn}作出处理决定时没有回避`,
      facts: { 执法人员: name, 与当事人的关系: why, 处理决定日期: decidedOn },
      clears: '该人员没有参与办理，或者不存在该关系的证明',
      fact: `related/${name}`,
    }));
    if (open.length + bound.length > 0) return [...open, ...bound];
    return related === null ? partNotJudged(MISSING.officerRelations) : null;
  },
};
