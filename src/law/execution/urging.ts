import { conditionsOf, type Stop } from '../conditions.ts';
import { isStayed, openDisputes, type Remedies, windowFrom, windowFromAtLatest } from '../disputing/index.ts';
import type { InputOf } from '../form.ts';
import { lastDay, latestDay, type Reckoning, restOver } from '../last-day.ts';
import type { LocalDate } from '../local-date.ts';
import type { Folds, Guard, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { todo, type Waiting } from '../waiting.ts';
import { COERCION_53, COERCION_54, COERCION_55, PENALTY_72, PENALTY_73 } from './articles.ts';
import { overdue } from './deferring.ts';
import { addedParts, type FinePart } from './fine-parts.ts';
import type { EnforcingForms } from './forms.ts';
import { noLetterInHand, numberOf, ownNumber, withLetter } from './letters.ts';
import type { Executed } from './model.ts';
import { applicationIssues, urgingIssues } from './papers.ts';
import { remediesTold } from './remedies-told.ts';
import type { ExecutingRoom } from './room.ts';

type Forms = Pick<EnforcingForms, 'urge' | 'apply-court'>;

/** What the three months of the court application depend on, as the party was told it last; null while the decision has not been served. */
function remediesOf<S extends Executed>(room: ExecutingRoom<S>, s: S): Remedies | null {
  const last = remediesTold(room, s).at(-1);
  if (last === undefined) return null;
  const { receivedOn, first, told } = last;
  return { receivedOn, first, told, disputes: room.disputes(s), deferrals: s.deferrals };
}

/** The day from which the three months run: clock, condition and rule (E07) count from the same. */
export function courtWindowFrom<S extends Executed>(room: ExecutingRoom<S>, s: S, by: Required<Reckoning>): LocalDate | null {
  const remedies = remediesOf(room, s);
  return remedies === null ? null : windowFrom(remedies, (day) => restOver(day, by));
}

/** Names the run of the three months that stands: each change of its beginning opens another. */
export function courtWindowKey<S extends Executed>(room: ExecutingRoom<S>, s: S): string {
  const changes = remediesTold(room, s).filter(({ redressNo }) => redressNo !== null);
  const later = s.deferrals.length + room.disputes(s).filter((d) => d.until !== null).length + changes.length;
  return room.runOf(s, later === 0 ? '' : `第${later}次变动后`);
}

/** What a change has added to the fine after the last reminder was signed: that one did not ask for it (强制法 54). */
function addedSinceUrged<S extends Executed>(room: ExecutingRoom<S>, s: S): FinePart | null {
  const urgedOn = s.urgings.at(-1)?.on ?? null;
  return urgedOn === null ? null : (addedParts(room, s).find(({ from }) => from > urgedOn) ?? null);
}

/** The reminder has arrived: if nothing comes of it, the court is asked within its three months; in them, too, what was added is urged first. */
export function urgedTasks<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly Waiting[] {
  const key = courtWindowKey(room, s);
  return addedSinceUrged(room, s) === null
    ? [todo('apply-court', '催告期满仍不履行的，申请法院强制执行', room.leaders, 'KE-15', key)]
    : [todo('urge', '罚款加重，加重的部分期满仍不履行的，重新催告', room.leaders, 'KE-15', key)];
}

function guards<S extends Executed>(room: ExecutingRoom<S>) {
  const { law } = conditionsOf<S>();
  return {
    /** E08, 强制法 54: ten working days after the reminder was served. */
    reminded: law<null>('催告书送达十日后仍未履行', COERCION_54, (c): Stop => {
      const receivedOn = c.state.urgings.at(-1)?.receivedOn ?? null;
      if (receivedOn === null) return ['not-urged', '催告书还没有送达'];
      const added = addedSinceUrged(room, c.state);
      if (added !== null) return ['not-urged', `罚款自${added.from}变更加重，此前的催告书没有催告加重的部分，应当重新催告`];
      const last = lastDay('law.urging', receivedOn, c);
      if (last === null) return null;
      if (last === 'unknown') return 'unknown';
      return c.legalDate > last ? null : ['urged-too-soon', `催告书送达十个工作日后（${last}届满）当事人仍未履行的，才能申请强制执行`];
    }),
    /** 强制法 53: neither 复议 nor 诉讼 in the periods for them, and within three months of their end. */
    inWindow: law<null>('在救济期限届满之日起三个月内申请', COERCION_53, (c): Stop => {
      const remedies = remediesOf(room, c.state);
      if (remedies === null) return ['not-served', '处罚决定书还没有送达'];
      if (openDisputes(c.state).length > 0) return ['disputed', '当事人已申请行政复议或者提起行政诉讼，尚未结束'];
      const { profile, calendar } = c;
      if (calendar === undefined) return 'unknown';
      const rest = (day: LocalDate): LocalDate => restOver(day, { profile, calendar });
      const from = windowFrom(remedies, rest);
      if (c.legalDate <= from) return ['remedies-open', `当事人申请行政复议、提起行政诉讼的期限至${from}届满，届满后才能申请`];
      const last = latestDay('law.court-application', windowFromAtLatest(remedies, rest), c);
      if (last === null) return null;
      if (last === 'unknown') return 'unknown';
      return c.legalDate <= last ? null : ['window-closed', `应当自期限届满之日起三个月内申请，已于${last}届满`];
    }),
    /** 55: with the application go the decision with its grounds, the party's opinions, and what is to be enforced. */
    withMaterials: law<InputOf<Forms['apply-court']>>('申请材料齐全', COERCION_55, ({ input }) =>
      input.opinions.trim().length >= 2 && input.object.trim().length >= 2
        ? null
        : ['no-materials', '申请强制执行应当提供当事人的意见及催告情况、申请强制执行标的情况，请写明'],
    ),
  };
}

/** 73¶1: execution stands still only where it has been decided so. */
function notStayed<S extends Executed>(): Guard<S, null> {
  return conditionsOf<S>().law<null>('没有停止执行', PENALTY_73, ({ state }) =>
    isStayed(state) ? ['stayed', '处罚决定已经停止执行，恢复执行以前不得催告、申请强制执行'] : null,
  );
}

/** 催告 (强制法 54) and 申请人民法院强制执行 (53, 55). */
export function urging<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, Forms> {
  const { office, leaders, statuses } = room;
  const g = guards(room);
  const step = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    urge: {
      ...step,
      ...office(leaders, COERCION_54, [noLetterInHand<S>(), notStayed<S>(), overdue(room)]),
      label: '签发催告书',
      from: statuses.performing,
      to: statuses.urged,
      inputGuards: [ownNumber(PENALTY_72)],
      number: (s, input) => (s === null ? null : numberOf(s.organId, room.series.urging, input)),
      issues: (s, input, frame, facts, by) => urgingIssues(room, s, input, frame, facts, by),
      says: (s) => `${s.letters.at(-1)?.number ?? ''}催告书已签发；用印、送达。`,
    },
    'apply-court': {
      ...step,
      ...office(leaders, COERCION_53, [notStayed<S>(), g.reminded, g.inWindow]),
      label: '申请法院强制执行',
      from: [statuses.urged],
      to: statuses.court,
      inputGuards: [g.withMaterials],
      issues: (s, input, frame, facts, by) => applicationIssues(room, s, input, frame, facts, by),
      says: () => '强制执行申请书已生成；向人民法院提出申请后登记裁定。',
    },
  };
}

export function urgingFolds<S extends Executed>(): Folds<S, Forms> {
  return {
    urge: (s, input, frame) => ({
      ...withLetter(s, 'urging', input, frame),
      urgings: [...s.urgings, { letterNo: s.letters.length + 1, on: frame.legalDate, receivedOn: null }],
    }),
    'apply-court': (s, input, frame) => ({
      ...s,
      enforcement: { appliedOn: frame.legalDate, court: input.court, ruling: null, ruledOn: null, refusedOn: null, appealedOn: null },
    }),
  };
}
