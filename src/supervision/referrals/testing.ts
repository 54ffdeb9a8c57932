import { BAYANNUR_2026, type BaseState, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { REFERRAL, SEALED_REFERRAL } from './kind.ts';

export const KIND = anyKind(REFERRAL);
export const SEALED = anyKind(SEALED_REFERRAL);
type Input = Readonly<Record<string, Json>>;

export const BUREAU = {
  supervisor: actor('市司法局', 'supervisor', '监督员甲'),
  colleague: actor('市司法局', 'supervisor', '监督员乙'),
  checker: actor('市司法局', 'checker', '审核员'),
  deputy: actor('市司法局', 'deputy-head', '分管副局长'),
  head: actor('市司法局', 'head', '局长'),
  sealKeeper: actor('市司法局', 'seal-keeper', '文印员'),
};
export const POLICE = actor('市公安局', 'liaison', '联络人');

export const STAGE: Stage = {
  facts: register([certificate('市司法局监督员甲', '市司法局')]),
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};

export function aReferral(more: Input = {}): Input {
  return {
    subject: '涉嫌违法经营',
    addressee: idOf('市公安局'),
    basis: '该事项由公安机关管辖。',
    facts: '监督中发现的事实。',
    materials: [{ name: '案卷复印件' }],
    contact: '协调监督科 0478-0000000',
    ...more,
  };
}

export function rendered(r: Rehearsal, sealed: boolean): Rehearsal {
  const ids = ['DOC-18', 'DOC-19'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

export function signed(more: Input = {}, stage = STAGE): Rehearsal {
  return rehearse(KIND, stage, '2026-06-01')
    .does(BUREAU.supervisor, 'draft', aReferral(more))
    .does(BUREAU.supervisor, 'submit')
    .does(BUREAU.checker, 'review')
    .does(BUREAU.deputy, 'sign');
}

export function received(stage = STAGE): Rehearsal {
  const sealed = rendered(signed({}, stage), false).does(BUREAU.sealKeeper, 'seal');
  return rendered(sealed, true).does(BUREAU.supervisor, 'serve').on('2026-06-03').does(POLICE, 'receive');
}

export const READERS = [BUREAU.head, BUREAU.sealKeeper].map((p) => p.officerId ?? '');
export function aClue(more: Input = {}): Input {
  return {
    commission: idOf('市监委'),
    secrecy: 'confidential',
    suspects: '某单位某职务人员（演示）',
    clue: '涉嫌违规处置罚没物品。',
    evidence: [{ name: '询问笔录' }],
    readers: READERS,
    ...more,
  };
}
