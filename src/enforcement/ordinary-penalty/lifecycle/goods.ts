import type { Folds, InputOf, Lifecycle, LifecycleRow, LocalDate } from '#law';
import { CUSTODY_FORMS } from '../forms-custody.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { DISPOSAL_LABELS, type Disposal, type Good, ONLY_CONFISCATED, type Origin } from '../model-custody.ts';
import type { Preservation } from '../model-inquiry.ts';
import { ART_74 } from './articles.ts';
import { form, law } from './conditions.ts';
import { LATE_EXPLAINED, WHILE_OPEN } from './custody.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'take-goods': takeGoods, 'move-goods': moveGoods, 'dispose-goods': disposeGoods } = CUSTODY_FORMS;
const GOODS_FORMS = { 'take-goods': takeGoods, 'move-goods': moveGoods, 'dispose-goods': disposeGoods };
type GoodsForms = typeof GOODS_FORMS;
type Named = { readonly things: readonly { readonly no: number }[] };

const HELD = form<Named>('所填物品在库', ART_74, ({ state, input, legalDate }) => {
  for (const { no } of input.things) {
    const good = state.goods.find((g) => g.no === no);
    if (good === undefined) return ['no-such-goods', `本案台账没有第${no}号物品`];
    if (good.ended !== null)
      return ['goods-ended', `第${no}号物品“${good.name}”已于${good.ended.on}${DISPOSAL_LABELS[good.ended.how]}，不在库`];
    const last = good.moves.at(-1)?.on ?? good.takenOn;
    if (legalDate < last) return ['goods-before', `办理日期早于第${no}号物品上一次入库、移交（${last}）`];
  }
  return null;
});

/** 74: only what the decision names as confiscated is destroyed, sold or handed in; everything else goes back or on. */
const CONFISCATED = law<InputOf<GoodsForms['dispose-goods']>>(
  '销毁、拍卖、上缴的是已经决定没收并送达的财物',
  ART_74,
  ({ state, input }) => {
    if (!ONLY_CONFISCATED.includes(input.how)) return null;
    const { decision } = state;
    if (state.ending === 'revoked')
      return ['revoked', `处罚决定已经被撤销或者确认无效，没收的财物应当返还，不得${DISPOSAL_LABELS[input.how]}`];
    if (decision?.penalty?.kinds.includes('CF05') !== true)
      return ['not-confiscated', `没有没收非法财物的处罚决定，不得${DISPOSAL_LABELS[input.how]}；应当返还或者依法移送`];
    const { things } = decision.penalty;
    const other = things === undefined ? undefined : input.things.find(({ no }) => !things.includes(no));
    if (other !== undefined)
      return [
        'not-confiscated',
        `第${other.no}号物品不在处罚决定没收的财物（台账第${things?.join('、') ?? ''}号）之内，不得${DISPOSAL_LABELS[input.how]}；应当返还或者依法移送`,
      ];
    return decision.receivedOn === null ? ['not-served', `没收决定还没有送达，不得${DISPOSAL_LABELS[input.how]}`] : null;
  },
);
const PROVED = law<InputOf<GoodsForms['dispose-goods']>>('销毁、拍卖、上缴有记录或者凭证', ART_74, ({ input }) =>
  ONLY_CONFISCATED.includes(input.how) && (input.papers ?? []).length === 0
    ? ['no-proof', `${DISPOSAL_LABELS[input.how]}的，应当附上记录或者凭证`]
    : null,
);
/** Closing: nothing is left lying anywhere. */
export const GOODS_DISPOSED = law<null>('涉案财物均已处置', ART_74, ({ state }) => {
  const held = heldGoods(state);
  if (held.length > 0) {
    const named = held.slice(0, 5).map((g) => `${g.no}号${g.name}（${g.place}，${g.keeper}保管）`);
    return ['goods', `还有${held.length}件涉案财物没有返还或者处置：${named.join('、')}${held.length > 5 ? '等' : ''}`];
  }
  // What was confiscated has been somewhere, and somebody has kept it: words alone account for none of it.
  const isOwed = state.goods.length === 0 && state.ending !== 'terminated' && state.ending !== 'revoked';
  return state.decision?.penalty?.kinds.includes('CF05') === true && isOwed
    ? ['goods', '没收的非法财物还没有在涉案财物台账登记：先办理入库，写明存放地点、保管人，再登记处置']
    : null;
});

export function heldGoods(s: S): readonly Good[] {
  return s.goods.filter((g) => g.ended === null);
}

const ENTRY = { does: 'entry', from: WHILE_OPEN, to: 'stays', group: '涉案财物' } as const satisfies Partial<LifecycleRow<S, never>>;
const heldSays = (s: S): string => `台账在库${heldGoods(s).length}件，共${s.goods.length}件。`;

export const GOODS: Lifecycle<S, GoodsForms> = {
  'take-goods': {
    ...office(HANDLERS, ART_74),
    ...ENTRY,
    label: '涉案财物入库',
    inputGuards: [LATE_EXPLAINED],
    says: heldSays,
  },
  'move-goods': {
    ...office(HANDLERS, ART_74),
    ...ENTRY,
    label: '移交涉案财物',
    inputGuards: [HELD, LATE_EXPLAINED],
    says: heldSays,
  },
  'dispose-goods': {
    ...office(LEADERS, ART_74),
    ...ENTRY,
    label: '返还、处置涉案财物',
    inputGuards: [HELD, CONFISCATED, PROVED, LATE_EXPLAINED],
    says: heldSays,
  },
};

type Thing = { readonly name: string; readonly quantity: string };
type Taken = {
  readonly origin: Origin;
  readonly preservationNo: number | null;
  readonly on: LocalDate;
  readonly place: string;
  readonly keeper: string;
};

/** The ledger with further things, in the hands of whoever keeps them from now on. */
export function withGoods(s: S, things: readonly Thing[], { on, ...taken }: Taken): readonly Good[] {
  const start = s.goods.length + 1;
  return [
    ...s.goods,
    ...things.map(({ name, quantity }, i) => ({ no: start + i, name, quantity, ...taken, takenOn: on, moves: [], ended: null })),
  ];
}

const ENDS: Partial<Readonly<Record<NonNullable<Preservation['how']>, Disposal>>> = {
  copied: 'returned',
  released: 'returned',
  transferred: 'transferred',
};
const BECOMES: Partial<Readonly<Record<NonNullable<Preservation['how']>, Origin>>> = { seized: 'seized', confiscated: 'confiscated' };

/** What the decision on a preservation does to its things: let go, passed on, or kept on under another title. */
export function settledGoods(s: S, no: number, how: NonNullable<Preservation['how']>, on: LocalDate): readonly Good[] {
  return s.goods.map((g): Good => {
    if (g.preservationNo !== no || g.ended !== null) return g;
    const end = ENDS[how];
    if (end !== undefined) return { ...g, ended: { on, how: end, to: `第${no}次登记保存的处理决定` } };
    return { ...g, origin: BECOMES[how] ?? g.origin };
  });
}

const isAmong = ({ things }: Named, good: Good): boolean => things.some(({ no }) => no === good.no);

export const GOODS_FOLDS: Folds<S, GoodsForms> = {
  'take-goods': (s, { origin, things, place, keeper }, { legalDate }) => ({
    ...s,
    goods: withGoods(s, things, { origin, preservationNo: null, on: legalDate, place, keeper }),
  }),
  'move-goods': (s, input, { legalDate }) => {
    const { place, keeper, why } = input;
    const move = { on: legalDate, place, keeper, why };
    return { ...s, goods: s.goods.map((g) => (isAmong(input, g) ? { ...g, place, keeper, moves: [...g.moves, move] } : g)) };
  },
  'dispose-goods': (s, input, { legalDate }) => ({
    ...s,
    goods: s.goods.map((g) => (isAmong(input, g) ? { ...g, ended: { on: legalDate, how: input.how, to: input.to } } : g)),
  }),
};
