import {
  type Citation,
  cite,
  condition,
  date,
  type Folds,
  files,
  type InputOf,
  isActorOneOf,
  longtext,
  type MatterKind,
  personOf,
  rows,
  text,
} from '#law';
import { lawName } from '#law/library/law-name';
import { partOf } from '#law/library/stated-moves';
import { byCityBureau, MANAGER, MANAGERS } from './kind-bureau.ts';
import type { LawLinks, LinkedPair } from './model.ts';

const PAIR = {
  from: text('原条文', { max: 40, hint: '如：第二十七条、第五条第二款' }),
  to: text('现条文', { max: 40 }),
};
const FORMS = {
  open: {
    law: text('原条文所在的法规', { max: 300 }),
    toLaw: text('现条文所在的法规', { required: false, max: 300, hint: '同一部法规重新编号的，不填' }),
    changedOn: date('现条文所在版本的公布日期', { hint: '法规页“版本”所列修改、修订或者公布的日期' }),
    pairs: rows('条文对应', PAIR, { max: 500 }),
    basis: longtext('依据', { max: 2000, hint: '修改决定、官方公布的条文对照表的名称、日期和条目' }),
    proof: files('依据文件', { required: false, max: 5 }),
  },
  confirm: { words: longtext('核对情况', { max: 2000 }) },
  refuse: { reason: longtext('不采用的理由', { max: 2000 }) },
  revoke: { reason: longtext('停用的理由', { max: 2000 }) },
};
type Opening = InputOf<typeof FORMS.open>;

const folds: Folds<LawLinks, typeof FORMS> = {
  open: (_, input, { actor }) => ({
    status: 'open',
    managerId: actor.organisationId ?? '',
    law: lawName(input.law),
    toLaw: lawName(input.toLaw ?? input.law),
    changedOn: input.changedOn,
    pairs: input.pairs.flatMap(pairOf),
    basis: input.basis,
    by: personOf(actor),
  }),
  confirm: (s) => s,
  refuse: (s) => s,
  revoke: (s) => s,
};

function pairOf({ from, to }: Opening['pairs'][number]): readonly LinkedPair[] {
  const [old, now] = [partOf(from), partOf(to)];
  return old === null || now === null ? [] : [{ from: old, to: now }];
}

const ART_8: Citation = cite('实施细则', 8, undefined, 1);

const NAMES_PLACES = condition<LawLinks, Opening>('每行写明一处原条文和一处现条文', 'form', ART_8, ({ input }) => {
  const wrong = input.pairs.findIndex(({ from, to }) => partOf(from) === null || partOf(to) === null);
  return wrong < 0 ? null : ['not-a-place', `第${wrong + 1}行应当各写一处条文，如“第二十七条”“第五条第二款”；合并、拆分的分行填写`];
});
const BY_ANOTHER = condition<LawLinks, unknown>('登记人以外的另一人核对', 'form', ART_8, ({ state, actor }) =>
  isActorOneOf(actor, [state.by]) ? ['same-person', '条文对应由登记人以外的另一人核对采用'] : null,
);

const lawsOf = ({ law, toLaw }: LawLinks): string => (law === toLaw ? `《${law}》` : `《${law}》与《${toLaw}》`);

/** 条文对应登记: which old article is which new one, where no text at hand states it; one person enters it, another checks it. */
export const LAW_LINKS: MatterKind<LawLinks, typeof FORMS> = {
  kind: 'law-links',
  name: '条文对应登记',
  room: 'law-library',
  statuses: { open: '待核对', confirmed: '已采用', refused: '未采用', revoked: '已停用' },
  mainLine: ['open', 'confirmed'],
  closed: ['confirmed', 'refused', 'revoked'],
  parties: { manager: '登记单位' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '登记条文对应',
      does: 'step',
      from: 'start',
      to: 'open',
      by: [{ as: 'opener', roles: MANAGERS }],
      cite: ART_8,
      inputGuards: [{ name: '由市级司法行政部门登记', nature: 'form', cite: ART_8, check: byCityBureau }, NAMES_PLACES],
      says: (s) => `已登记${s.pairs.length}处条文对应；由另一人对照依据核对后采用。`,
    },
    confirm: {
      label: '核对采用',
      does: 'step',
      from: ['open'],
      to: 'confirmed',
      by: MANAGER,
      cite: ART_8,
      guards: [BY_ANOTHER],
      says: (s) => `已采用${s.pairs.length}处条文对应；引用查找、历次文本和变动影响据此指明现为第几条。`,
    },
    refuse: {
      label: '不采用',
      does: 'step',
      from: ['open'],
      to: 'refused',
      by: MANAGER,
      cite: ART_8,
      aside: true,
      says: () => '未采用，已记录理由。',
    },
    revoke: {
      label: '停用',
      does: 'step',
      from: ['confirmed'],
      to: 'revoked',
      by: MANAGER,
      cite: ART_8,
      aside: true,
      says: () => '已停用，引用查找不再据此指明条号。',
    },
  },
  folds,
  clocks: [],
  title: (s) => `条文对应登记：${lawsOf(s)}`,
  homeId: (s) => s.managerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.managerId, as: 'manager' }],
  tasks: (s) =>
    s.status === 'open'
      ? [{ key: 'confirm', act: 'confirm', title: `核对${s.pairs.length}处条文对应`, organisationId: s.managerId, roles: MANAGERS }]
      : [],
  columns: (s) => ({ manager_id: s.managerId, law: s.law, to_law: s.toLaw, pairs: s.pairs.length }),
};
