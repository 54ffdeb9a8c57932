import { cite, type Folds, type Lifecycle, type Role, refuse } from '#law';
import type { Forms } from './forms.ts';
import { decisionRow } from './forms-decision.ts';
import type { PenaltyRecord } from './model.ts';
import { differencesOf } from './model-differences.ts';

/** 以信息化方式归集、统计执法数据 (细则 8(12)). */
const ART_8_12 = cite('实施细则', 8, undefined, 12);

/** Who reports decisions: people of the deciding organ, supervisors for their region, a department's own system. */
export const REPORTERS: readonly Role[] = ['supervisor', 'handler', 'legal-office', 'deputy-head', 'head', 'checker', 'machine'];

const BY = [{ as: 'opener', roles: REPORTERS }] as const;
/** Taking a decision out of count and comparison is never the reporting organ's own business. */
const MERGERS = [{ as: 'opener', roles: ['supervisor'] }] as const;

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
    const now = told(input);
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
  merge: (s, { into }) => ({ ...s, mergedInto: into }),
};

/** A mark that stays known beside the one that holds now. */
function knownBefore({ formerMarks = [] }: PenaltyRecord, mark: string, now: string): Pick<PenaltyRecord, 'formerMarks'> {
  return mark === now || formerMarks.includes(mark) ? {} : { formerMarks: [...formerMarks, mark] };
}

type Told = Pick<PenaltyRecord, 'row' | 'party' | 'partyMark' | 'likeness' | 'contentMark'>;

function told(input: Parameters<typeof decisionRow>[0] & Omit<Told, 'row'> & { readonly numberKey: string }): Told {
  const { party, partyMark, likeness, contentMark } = input;
  return { row: decisionRow(input, input.numberKey), party, partyMark, likeness, contentMark };
}
