import {
  type BaseState,
  choice,
  cite,
  type Folds,
  files,
  type GuardCase,
  integer,
  longtext,
  type MatterKind,
  organisation,
  refuse,
  text,
} from '#law';

/** Registers that come in by files. */
export const REGISTER_LABELS = {
  organisations: '单位名录',
  certificates: '执法、监督证件',
  laws: '法律法规有效期',
  lists: '清单',
} as const;
export type RegisterKey = keyof typeof REGISTER_LABELS;

const COUNT = { min: 0, max: 1_000_000 };
const FORMS = {
  open: {
    register: choice('名录', REGISTER_LABELS),
    manager: organisation('名录管理单位'),
    source: text('文件名称', { max: 300 }),
    sha256: text('文件摘要（SHA-256）', { max: 64 }),
    rows: integer('数据行数', COUNT),
    file: files('文件', { max: 1, required: false }),
  },
  load: {
    added: integer('新增', COUNT),
    changed: integer('变更', COUNT),
    ended: integer('终止', COUNT),
    unchanged: integer('无变化', COUNT),
  },
  finish: { recorded: integer('新记载数', COUNT), superseded: integer('取代旧记载数', COUNT) },
  withdraw: { reason: longtext('撤回原因', { max: 500 }) },
};

type Counts = { readonly added: number; readonly changed: number; readonly ended: number; readonly unchanged: number };
export type RegisterLoad = BaseState & {
  readonly status: 'open' | 'loading' | 'finished' | 'withdrawn';
  readonly register: RegisterKey;
  readonly managerId: string;
  readonly source: string;
  readonly sha256: string;
  readonly rows: number;
  readonly counts: Counts | null;
};

const folds: Folds<RegisterLoad, typeof FORMS> = {
  open: (_, input) => ({
    status: 'open',
    register: input.register,
    managerId: input.manager,
    source: input.source,
    sha256: input.sha256,
    rows: input.rows,
    counts: null,
  }),
  load: (s, { added, changed, ended, unchanged }) => ({ ...s, counts: { added, changed, ended, unchanged } }),
  finish: (s) => s,
  withdraw: (s) => s,
};

const SUBJECTS = cite('实施细则', 8, undefined, 4);
const MANAGERS = ['supervisor', 'deputy-head', 'head'] as const;

/** One register serves the whole city (细则 3¶1), so only the city's bureau changes it, and only its own. */
function byCityBureau(c: GuardCase<RegisterLoad, { readonly manager: string }>) {
  if (c.actor.role === 'system') return null;
  const own = c.facts.organisations.get(c.actor.organisationId ?? '');
  const may = own?.kind === 'bureau' && own.tier === 'city' && c.input.manager === own.id;
  return may ? null : refuse('not-city-bureau', SUBJECTS, '全市名录由市级司法行政部门载入');
}

export const REGISTER_LOAD: MatterKind<RegisterLoad, typeof FORMS> = {
  kind: 'register-load',
  name: '名录载入',
  room: 'organisations',
  statuses: { open: '已登记', loading: '载入中', finished: '已载入', withdrawn: '已撤回' },
  mainLine: ['open', 'loading', 'finished'],
  closed: ['finished', 'withdrawn'],
  parties: { manager: '名录管理单位' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '登记载入',
      does: 'step',
      from: 'start',
      to: 'open',
      by: [{ as: 'opener', roles: [...MANAGERS] }, { as: 'system' }],
      cite: SUBJECTS,
      inputGuards: [{ name: '由市级司法行政部门载入', nature: 'form', cite: SUBJECTS, check: byCityBureau }],
      says: (s) => `已登记${REGISTER_LABELS[s.register]}文件“${s.source}”；等待载入。`,
    },
    load: {
      label: '载入',
      does: 'step',
      from: ['open'],
      to: 'loading',
      by: [{ as: 'system' }],
      cite: SUBJECTS,
      says: (s) => `新增${s.counts?.added ?? 0}，变更${s.counts?.changed ?? 0}，终止${s.counts?.ended ?? 0}。`,
    },
    finish: {
      label: '载入完成',
      does: 'step',
      from: ['loading'],
      to: 'finished',
      by: [{ as: 'system' }],
      cite: SUBJECTS,
      says: () => '已载入；旧记载保留，按“截至当日所知”仍可查看。',
    },
    withdraw: {
      label: '撤回',
      does: 'step',
      from: ['open', 'loading'],
      to: 'withdrawn',
      by: [{ as: 'manager', roles: [...MANAGERS] }, { as: 'system' }],
      cite: SUBJECTS,
      guards: [
        {
          name: '没有已写入的记载',
          nature: 'form',
          cite: SUBJECTS,
          check: ({ state, actor }) =>
            state.status === 'loading' && actor.role !== 'system'
              ? refuse('being-loaded', SUBJECTS, '正在载入，请重新上传同一文件以完成载入')
              : null,
        },
      ],
      says: () => '已撤回；名录没有变化。',
      aside: true,
    },
  },
  folds,
  clocks: [],
  title: (s) => `${REGISTER_LABELS[s.register]}：${s.source}`,
  homeId: (s) => s.managerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.managerId, as: 'manager' }],
  tasks: (s) => {
    if (s.status !== 'open' && s.status !== 'loading') return [];
    const title = s.status === 'open' ? '载入没有完成：重新上传同一文件，或者撤回' : '载入中断：重新上传同一文件以完成载入';
    return [{ key: 'complete', title, act: 'withdraw', organisationId: s.managerId, roles: [...MANAGERS] }];
  },
  columns: (s) => ({
    register: s.register,
    source: s.source,
    sha256: s.sha256,
    rows: s.rows,
    added: s.counts?.added ?? null,
    changed: s.counts?.changed ?? null,
    ended: s.counts?.ended ?? null,
  }),
};
