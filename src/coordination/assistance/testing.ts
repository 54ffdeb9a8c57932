import { BAYANNUR_2026, type BaseState, type Json, type MatterFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { ASSISTANCE } from './kind.ts';

export const KIND = anyKind(ASSISTANCE);
type Input = Readonly<Record<string, Json>>;

/** The department that asks. */
export const ASKING = {
  handler: actor('区市场监管局', 'handler', '执法员甲'),
  office: actor('区市场监管局', 'legal-office', '法制员'),
  deputy: actor('区市场监管局', 'deputy-head', '分管副局长'),
  head: actor('区市场监管局', 'head', '局长'),
  sealKeeper: actor('区市场监管局', 'seal-keeper', '文印员'),
};
/** The department that is asked. */
export const ASKED = {
  receiver: actor('市交通局', 'receiver', '收文员'),
  office: actor('市交通局', 'legal-office', '交通法制员'),
  head: actor('市交通局', 'head', '交通局长'),
};

export const STAGE: Stage = {
  facts: register([certificate('区市场监管局执法员甲', '区市场监管局')]),
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};

const CASE = idOf('来源案件');
export function caseOf(more: Partial<MatterFact> = {}): ReadonlyMap<string, MatterFact> {
  const standing = { id: CASE, kind: 'ordinary-penalty', status: 'investigating', homeId: idOf('区市场监管局'), followsThis: false };
  return new Map([[CASE, { ...standing, type: null, about: [], isIssued: false, ...more }]]);
}

export function aRequest(more: Input = {}): Input {
  return {
    ...{ fromCase: CASE, way: 'inquire', subject: '核实运输车辆登记情况', addressee: idOf('市交通局'), outside: null },
    ...{ basis: '《行政处罚法》第二十六条', who: TYPED_PARTIES[0] ?? null, facts: '涉嫌运输未经检疫的产品。' },
    ...{ request: '请提供该车辆的道路运输证和经营者登记信息。', materials: [{ name: '立案审批表复印件' }], attachments: null },
    ...{ wantedBy: null, contact: '执法大队 0478-0000000' },
    ...more,
  };
}

export function begun(stage = STAGE): Rehearsal {
  return rehearse(KIND, stage, '2026-06-01').knowing(caseOf());
}

export function rendered(r: Rehearsal, sealed: boolean): Rehearsal {
  const ids = ['CT14-协助函', 'CT14-协查函', 'CT14-复函'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

export function signed(more: Input = {}, stage = STAGE): Rehearsal {
  return begun(stage)
    .does(ASKING.handler, 'draft', aRequest(more))
    .does(ASKING.handler, 'submit')
    .does(ASKING.office, 'review')
    .does(ASKING.deputy, 'sign');
}

export function sent(more: Input = {}, stage = STAGE): Rehearsal {
  const sealed = rendered(signed(more, stage), false).does(ASKING.sealKeeper, 'seal');
  return rendered(sealed, true).does(ASKING.handler, 'serve').on('2026-06-03');
}

export const received = (more: Input = {}, stage = STAGE): Rehearsal => sent(more, stage).does(ASKED.receiver, 'receive');

/** The reply as the organ asked drafts it. */
export function aReply(more: Input = {}): Input {
  const given = { outcome: 'given', ground: null, words: '该车辆登记在册，登记信息附后。', materials: [{ name: '车辆登记信息' }] };
  return { ...given, contact: '法制科 0478-0000000', ...more };
}

/** 复函 drafted, reviewed and signed by three people of the organ asked. */
export const replied = (more: Input = {}): Rehearsal =>
  received()
    .does(ASKED.receiver, 'draft-reply', aReply(more))
    .does(ASKED.office, 'review-reply', { opinion: '属实。' })
    .does(ASKED.head, 'sign-reply', { opinion: null, alone: null });
