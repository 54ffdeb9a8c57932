import { choice, cite, type Folds, longtext, type MatterKind, organisation, type Role, rows, text } from '#law';
import { CITING_LABELS, type LawChange } from './model.ts';

const ITEM = {
  what: choice('类别', CITING_LABELS),
  title: text('名称', { max: 300 }),
  place: text('所引条文', { max: 300 }),
  reason: text('变动', { max: 500 }),
  ref: text('编号', { required: false, max: 40 }),
};
const FORMS = {
  open: {
    owner: organisation('负责单位'),
    from: text('法规文本载入编号', { max: 40 }),
    laws: text('变动的法规', { max: 500 }),
    items: rows('受影响的引用', ITEM, { max: 500 }),
  },
  settle: { outcome: longtext('处理情况', { hint: '逐项说明修改、核对的结果，或者不需要修改的理由' }) },
};

const folds: Folds<LawChange, typeof FORMS> = {
  open: (_, input) => ({ status: 'open', ownerId: input.owner, importId: input.from, laws: input.laws, items: input.items, outcome: null }),
  settle: (s, { outcome }) => ({ ...s, outcome }),
};

const ART_8 = cite('实施细则', 8, undefined, 1);
const OWNERS: readonly Role[] = ['supervisor', 'legal-office', 'handler', 'deputy-head', 'head'];

/** What a change of law touches, as one task for each organisation that has to look at it. */
export const LAW_CHANGE: MatterKind<LawChange, typeof FORMS> = {
  kind: 'law-change',
  name: '法规变动影响',
  room: 'law-library',
  statuses: { open: '待处理', settled: '已处理' },
  mainLine: ['open', 'settled'],
  closed: ['settled'],
  parties: { owner: '负责单位' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '列出法规变动影响',
      does: 'step',
      from: 'start',
      to: 'open',
      by: [{ as: 'system' }],
      cite: ART_8,
      roomOnly: true,
      says: (s) => `${s.laws}有变动，${s.items.length}处引用待核对。`,
    },
    settle: {
      label: '处理完毕',
      does: 'step',
      from: ['open'],
      to: 'settled',
      by: [{ as: 'owner', roles: OWNERS }],
      cite: ART_8,
      says: () => '已记录处理情况。',
    },
  },
  folds,
  clocks: [],
  title: (s) => `法规变动影响：${s.laws}`,
  homeId: (s) => s.ownerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.ownerId, as: 'owner' }],
  tasks: (s) =>
    s.status === 'open'
      ? [{ key: 'settle', act: 'settle', title: `核对${s.items.length}处受法规变动影响的引用`, organisationId: s.ownerId, roles: OWNERS }]
      : [],
  columns: (s) => ({ owner_id: s.ownerId, laws: s.laws, items: s.items.length }),
};
