import { type ClockBinding, type ClockRun, DAYS_LADDER, type StatutoryClock } from '#law';
import type { Assistance } from './model.ts';

/** 处罚法 26 says that help is given, not until when: a length of the platform's own, and an earlier day if the letter names one. */
const KE_60: StatutoryClock = {
  id: 'KE-60',
  name: '答复协助、协查请求',
  obligation: 'local.assistance-answer',
  startsOn: '签收协助函',
  stopsOn: '答复结果或者不予协助',
  ladder: DAYS_LADDER,
};
const OUTSIDE: StatutoryClock = { ...KE_60, id: 'KE-60-outside' };

function run(s: Assistance, boundId: string): readonly ClockRun[] {
  const startedOn = s.letter?.receipt?.on ?? null;
  if (startedOn === null) return [];
  const again = s.coordination?.endedOn ?? null;
  const first = { key: '', startedOn, stoppedOn: s.coordination?.askedOn ?? s.answer?.on ?? s.closedOn, issuerDate: s.wantedBy, boundId };
  // What the bureau has brought about begins anew on its day.
  return again === null ? [first] : [first, { key: '协调以后', startedOn: again, stoppedOn: s.answer?.on ?? s.closedOn, boundId }];
}

export const CLOCKS: readonly ClockBinding<Assistance>[] = [
  { clock: KE_60, runs: (s) => (s.addresseeId === null ? [] : run(s, s.addresseeId)) },
  { clock: OUTSIDE, outsider: '名录以外的被请求机关', runs: (s) => (s.addresseeId === null ? run(s, s.issuerId) : []) },
];
