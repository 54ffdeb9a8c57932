import type { Ladder, StatutoryClock } from '../clock.ts';
import { type Dispute, ENDS_PENALTY, isUndecided, runKey } from '../disputing/index.ts';
import type { LocalDate } from '../local-date.ts';
import type { ClockBinding, ClockRun } from '../matter-kind.ts';
import type { Executed } from './model.ts';
import { type RemediesTold, remediesTold } from './remedies-told.ts';
import type { ExecutingRoom } from './room.ts';

/** Nobody here is warned of what the party may do: the end alone is told. */
const QUIET: Ladder = { kind: 'days-before', days: [] };

function clock(id: string, obligation: StatutoryClock['obligation'], name: string, startsOn: string): StatutoryClock {
  return { id, obligation, name, startsOn, stopsOn: '申请、起诉，决定被撤销，或者结案', ladder: QUIET };
}

const KE_26 = clock('KE-26', 'law.reconsideration-apply', '申请行政复议', '收到决定书');
const KE_26_UNTOLD = clock('KE-26-untold', 'law.reconsideration-untold', '申请行政复议（没有告知权利、期限，最长）', '收到决定书');
const KE_26_SUIT = clock('KE-26-suit', 'law.suit', '提起行政诉讼', '收到决定书');
const KE_26_AFTER = clock(
  'KE-26-after',
  'law.suit-after-reconsideration',
  '对行政复议决定提起行政诉讼',
  '收到行政复议决定书、应当先复议的不予受理决定书',
);

/** One that ended without being decided leaves the period as it was. */
const isTaken = (dispute: Dispute): boolean => !isUndecided(dispute);
const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null => days.filter((day) => day !== null).toSorted()[0] ?? null;

/**
 * KE-26: until when the party may turn against the decision in hand, and anew against each change of it by the organ itself; a case that is closed waits for it no more. Before the last
 * of these days has passed no court is asked (KE-15).
 */
export function remedyClocks<S extends Executed>(room: ExecutingRoom<S>, closedOn: (s: S) => LocalDate | null): readonly ClockBinding<S>[] {
  const run = (s: S, key: string, startedOn: LocalDate, stoppedOn: LocalDate | null): ClockRun => ({
    ...{ key: room.runOf(s, key), startedOn, boundId: s.organId },
    stoppedOn: stoppedOn !== null && stoppedOn < startedOn ? startedOn : stoppedOn,
  });
  const overOn = (s: S): LocalDate | null => {
    const no = room.decision(s)?.no;
    const undone = s.redresses.find((c) => c.decisionNo === no && ENDS_PENALTY.includes(c.undoing));
    return earliest([undone?.effectOn ?? null, closedOn(s)]);
  };
  const open =
    (isAsked: (told: RemediesTold) => boolean) =>
    (s: S): readonly ClockRun[] =>
      remediesTold(room, s).flatMap((one, i, all) => {
        if (!isAsked(one)) return [];
        const { receivedOn, redressNo } = one;
        const taken = room.disputes(s).filter((d) => isTaken(d) && d.from >= receivedOn);
        const stops = [...taken.map((d) => d.from), all[i + 1]?.receivedOn ?? null, overOn(s)];
        return [run(s, redressNo === null ? '' : `${runKey(redressNo)}纠错变更后`, receivedOn, earliest(stops))];
      });
  const afterwards = (s: S): readonly ClockRun[] => {
    const taken = room.disputes(s).filter(isTaken);
    // 复议法 34: where 复议 comes first, whoever is not taken up may sue within the same fifteen days.
    const isFirst = remediesTold(room, s).at(-1)?.first === true;
    return room.disputes(s).flatMap((one) => {
      const { no, way, until } = one;
      if (way !== 'reconsideration' || until === null || !(isTaken(one) || (isFirst && one.declined))) return [];
      const suits = taken.filter((d) => d.way === 'litigation' && d.from >= until).map((d) => d.from);
      return [run(s, runKey(no), until, earliest([...suits, overOn(s)]))];
    });
  };
  return [
    { clock: KE_26, outsider: PARTY, runs: open(({ told }) => told) },
    { clock: KE_26_UNTOLD, outsider: PARTY, runs: open(({ told }) => !told) },
    { clock: KE_26_SUIT, outsider: PARTY, runs: open(({ told, first }) => told && !first) },
    { clock: KE_26_AFTER, outsider: PARTY, runs: afterwards },
  ];
}
const PARTY = '当事人';
