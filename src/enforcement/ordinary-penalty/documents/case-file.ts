import { type CaseFilePlan, dayWords, EVIDENCE_LIST, NO_PENALTY_LABELS, RECTIFIED, wide, yuan } from '#law';
import { evidenceList } from '#law/evidence/index';
import { dueSum, paidFen } from '../lifecycle/money.ts';
import { ENDING_LABELS, type OrdinaryPenalty } from '../model.ts';
import { ofParty, penaltyWords } from './parts.ts';

type S = OrdinaryPenalty;

/** The order in which offices bind a penalty case [practice]: the decision first, then what was told the party, then the evidence. */
const MAIN: CaseFilePlan<S>['sections'] = [
  { volume: 'main', documents: ['decision', 'no-penalty', 'rectifying', RECTIFIED], acts: ['decide', 'decide-none', 'rectify'] },
  { volume: 'main', documents: ['notice', 'CT14-陈述申辩笔录'], acts: ['notify', 'waive', 'statement'] },
  { volume: 'main', documents: ['correction', 'CT14-改正复查记录'], acts: ['order-correction', 'check-correction'] },
  { volume: 'main', documents: [EVIDENCE_LIST], acts: [] },
  {
    volume: 'main',
    documents: [
      'CT14-现场检查笔录',
      'CT14-勘验笔录',
      'CT14-现场笔录',
      'CT14-询问笔录',
      'preservation',
      'CT14-登记保存证据处理通知书',
      'CT14-抽样取证凭证',
      'CT14-抽样取证物品处理通知书',
      'CT14-鉴定委托书',
    ],
    acts: [
      ...['open-converted', 'inspect', 'question', 'evidence', 'preserve', 'settle-preservation', 'sample', 'settle-sample'],
      ...['note-assistance', 'attach-redacted', 'hand-over-evidence', 'record-av', 'take-goods', 'move-goods'],
    ],
  },
  {
    volume: 'main',
    documents: ['CT14-听证申请登记表', 'CT14-听证通知书', 'CT14-听证公告', 'CT14-听证笔录'],
    acts: ['ask-hearing', 'notify-hearing', 'serve-hearing', 'hold-hearing'],
  },
  {
    volume: 'main',
    documents: ['CT14-送达地址确认书', 'urging', 'CT14-强制执行申请书'],
    acts: ['confirm-address', 'record-performance', 'dispose-goods', 'agree', 'urge', 'apply-court', 'appeal-ruling'],
  },
  {
    volume: 'main',
    documents: ['amending'],
    acts: ['dispute', 'dispute-answered', 'dispute-extended', 'dispute-suspended', 'dispute-resumed', 'dispute-ended', 'report-correction'],
  },
  {
    volume: 'main',
    documents: ['transfer', 'CT14-案件移送回执', 'CT14-终止案件决定书'],
    acts: ['report-crime', 'keep-crime', 'transfer', 'transfer-decided', 'transfer-settled', 'terminate'],
  },
];
const SIDE: CaseFilePlan<S>['sections'] = [
  {
    volume: 'side',
    documents: ['CT14-案源登记表', 'CT14-举报投诉登记表', 'CT14-立案审批表', 'CT14-不予立案审批表'],
    acts: ['open', 'propose-filing'],
  },
  { volume: 'side', documents: ['CT14-先行登记保存审批表'], acts: [] },
  { volume: 'side', documents: ['CT14-调查终结报告'], acts: ['conclude'] },
  { volume: 'side', documents: ['CT14-法制审核意见书'], acts: ['send-review', 'review', 'object-review'] },
  { volume: 'side', documents: ['CT14-听证报告'], acts: ['report-hearing'] },
  { volume: 'side', documents: ['CT14-集体讨论笔录'], acts: ['discuss'] },
  { volume: 'side', documents: ['CT14-行政处罚审批表'], acts: [] },
  { volume: 'side', documents: ['CT14-案件移送审批表', 'CT14-撤销立案审批表', 'CT14-终止案件审批表'], acts: ['withdraw-case'] },
  { volume: 'side', documents: ['CT14-延期分期审批表'], acts: ['defer'] },
  { volume: 'side', documents: ['CT14-终结执行审批表'], acts: ['end-execution'] },
  { volume: 'side', documents: ['CT14-结案审批表'], acts: ['close'] },
];

export const CASE_FILE: CaseFilePlan<S> = {
  name: '行政处罚案卷',
  sections: [...MAIN, ...SIDE],
  behindLetter: { documents: ['CT14-送达回证'], acts: ['seal-by-hand', 'fail-service', 'announce', 'serve'] },
  evidence: evidenceList,
  cover: (s) => [
    wide('案号', s.number ?? '／'),
    wide('案由', s.cause),
    wide('当事人', ofParty(s, 'name')),
    wide('立案日期', s.filedOn === null ? '／' : dayWords(s.filedOn)),
    wide('决定日期', s.decision === null ? '／' : dayWords(s.decision.on)),
    wide('处理结果', resultWords(s)),
    wide('执行情况', s.decision?.penalty == null ? '／' : `罚没应缴${yuan(dueSum(s))}，已缴${yuan(paidFen(s))}`),
    wide('结案日期', s.closedOn === null ? '／' : dayWords(s.closedOn)),
    wide('案卷号', s.archiveNumber ?? '／'),
    wide('归档日期', s.archivedOn === null ? '／' : dayWords(s.archivedOn)),
    wide('保管期限', '　'),
  ],
};

function resultWords(s: S): string {
  const { decision, ending, endReason } = s;
  if (decision?.penalty != null) return penaltyWords(s, decision.penalty);
  if (decision?.reason != null) return `不予行政处罚：${NO_PENALTY_LABELS[decision.reason]}`;
  return ending === null ? '／' : `${ENDING_LABELS[ending]}。${endReason ?? ''}`;
}
