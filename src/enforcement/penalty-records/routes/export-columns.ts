import { penaltyNames, SEVERITY_LABELS, shownDocumentNumber } from '#law';
import type { ListColumn } from '#platform/matters/shown-columns';
import type { DecisionItem } from '../contract.ts';
import { PARTY_KIND_LABELS } from '../model.ts';

/** What the page of 处罚决定 shows, in its order. */
export const DECISION_COLUMNS: readonly ListColumn<DecisionItem>[] = [
  { id: 'number', title: '文号', cell: (d) => `${shownDocumentNumber(d.number)}${d.merged ? '（已并入）' : ''}` },
  { id: 'findings', title: '预警', cell: (d) => (d.severity === null ? null : `${SEVERITY_LABELS[d.severity]} ${d.findings}`) },
  { id: 'decidedOn', title: '决定日期', cell: (d) => d.decidedOn },
  { id: 'organ', title: '处罚机关', cell: (d) => d.organName },
  { id: 'party', title: '行政相对人', cell: (d) => d.partyName },
  { id: 'partyKind', title: '相对人类别', cell: partyKind },
  { id: 'uscc', title: '统一社会信用代码', cell: (d) => d.partyUscc },
  { id: 'conduct', title: '违法行为类型', cell: (d) => d.conduct },
  { id: 'kinds', title: '处罚类别', cell: (d) => penaltyNames(d.kinds) },
  { id: 'fine', title: '罚款（元）', cell: (d) => scaled(d.fineFen, 100) },
  { id: 'confiscated', title: '没收（元）', cell: (d) => scaled(d.confiscatedFen, 100) },
  { id: 'item', title: '事项编码', cell: (d) => d.itemCode },
  { id: 'updates', title: '变更', cell: (d) => (d.updates === 0 ? null : `${d.updates} 次`) },
];

/** The titles of the 双公示 layout, amounts in 万元 as its standard writes them. */
export const LAYOUT_COLUMNS: readonly ListColumn<DecisionItem>[] = [
  { id: 'decidedOn', title: '处罚决定日期', cell: (d) => d.decidedOn },
  { id: 'number', title: '行政处罚决定书文号', cell: (d) => shownDocumentNumber(d.number) },
  { id: 'organ', title: '处罚机关', cell: (d) => d.organName },
  { id: 'organWritten', title: '处罚机关（来源写法）', cell: (d) => d.organWritten },
  { id: 'party', title: '行政相对人', cell: (d) => d.partyName },
  { id: 'partyKind', title: '行政相对人类别', cell: partyKind },
  { id: 'uscc', title: '统一社会信用代码', cell: (d) => d.partyUscc },
  { id: 'conduct', title: '违法行为类型', cell: (d) => d.conduct },
  { id: 'kinds', title: '处罚类别', cell: (d) => penaltyNames(d.kinds) },
  { id: 'fine', title: '罚款金额（万元）', cell: (d) => scaled(d.fineFen, 1_000_000) },
  { id: 'confiscated', title: '没收金额（万元）', cell: (d) => scaled(d.confiscatedFen, 1_000_000) },
  { id: 'item', title: '事项编码', cell: (d) => d.itemCode },
  { id: 'findings', title: '未了结预警', cell: (d) => d.findings },
  { id: 'severity', title: '最高等级', cell: (d) => (d.severity === null ? null : SEVERITY_LABELS[d.severity]) },
];

function partyKind(d: DecisionItem): string | null {
  return d.partyKind === null ? null : PARTY_KIND_LABELS[d.partyKind];
}

/** An amount in units of so many fen. */
function scaled(fen: number | null, unit: number): number | null {
  return fen === null ? null : fen / unit;
}
