import { choice, cite, condition, date, type Folds, files, integer, type Json, longtext, type MatterKind, text } from '#law';
import { CONFLICT_LABELS } from '#law/library/library';
import { byCityBureau, MANAGER, MANAGERS } from './kind-bureau.ts';
import type { LawImport } from './model.ts';

const COUNT = { min: 0, max: 10_000_000 };
const optional = { required: false } as const;
const FORMS = {
  open: { file: files('法规文本', { max: 1, hint: '.md、.txt、.docx，或者装有它们的 .zip' }) },
  finish: {
    added: integer('新增', COUNT),
    changed: integer('更新', COUNT),
    unchanged: integer('未变', COUNT),
    refused: integer('未读', COUNT),
    articles: integer('条数', COUNT),
    problems: integer('文本问题', COUNT),
  },
  cancel: { reason: longtext('停止原因', { max: 500 }) },
  'settle-conflict': {
    what: choice('矛盾', CONFLICT_LABELS),
    law: text('法规名称', { max: 300 }),
    edition: text('版本', optional),
    says: longtext('矛盾所在', { max: 1000 }),
    startsOn: date('核定的施行日期', { ...optional, hint: '核对公布的文本或者修改决定后填写' }),
    chosen: text('采用的文本', {
      ...optional,
      max: 500,
      when: { field: 'what', is: ['two-texts'], fill: true },
      hint: '两个文本中作数的那个文件的名称，照“矛盾所在”所写',
    }),
    decision: longtext('核对结论和依据', { max: 2000 }),
  },
};

const folds: Folds<LawImport, typeof FORMS> = {
  open: (_, __, frame) => ({
    status: 'open',
    managerId: frame.actor.organisationId ?? '',
    file: { id: frame.files[0]?.id ?? '', name: frame.files[0]?.name ?? '', sha256: frame.files[0]?.sha256 ?? '' },
    counts: null,
    settled: [],
  }),
  finish: (s, counts) => ({ ...s, counts }),
  cancel: (s) => s,
  'settle-conflict': (s, input) => ({ ...s, settled: [...s.settled, input] }),
};

const ART_8 = cite('实施细则', 8, undefined, 1);

const NAMES_A_DAY = condition<LawImport, { readonly what: string; readonly startsOn: string | null }>(
  '施行日不明的，核定施行日期',
  'form',
  ART_8,
  ({ input }) =>
    input.what === 'start-assumed' && input.startsOn === null ? ['no-day', '“文本没有载明修改后的施行日期”应当填写核定的施行日期'] : null,
);

const CHOOSES_A_TEXT = condition<LawImport, { readonly what: string; readonly says: string; readonly chosen: string | null }>(
  '同一版本有两个文本的，选定其中一个',
  'form',
  ART_8,
  ({ input: { what, says, chosen } }) => {
    if (what !== 'two-texts') return null;
    if (chosen === null) return ['no-text', '应当选定哪一个文本作数'];
    return `、${says.replace(/内容不同$/, '')}、`.includes(`、${chosen}、`) ? null : ['not-among', `“${chosen}”不在有矛盾的文本之中`];
  },
);

export const LAW_IMPORT: MatterKind<LawImport, typeof FORMS> = {
  kind: 'law-import',
  name: '法规文本载入',
  room: 'law-library',
  statuses: { open: '读取中', finished: '已载入', cancelled: '已停止' },
  mainLine: ['open', 'finished'],
  closed: ['finished', 'cancelled'],
  parties: { manager: '载入单位' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '载入法规文本',
      does: 'step',
      from: 'start',
      to: 'open',
      by: [{ as: 'opener', roles: MANAGERS }],
      cite: ART_8,
      inputGuards: [{ name: '由市级司法行政部门载入', nature: 'form', cite: ART_8, check: byCityBureau }],
      says: (s) => `已收到“${s.file.name}”，平台正在后台读取，可在法律法规库的“载入”页查看进度。`,
    },
    finish: {
      label: '读取完成',
      does: 'step',
      from: ['open'],
      to: 'finished',
      by: [{ as: 'system' }],
      cite: ART_8,
      says: (s) =>
        `新增${s.counts?.added ?? 0}部，更新${s.counts?.changed ?? 0}部，未变${s.counts?.unchanged ?? 0}部，未读${s.counts?.refused ?? 0}个文件。`,
    },
    cancel: {
      label: '停止载入',
      does: 'step',
      from: ['open'],
      to: 'cancelled',
      by: [...MANAGER, { as: 'system' }],
      cite: ART_8,
      aside: true,
      says: () => '已停止；已载入的文本保留。',
    },
    'settle-conflict': {
      label: '核定矛盾',
      does: 'entry',
      from: ['finished'],
      to: 'stays',
      by: MANAGER,
      cite: ART_8,
      inputGuards: [NAMES_A_DAY, CHOOSES_A_TEXT],
      says: (s) => `《${s.settled.at(-1)?.law ?? ''}》的矛盾已核定并记录。`,
    },
  },
  folds,
  clocks: [],
  title: (s) => `法规文本载入：${s.file.name}`,
  homeId: (s) => s.managerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.managerId, as: 'manager' }],
  tasks: (s) =>
    s.status === 'open'
      ? [{ key: 'reading', act: 'cancel', title: '平台正在读取法规文本；需要时可以停止', organisationId: s.managerId, roles: MANAGERS }]
      : [],
  versions: { 'settle-conflict': 2 },
  upcasters: { 'settle-conflict@1': withoutChoice },
  columns: (s) => ({ manager_id: s.managerId, source: s.file.name, added: s.counts?.added ?? 0, changed: s.counts?.changed ?? 0 }),
};

/** The first version of the form did not ask which text counts. */
function withoutChoice(payload: Json): Json {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? { ...payload, chosen: null } : payload;
}
