import { type CaseFilePlan, dayWords, EVIDENCE_LIST, partyWord, RECTIFIED, wide, yuan } from '#law';
import { evidenceList } from '#law/evidence/index';
import { PENALTY_LABELS, paidFen, type SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

/** The order in which offices bind a case decided on the spot [practice]. */
export const CASE_FILE: CaseFilePlan<S> = {
  name: '行政处罚案卷',
  sections: [
    {
      volume: 'main',
      documents: ['CT14-当场处罚决定书', 'CT14-不予处罚', 'rectifying', RECTIFIED],
      acts: ['decide', 'no-penalty', 'rectify'],
    },
    { volume: 'main', documents: ['CT14-陈述申辩笔录'], acts: ['hear'] },
    { volume: 'main', documents: [EVIDENCE_LIST], acts: [] },
    { volume: 'main', documents: [], acts: ['open', 'evidence', 'attach-redacted', 'hand-over-evidence', 'record-av'] },
    {
      volume: 'main',
      documents: ['CT14-送达地址确认书', 'urging', 'CT14-强制执行申请书'],
      acts: ['confirm-address', 'agree', 'urge', 'apply-court', 'appeal-ruling'],
    },
    { volume: 'main', documents: ['CT14-改正复查记录'], acts: ['check-correction'] },
    {
      volume: 'main',
      documents: ['amending'],
      acts: [
        'dispute',
        'dispute-answered',
        'dispute-extended',
        'dispute-suspended',
        'dispute-resumed',
        'dispute-ended',
        'report-correction',
      ],
    },
    { volume: 'side', documents: ['CT14-延期分期审批表'], acts: ['defer'] },
    { volume: 'side', documents: ['CT14-终结执行审批表'], acts: ['end'] },
    { volume: 'side', documents: ['CT14-结案审批'], acts: ['close'] },
  ],
  behindLetter: { documents: ['CT14-送达回证'], acts: ['deliver', 'seal-by-hand', 'fail-service', 'announce', 'serve'] },
  evidence: evidenceList,
  cover: (s) => [
    wide('决定书编号', s.decision?.number ?? '／'),
    wide('违法行为', s.conduct),
    wide('当事人', partyWord(s.party, 'name')),
    wide('地点', s.place),
    wide('决定日期', s.decision === null ? '／' : dayWords(s.decision.on)),
    wide('处理结果', s.decision === null ? '／' : PENALTY_LABELS[s.decision.penalty]),
    wide('执行情况', s.decision === null ? '／' : `罚款${yuan(s.decision.fineFen)}，已缴${yuan(paidFen(s))}`),
    wide('保管期限', '　'),
  ],
};
