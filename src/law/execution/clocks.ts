import { DAYS_LADDER, type StatutoryClock } from '../clock.ts';
import { runKey } from '../disputing/index.ts';
import { instalmentsOf, totalFen } from '../instalments.ts';
import type { Reckoning } from '../last-day.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import type { ClockBinding, ClockRun } from '../matter-kind.ts';
import { addedParts, addedSince } from './fine-parts.ts';
import type { Letter } from './letters.ts';
import type { Executed } from './model.ts';
import { clearedOn } from './owing.ts';
import type { ExecutingRoom, Money } from './room.ts';
import type { Served } from './serving-room.ts';
import { takingRuns } from './taking.ts';
import { courtWindowFrom, courtWindowKey } from './urging.ts';

function clock(id: string, obligation: StatutoryClock['obligation'], name: string, startsOn: string, stopsOn: string): StatutoryClock {
  return { id, obligation, name, startsOn, stopsOn, ladder: DAYS_LADDER };
}

/** 66¶2: the days that the organ has approved; what the party lets pass makes nobody here late. */
const KE_07_DEFERRED = clock('KE-07-deferred', 'law.fine-deferral', '延期、分期缴纳', '批准延期、分期', '缴纳该期、另行批准或者终结');
const KE_09 = clock('KE-09', 'law.collected-hand-in', '当场收缴的罚款交至机关', '收缴，水上收缴的为抵岸', '交至机关');
const KE_09_BANK = clock('KE-09-bank', 'law.collected-bank', '罚款缴付指定银行', '机关收到', '缴付银行');
const KE_14 = clock('KE-14', 'law.urging', '催告后履行', '催告书送达', '履行或者申请强制执行');
const KE_15 = clock('KE-15', 'law.court-application', '申请法院强制执行', '复议、诉讼期限届满', '申请');
const KE_16 = clock('KE-16', 'law.court-review', '对法院裁定申请复议', '收到不予受理、不予执行的裁定', '申请复议或者终结执行');

const KE_44 = clock('KE-44', 'law.public-service', '公告送达', '发出公告', '视为送达后登记');

/** When the execution of the decision in hand came to its end because nothing more was to be carried out. */
export type Ends<S> = {
  readonly endedOn: (s: S) => LocalDate | null;
  /** Left out: every penalty may have to be enforced. A warning alone never has. */
  readonly isEnforceable?: (s: S) => boolean;
};

/** The last day of the notice: the letter counts as served on the next; one that reached the party meanwhile, on its day. */
function throughOn({ how, receivedOn }: Letter): LocalDate | null {
  return receivedOn !== null && how === 'public' ? addDays(receivedOn, -1) : receivedOn;
}

/** 公告送达: nobody's to keep; while it runs the letter is lawfully on its way. */
export function announcementClock<S extends Served>(): ClockBinding<S> {
  const run = (s: S, letter: Letter): readonly ClockRun[] => {
    const startedOn = letter.announced?.on ?? null;
    if (letter.lapsed === true || startedOn === null) return [];
    return [{ key: letter.number, startedOn, stoppedOn: throughOn(letter), boundId: s.organId }];
  };
  return { clock: KE_44, outsider: '当事人', runs: (s) => s.letters.flatMap((letter) => run(s, letter)) };
}

/** One run for every part of every plan; a plan approved later takes the place of the one before. */
function deferredRuns<S extends Executed>(room: ExecutingRoom<S>, s: S, endedOn: LocalDate | null): readonly ClockRun[] {
  const { dueFen, payments } = room.money(s);
  return s.deferrals.flatMap((deferral, i) => {
    const planned = dueFen - addedSince(room, s, deferral.on);
    return instalmentsOf(deferral).map(({ due, laterFen }, j) => {
      const stops = [paidDownOn(planned, payments, laterFen), s.deferrals[i + 1]?.on ?? null, endedOn].filter((day) => day !== null);
      const stoppedOn = stops.toSorted()[0] ?? null;
      return {
        key: room.runOf(s, `第${i + 1}次批准第${j + 1}期`),
        startedOn: deferral.on,
        // What had been paid, or is owed no more, before the approval was never waited for.
        stoppedOn: stoppedOn !== null && stoppedOn < deferral.on ? deferral.on : stoppedOn,
        ...{ issuerDate: due, boundId: s.organId },
      };
    });
  });
}

/** The day on which payments had brought a sum down to the part that falls due later. */
function paidDownOn(dueFen: number, payments: Money['payments'], laterFen: number): LocalDate | null {
  let left = dueFen;
  for (const one of payments) {
    left -= one.fen;
    if (left <= laterFen) return one.on;
  }
  return null;
}

/** The day on which what was owed first, without what changes have added to it since, had been paid: KE-07 of the decision ends. */
export function firstPaidOn<S extends Executed>(room: ExecutingRoom<S>, s: S): LocalDate | null {
  const { dueFen, payments } = room.money(s);
  return paidDownOn(dueFen, payments, totalFen(addedParts(room, s)));
}

/** KE-07 of what changes have added to the fine: fifteen days of its own from each of them (处罚法 67). */
export function addedFineRuns<S extends Executed>(room: ExecutingRoom<S>, s: S, endedOn: LocalDate | null): readonly ClockRun[] {
  const { dueFen, payments } = room.money(s);
  return addedParts(room, s).map(({ redressNo, from }, i, all) => {
    const deferredOn = s.deferrals.find(({ on }) => on >= from)?.on ?? null;
    const stops = [paidDownOn(dueFen, payments, totalFen(all.slice(i + 1))), deferredOn, endedOn].filter((day) => day !== null);
    const stoppedOn = stops.toSorted()[0] ?? null;
    return {
      key: room.runOf(s, `${runKey(redressNo)}纠错加重的部分`),
      startedOn: from,
      stoppedOn: stoppedOn !== null && stoppedOn < from ? from : stoppedOn,
      boundId: s.organId,
    };
  });
}

/** Periods of carrying out a decision; the three months begin anew when a dispute or a deferral ends later than the periods for them. */
export function executionClocks<S extends Executed>(
  room: ExecutingRoom<S>,
  { endedOn, isEnforceable = () => true }: Ends<S>,
): readonly ClockBinding<S>[] {
  const run = (s: S, key: string, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
    startedOn === null ? [] : [{ key, startedOn, stoppedOn, boundId: s.organId }];
  const urged = (s: S): readonly ClockRun[] =>
    s.urgings.flatMap((u, i) => run(s, room.runOf(s, i === 0 ? '' : `第${i + 1}次`), u.receivedOn, s.enforcement?.appliedOn ?? endedOn(s)));
  const window = (s: S, by: Required<Reckoning>): readonly ClockRun[] => {
    if (!isEnforceable(s) || room.decision(s)?.penalty == null || room.disputes(s).some((d) => d.until === null)) return [];
    return run(
      s,
      courtWindowKey(room, s),
      courtWindowFrom(room, s, by),
      s.enforcement?.appliedOn ?? clearedOn(room, { ...by, state: s }) ?? endedOn(s),
    );
  };
  return [
    { clock: KE_07_DEFERRED, outsider: '当事人', runs: (s) => deferredRuns(room, s, endedOn(s)) },
    announcementClock(),
    { clock: KE_09, runs: (s) => takingRuns(room, s, 'hand-in') },
    { clock: KE_09_BANK, runs: (s) => takingRuns(room, s, 'bank') },
    { clock: KE_14, outsider: '当事人', runs: urged },
    { clock: KE_15, runs: window },
    {
      clock: KE_16,
      runs: (s) => run(s, room.runOf(s, ''), s.enforcement?.refusedOn ?? null, s.enforcement?.appealedOn ?? endedOn(s)),
    },
  ];
}
