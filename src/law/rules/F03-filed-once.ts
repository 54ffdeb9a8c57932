import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { CasesOfOneParty, FiledCase } from './peer-facts.ts';

export const filedOnce: SupervisionRule<CasesOfOneParty> = {
  id: 'F03',
  version: 1,
  title: '其他机关是否已对同一当事人的同一违法行为立案',
  cite: [cite('行政处罚法', 25), cite('行政处罚法', 29)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'peers',
  conduct: 'procedure',
  head: '8(7)',
  asks: '两个以上行政机关都有管辖权的，由最先立案的行政机关管辖；对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚。',
  check: ({ filed, sameParty }) => {
    if (sameParty === null) return MISSING.otherFilings;
    if (!filed.goesOn) return null;
    // The doubt stands on the later case only: whoever filed first has the case.
    const earlier = sameParty.filter((other) => other.goesOn && isBefore(other, filed) && isSameAct(other, filed));
    if (earlier.length === 0) return null;
    return {
      because: `候选：其他机关此前已对同一当事人相近的违法行为立案、处罚${earlier.length}件，请核对是否同一违法行为`,
      facts: { 本案立案: filed.filedOn, 违法行为发生之日: filed.actStartedOn, 此前立案: `${earlier.length}件` },
      clears: '两次违法行为时间、地点或者事实不同的证据，先立案机关移送的文书，或者指定管辖的文书',
      others: earlier.map(({ id }) => id),
    };
  },
};

/** Of two that filed on one day one only is asked. */
function isBefore(a: FiledCase, b: FiledCase): boolean {
  return a.filedOn === b.filedOn ? a.id < b.id : a.filedOn < b.filedOn;
}

/** On days in common, in one place as far as both say where. An act of which the end is not known goes on. */
function isSameAct(a: FiledCase, b: FiledCase): boolean {
  if (a.organ === b.organ) return false;
  const isTogether = (b.actEndedOn === null || a.actStartedOn <= b.actEndedOn) && (a.actEndedOn === null || b.actStartedOn <= a.actEndedOn);
  return isTogether && (a.place === '' || b.place === '' || a.place.includes(b.place) || b.place.includes(a.place));
}
