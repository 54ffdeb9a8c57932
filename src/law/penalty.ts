/** CT6 as the 2018 layout knows it: one form for all three. */
export const PARTY_KIND_LABELS = { organisation: '法人及非法人组织', 'sole-trader': '个体工商户', person: '自然人' } as const;
export type PartyKind = keyof typeof PARTY_KIND_LABELS;

/** CT5: the kinds of 处罚法 9, in the order of the law. CF15 and CF16 are reserved. */
export const PENALTY_KIND_LABELS = {
  CF01: '警告',
  CF02: '通报批评',
  CF03: '罚款',
  CF04: '没收违法所得',
  CF05: '没收非法财物',
  CF06: '暂扣许可证件',
  CF07: '降低资质等级',
  CF08: '吊销许可证件',
  CF09: '限制开展生产经营活动',
  CF10: '责令停产停业',
  CF11: '责令关闭',
  CF12: '限制从业',
  CF13: '行政拘留',
  CF14: '其他行政处罚',
} as const;
export type PenaltyKind = keyof typeof PENALTY_KIND_LABELS;

export const PROCEDURE_LABELS = { summary: '简易程序', ordinary: '普通程序', fast: '快速办理' } as const;
export type Procedure = keyof typeof PROCEDURE_LABELS;

/** 警告 and nothing beside it: the mildest of all penalties (9). */
export function isWarningAlone(kinds: readonly PenaltyKind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'CF01');
}

/** 警告、罚款 */
export function penaltyNames(kinds: readonly PenaltyKind[]): string {
  return kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、');
}

/** 5,000 元; 5,000.50 元. Shown to people only; sums are kept in fen. */
export function yuan(fen: number): string {
  const whole = Math.trunc(fen / 100);
  const cents = Math.abs(fen % 100);
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}元`;
}
