import { lampWords } from '#platform/matters/export-columns';
import type { ListColumn } from '#platform/matters/shown-columns';
import { type FilingItem, STATE_LABELS } from '../contract.ts';
import { RESULT_LABELS } from '../model.ts';

/** What the page of 重大处罚备案 shows, in its order. */
export const FILING_COLUMNS: readonly ListColumn<FilingItem>[] = [
  { id: 'state', title: '台账状态', cell: (f) => lampWords(f) ?? STATE_LABELS[f.state] },
  { id: 'number', title: '决定书文号', cell: (f) => f.number },
  { id: 'party', title: '当事人', cell: (f) => f.partyName },
  { id: 'organ', title: '处罚机关', cell: (f) => f.organName },
  { id: 'reasons', title: '应备案的理由', cell: (f) => f.reasons.join('；') },
  { id: 'decidedOn', title: '决定日期', cell: (f) => f.decidedOn },
  { id: 'dueOn', title: '到期日', cell: (f) => (f.dueOn !== null && f.provisional ? `${f.dueOn}（暂定）` : f.dueOn) },
  { id: 'filedOn', title: '报送日期', cell: (f) => f.filedOn ?? f.statedOn },
  { id: 'status', title: '办理', cell: (f) => (f.state === 'stated' || f.state === 'lapsed' ? null : f.statusName) },
  { id: 'reviewer', title: '备案审查机关', cell: (f) => f.reviewerName },
  { id: 'upper', title: '抄报', cell: (f) => f.upperName },
  { id: 'receiptOn', title: '上级回执', cell: (f) => f.receiptOn },
  { id: 'demands', title: '催报', cell: (f) => (f.demands === 0 ? null : `${f.demands} 次`) },
  { id: 'result', title: '审查结果', cell: (f) => (f.result === null ? null : RESULT_LABELS[f.result]) },
];
