import { choice, cite, type Folds, integer, type Label, longtext, type MatterKind, organisation, type Role, text } from '#law';
import { STATUS_LABELS, type UnfinishedEffect } from './model.ts';

type S = UnfinishedEffect;

/** Of sealed matters nothing is told elsewhere, not even that something about them has failed. */
const OPEN_LABELS = { 1: '公开', 2: '内部', 3: '敏感' } as const;
const LABELS: Readonly<Record<string, Exclude<Label, 4>>> = { 1: 1, 2: 2, 3: 3 };

const FORMS = {
  open: {
    owner: organisation('负责单位'),
    label: choice('密级', OPEN_LABELS),
    cause: text('原事项编号', { max: 40 }),
    causeKind: text('原事项'),
    causeSeq: integer('原办理记录序号', { min: 1, max: 10_000_000 }),
    item: integer('自动衔接序号', { min: 1, max: Number.MAX_SAFE_INTEGER }),
    topic: text('衔接代码'),
    effect: text('应当自动完成的事项', { max: 500 }),
  },
  'try-again': {},
  worked: {},
  failed: {},
  close: { reason: longtext('处理情况', { max: 2000, hint: '写明已经人工办理的内容，或者不再需要的理由' }) },
};

/** The latest try, told how it ended. */
function answered(s: S, worked: boolean): S {
  return { ...s, tries: s.tries.map((t, i) => (i === s.tries.length - 1 ? { ...t, worked } : t)) };
}

const folds: Folds<S, typeof FORMS> = {
  open: (_, input) => ({
    status: 'open',
    ownerId: input.owner,
    label: LABELS[input.label] ?? 3,
    causeId: input.cause,
    causeKind: input.causeKind,
    causeSeq: input.causeSeq,
    itemId: input.item,
    topic: input.topic,
    effect: input.effect,
    tries: [],
    reason: null,
  }),
  'try-again': (s, _, frame) => ({ ...s, tries: [...s.tries, { askedOn: frame.legalDate, worked: null }] }),
  worked: (s) => answered(s, true),
  failed: (s) => answered(s, false),
  close: (s, { reason }) => ({ ...s, reason }),
};

const ART_3_2 = cite('实施细则', 3, 2);
const OWNERS: readonly Role[] = [
  ...(['supervisor', 'legal-office', 'handler', 'justice-office', 'government-office'] as const),
  ...(['deputy-head', 'head', 'government-leader'] as const),
];
const OWNER = [{ as: 'owner', roles: OWNERS }] as const;
const SYSTEM = [{ as: 'system' }] as const;

/** 自动衔接: what the platform could not do by itself, as a task of the house whose act it was to follow (细则 3¶2). */
export const UNFINISHED_EFFECT: MatterKind<S, typeof FORMS> = {
  kind: 'unfinished-effect',
  name: '未完成的自动衔接',
  room: 'unfinished-effects',
  statuses: STATUS_LABELS,
  mainLine: ['open', 'done'],
  closed: ['done', 'closed'],
  parties: { owner: '负责单位' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '自动衔接多次未成功',
      does: 'step',
      from: 'start',
      to: 'open',
      by: SYSTEM,
      cite: ART_3_2,
      roomOnly: true,
      links: ({ cause }) => [{ to: cause, as: 'opened-from' }],
      says: (s) => `${s.effect}：平台多次未能自动完成，交人办理。`,
    },
    'try-again': {
      label: '再次办理',
      does: 'step',
      from: ['open', 'trying'],
      to: 'trying',
      by: OWNER,
      cite: ART_3_2,
      says: () => '已交平台再办理一次，结果稍后显示在本页。',
    },
    worked: {
      label: '自动办成',
      does: 'step',
      from: ['trying'],
      to: 'done',
      by: SYSTEM,
      cite: ART_3_2,
      says: () => '再次办理成功，已经办结。',
    },
    failed: {
      label: '再次办理未成功',
      does: 'step',
      from: ['trying'],
      to: 'open',
      by: SYSTEM,
      cite: ART_3_2,
      says: () => '再次办理仍未成功，请人工办理后关闭，并告知系统管理员。',
    },
    close: {
      label: '关闭',
      does: 'step',
      from: ['open', 'trying'],
      to: 'closed',
      by: OWNER,
      cite: ART_3_2,
      aside: true,
      says: () => '已关闭，并记录处理情况。',
    },
  },
  folds,
  clocks: [],
  title: (s) => `自动衔接未完成（第${s.itemId}号）：${s.causeKind}·${s.effect}`,
  homeId: (s) => s.ownerId,
  label: (s) => s.label,
  participants: (s) => [{ organisationId: s.ownerId, as: 'owner' }],
  tasks: (s) => {
    const own = { organisationId: s.ownerId, roles: OWNERS };
    if (s.status === 'open')
      return [{ ...own, key: `handle-${s.tries.length}`, act: 'try-again', title: '再次办理未完成的自动衔接，或者人工办理后关闭' }];
    return s.status === 'trying'
      ? [{ ...own, key: `wait-${s.tries.length}`, act: 'close', title: '平台正在再次办理；久无结果的，人工办理后关闭' }]
      : [];
  },
  columns: (s) => ({ owner_id: s.ownerId, cause_id: s.causeId, outbox_id: s.itemId, topic: s.topic, tries: s.tries.length }),
};
