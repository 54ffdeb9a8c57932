import { type KnownFact, KnownFacts } from '#ui/layout/known-facts.tsx';
import { EmptyState } from '#ui/layout/states.tsx';
import type { OrdinaryPenalty } from '../model.ts';
import { DISPOSAL_LABELS, type Good, ORIGIN_LABELS } from '../model-custody.ts';

/** 涉案财物 of this case. */
export function GoodsRecord({ state: { goods } }: { readonly state: Pick<OrdinaryPenalty, 'goods'> }) {
  if (goods.length === 0)
    return <EmptyState>没有涉案财物。登记保存的物品自动列入，查封扣押、没收、交出的在“涉案财物入库”登记。</EmptyState>;
  return goods.map((g) => (
    <section key={g.no} className="fh-facts" aria-label={`第${g.no}号物品`}>
      <h3 className="fh-group">
        第{g.no}号 {g.name}（{g.quantity}）
      </h3>
      <KnownFacts rows={goodRows(g)} />
    </section>
  ));
}

function goodRows(g: Good): readonly KnownFact[] {
  return [
    ['来源', `${g.takenOn} ${ORIGIN_LABELS[g.origin]}`],
    ['移交', g.moves.map((m) => `${m.on} → ${m.keeper}（${m.place}）：${m.why}`).join('\n')],
    ['现在', g.ended === null ? `在库：${g.place}，${g.keeper}保管` : `${g.ended.on}${DISPOSAL_LABELS[g.ended.how]}：${g.ended.to}`],
  ];
}
