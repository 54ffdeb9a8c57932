import { IN_PERSON, type Input, type Telling } from './telling.ts';
import { foundLate } from './told-inquiry.ts';
import type { Heard, Way } from './ways/way.ts';

const SOUND: Input = Object.fromEntries(
  ['organ', 'officers', 'facts', 'evidence', 'law', 'procedure', 'powers', 'papers', 'crime'].map((key) => [key, 'sound']),
);
const SUSPECTED: Input = { ...SOUND, crime: 'doubtful', crimeConcern: '数额可能达到追诉标准。', opinion: 'transfer', words: '应当移送。' };
const MITIGATION = { proven: ['undone'], minor: ['minor'], ungrounded: null } as const;

function weighed({ less, party }: Way): Input {
  const capacity = party === 'youth' ? 'minor' : 'full';
  if (less === null) return { capacity, tier: 'normal' };
  const grounds = MITIGATION[less];
  return { capacity, tier: 'lighter', ...(grounds === null ? {} : { mitigation: [...grounds], mitigationEvidence: '1' }) };
}

/** The report that closes the inquiry; `more`: what a later one tells otherwise. */
export function conclude({ way, step }: Telling, more: Input = {}, days = 2): void {
  const evidence = way.lateProof === null ? '1' : '1、2';
  const penalty = way.spared === null ? { ...way.proposed, outcome: 'penalty' } : { outcome: 'not-punished' };
  step(
    'conclude',
    {
      ...{ facts: [{ fact: way.breach.fact, evidence }], violated: way.breach.violated, basis: way.breach.basis },
      ...{ ...weighed(way), ...way.weighing, tierReason: '初次查处，数量一般。', ...penalty, isGrave: false },
      ...(way.spared === null ? {} : { tier: 'none' }),
      grounds: way.review === 'not-needed' ? null : ['complex'],
      ...more,
    },
    days,
  );
}

/** From the report to the end of what the party may say. */
export function told(telling: Telling): void {
  const { way, step } = telling;
  concluded(telling);
  if (way.spared !== null || way.handedOn !== null) return;
  if (way.review === 'done') {
    step('send-review', {}, 1);
    step('review', { ...SOUND, opinion: 'agree', words: '同意。', ...way.reviewer });
  } else step('skip-review', { reason: '不属于应当审核的情形。' }, 1);
  notified(telling);
  if (way.waived) step('waive', { statement: true, hearing: false, papers: [telling.paper()] });
  if (way.statement !== null) step('statement', { by: '负责人', content: '请求从轻。' }, 1);
  if (way.statement === 'rechecked') step('recheck', { no: 1, accepted: false, reason: '不影响事实认定。' });
  if (way.again !== null) toldAgain(way.again, telling);
  if (way.heard === null) step('close-notice', {}, way.waits);
  else heard(way.heard, telling);
}

function concluded(telling: Telling): void {
  const { way, step } = telling;
  if (way.lateProof === 'reopened') {
    conclude(telling, { facts: [{ fact: way.breach.fact, evidence: '1' }] });
    step('reopen-inquiry', { reason: '补充进货票据。' }, 1);
  }
  if (way.lateProof === 'after-report') conclude(telling);
  if (way.lateProof !== null) foundLate(telling);
  if (way.lateProof === 'reopened') step('verify-evidence', { items: [{ no: 2 }], how: '与原件核对无误。' });
  if (way.lateProof === 'after-report') return;
  if (way.crime !== null) {
    conclude(telling);
    step('send-review', {}, 1);
    step('review', { ...SUSPECTED, firstAfter2018: false });
  }
  if (way.handedOn === null) conclude(telling);
}

export function notified({ way, step, own }: Telling, series = '告'): void {
  const contact = { reasons: '事实清楚，应予处罚。', contact: '执法科 0478-0000000' };
  step('notify', { ...contact, hearing: way.hearing, states: [...way.noticeStates], ...own(series) });
  step('serve', IN_PERSON, 1);
}

/** Of more than before. */
function toldAgain(again: NonNullable<Way['again']>, telling: Telling): void {
  const { way, step } = telling;
  step('reopen-inquiry', { reason: '复核陈述、申辩。' }, 1);
  const newFacts = again === 'new-facts' ? '又查明另外二十种商品没有标价。' : null;
  conclude(telling, { ...way.decided, newFacts });
  step('skip-review', { reason: '不属于应当审核的情形。' });
  notified(telling, '再告');
}

function heard({ askedAfter, proved, heldEarlier, ahead, host, open, closedReason, signed }: Heard, telling: Telling): void {
  const { step, day, paper, officers } = telling;
  step('ask-hearing', { by: '负责人', askedOn: day(askedAfter) }, askedAfter);
  const call = { on: day(1 + ahead), time: '9时', place: '听证室', recorder: '书记员', isPublic: open, closedReason };
  step('notify-hearing', { ...call, host: [host === 'apart' ? telling.host : (officers[0] ?? '')] }, 1);
  step('serve-hearing', { how: 'in-person', receivedOn: '', ...(proved ? { papers: [paper()] } : {}) });
  step('hold-hearing', { outcome: 'held', attended: '负责人', record: '陈述、质证、申辩。', signed }, ahead - heldEarlier);
  const film = { from: '09:00', until: '10:00', device: '听证室录像', told: true, papers: [paper()] };
  step('record-av', { stage: 'hearing', ...film, officers: [...officers] });
  // Whoever has been heard is decided upon only after a review that has seen the hearing.
  step('send-review', {}, 1);
  step('review', { ...SOUND, opinion: 'agree', words: '同意。', firstAfter2018: false });
}
