import { cite, condition, type Folds, type Lifecycle, type LocalDate, type Role, refuse } from '#law';
import type { Forms } from './forms.ts';
import { decisionRow } from './forms-decision.ts';
import { OFFERING, OFFERING_FOLDS } from './lifecycle/offering.ts';
import { type PenaltyRecord, type PenaltyRow, UNDOING_LABELS } from './model.ts';
import { differencesOf } from './model-differences.ts';

/** 以信息化方式归集、统计执法数据 (细则 8(12)). */
const ART_8_12 = cite('实施细则', 8, undefined, 12);

/** Who reports decisions: people of the deciding organ, supervisors for their region, a department's own system. */
export const REPORTERS: readonly Role[] = ['supervisor', 'handler', 'legal-office', 'deputy-head', 'head', 'checker', 'machine'];

/** 公开的处罚决定被依法变更、撤销、确认违法或者确认无效的，三个工作日内撤回并公开说明理由. */
const ART_48 = cite('行政处罚法', 48);

/** 重大行政处罚备案制度，通过平台办理. */
const ART_18 = cite('实施细则', 18);

const BY = [{ as: 'opener', roles: REPORTERS }] as const;
/** Taking a decision out of count and comparison is never the reporting organ's own business. */
const MERGERS = [{ as: 'opener', roles: ['supervisor'] }] as const;

type UndoneInput = { readonly effectOn: LocalDate };
type WithdrawnInput = { readonly offlineOn: LocalDate | null };
const EFFECT_AFTER_DECISION = condition<PenaltyRecord, UndoneInput>('生效日期不早于处罚决定日期', 'form', ART_48, ({ state, input }) =>
  input.effectOn < state.row.decidedOn ? ['before-decision', `生效日期不得早于处罚决定日期${state.row.decidedOn}`] : null,
);
const EFFECT_PAST = condition<PenaltyRecord, UndoneInput>('生效日期不晚于办理日期', 'form', ART_48, ({ input, today }) =>
  input.effectOn > today ? ['future-effect', '尚未生效的，生效以后再登记'] : null,
);
const WITHDRAWN_PAST = condition<PenaltyRecord, WithdrawnInput>('撤回公示日期不早于处罚决定日期、不晚于办理日期', 'form', ART_48, (c) => {
  const { offlineOn } = c.input;
  if (offlineOn === null) return null;
  if (offlineOn > c.today) return ['future-withdrawal', '撤回公示日期不得晚于今天'];
  return offlineOn < c.state.row.decidedOn ? ['before-decision', `撤回公示日期不得早于处罚决定日期${c.state.row.decidedOn}`] : null;
});
const IS_UNDONE = condition<PenaltyRecord, null>('决定已经登记为变更、撤销、确认违法或者无效', 'form', ART_48, ({ state }) =>
  state.row.undone === undefined ? ['not-undone', '请先登记该决定的变更、撤销'] : null,
);

export const LIFECYCLE: Lifecycle<PenaltyRecord, Forms> = {
  record: {
    label: '归集',
    does: 'step',
    from: 'start',
    to: 'recorded',
    by: BY,
    reportedBy: BY,
    cite: ART_8_12,
    roomOnly: true,
    says: (s) => `已归集处罚决定${s.row.number.text}。`,
  },
  update: {
    label: '变更',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: BY,
    reportedBy: BY,
    cite: ART_8_12,
    roomOnly: true,
    says: (s) => `已按后一次报送变更，${s.updates.at(-1)?.differences.length ?? 0}项内容前后并列保留。`,
  },
  'other-source': {
    label: '登记另一来源',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: BY,
    reportedBy: BY,
    cite: ART_8_12,
    roomOnly: true,
    says: () => '已登记另一来源的同一决定，两者不一致的作为预警。',
  },
  'note-duplicate': {
    label: '登记重复报送',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: BY,
    reportedBy: BY,
    cite: ART_8_12,
    roomOnly: true,
    says: () => '已登记为重复报送，原记录不变。',
  },
  'note-undone': {
    label: '登记变更、撤销',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: BY,
    reportedBy: BY,
    cite: ART_48,
    inputGuards: [EFFECT_AFTER_DECISION, EFFECT_PAST, WITHDRAWN_PAST],
    says: (s) => undoneSays(s),
  },
  'note-withdrawn': {
    label: '登记撤回公示',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: BY,
    reportedBy: BY,
    cite: ART_48,
    guards: [IS_UNDONE],
    inputGuards: [WITHDRAWN_PAST],
    says: (s) => `已登记${s.row.undone?.offlineOn ?? ''}撤回公示。`,
  },
  'note-filed': {
    label: '登记备案',
    does: 'entry',
    from: ['recorded'],
    to: 'stays',
    by: [{ as: 'system' }],
    cite: ART_18,
    roomOnly: true,
    says: (s) => `已登记${s.row.extension.recordFiledOn ?? ''}报送备案。`,
  },
  ...OFFERING,
  'join-case': {
    label: '归入平台案件',
    does: 'step',
    from: ['recorded'],
    to: 'merged',
    by: [{ as: 'system' }],
    cite: ART_8_12,
    roomOnly: true,
    links: (input) => [{ to: input.into, as: 'same-subject' }],
    says: () => '与平台案件里的决定是同一决定，以案件计数和判断；内容不一致的作为预警。',
  },
  merge: {
    label: '并入',
    does: 'step',
    from: ['recorded'],
    to: 'merged',
    by: MERGERS,
    cite: ART_8_12,
    aside: true,
    inputGuards: [
      {
        name: '不得并入自身',
        nature: 'form',
        cite: ART_8_12,
        check: (c) =>
          c.state.mergedInto === null && c.input.into !== '' ? null : refuse('merged-already', ART_8_12, '该决定已并入另一记录'),
      },
    ],
    links: (input) => [{ to: input.into, as: 'merged-into' }],
    says: () => '已并入另一处罚决定，不再单独计数和比对。',
  },
};

export const FOLDS: Folds<PenaltyRecord, Forms> = {
  record: (_, input) => ({
    status: 'recorded',
    organId: input.organ,
    keySerial: input.keySerial,
    ...told(input),
    updates: [],
    repeats: [],
    otherwise: null,
    mergedInto: null,
  }),
  update: (s, input, frame) => {
    const now = { ...told(input), row: keptKnown(s, told(input).row) };
    const update = { seq: frame.seq, reason: input.reason, differences: differencesOf(s.row, now.row) };
    return { ...s, ...now, ...knownBefore(s, s.contentMark, now.contentMark), updates: [...s.updates, update] };
  },
  'other-source': (s, input) => {
    const { row, party, contentMark } = told(input);
    const before = s.otherwise === null ? {} : knownBefore(s, s.otherwise.contentMark, contentMark);
    return { ...s, ...before, otherwise: { where: input.where, row, party, contentMark } };
  },
  'note-duplicate': (s, { where, contentMark }, frame) => ({
    ...s,
    ...(contentMark === null ? {} : knownBefore(s, contentMark, s.contentMark)),
    repeats: [...s.repeats, { seq: frame.seq, where }],
  }),
  'note-undone': (s, undone) => ({ ...s, row: { ...s.row, undone } }),
  'note-withdrawn': (s, { offlineOn, reasonGiven }) =>
    s.row.undone === undefined ? s : { ...s, row: { ...s.row, undone: { ...s.row.undone, offlineOn, reasonGiven } } },
  'note-filed': (s, { filedOn }) => ({ ...s, filedHereOn: filedOn, row: withFiling(s.row, filedOn) }),
  ...OFFERING_FOLDS,
  'join-case': (s, { into }) => ({ ...s, mergedInto: into }),
  merge: (s, { into }) => ({ ...s, mergedInto: into }),
};

/** Filed on the platform: known whatever columns the source has; a day that the source told stays if it is earlier. */
function withFiling(row: PenaltyRow, filedOn: LocalDate): PenaltyRow {
  const { recordFiledOn: told } = row.extension;
  const columns = row.source.columns ?? [];
  return {
    ...row,
    extension: { ...row.extension, recordFiledOn: told !== null && told < filedOn ? told : filedOn },
    source: { ...row.source, columns: columns.includes('recordFiledOn') ? columns : [...columns, 'recordFiledOn'] },
  };
}

/** A later report of the decision says nothing of what became of it, nor of what was filed here. */
function keptKnown({ row: { undone }, filedHereOn }: PenaltyRecord, row: PenaltyRow): PenaltyRow {
  const filed = filedHereOn === undefined ? row : withFiling(row, filedHereOn);
  return undone === undefined ? filed : { ...filed, undone };
}

function undoneSays({ row: { undone } }: PenaltyRecord): string {
  if (undone === undefined) return '';
  const next = undone.offlineOn === null ? '公开过的，三个工作日内撤回公示并说明理由。' : '';
  return `已登记：${undone.effectOn}被${UNDOING_LABELS[undone.way]}。${next}`;
}

/** A mark that stays known beside the one that holds now. */
function knownBefore({ formerMarks = [] }: PenaltyRecord, mark: string, now: string): Pick<PenaltyRecord, 'formerMarks'> {
  return mark === now || formerMarks.includes(mark) ? {} : { formerMarks: [...formerMarks, mark] };
}

type Told = Pick<PenaltyRecord, 'row' | 'party' | 'partyMark' | 'likeness' | 'contentMark'>;

function told(input: Parameters<typeof decisionRow>[0] & Omit<Told, 'row'> & { readonly numberKey: string }): Told {
  const { party, partyMark, likeness, contentMark } = input;
  return { row: decisionRow(input, input.numberKey), party, partyMark, likeness, contentMark };
}
