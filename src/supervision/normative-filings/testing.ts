import { BAYANNUR_2026, type BaseState, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { NORMATIVE_FILING } from './kind.ts';

export const KIND = anyKind(NORMATIVE_FILING);
export type Input = Readonly<Record<string, Json>>;
export const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar(NATIONAL_DAY) };

export const MAKER = {
  handler: actor('市交通局', 'handler', '承办人'),
  head: actor('市交通局', 'head', '局长'),
};
export const BUREAU = {
  supervisor: actor('市司法局', 'supervisor', '监督员甲'),
  checker: actor('市司法局', 'checker', '审核员'),
  head: actor('市司法局', 'head', '局长'),
  sealKeeper: actor('市司法局', 'seal-keeper', '文印员'),
};
export const GOVERNMENT = actor('市政府', 'government-office', '办文员');
export const SYSTEM = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null } as const;

const file = (name: string): readonly string[] => [idOf(name)];
/** A whole package of a department's document, published on 2026-06-01. */
export function aPackage(more: Input = {}): Input {
  return {
    ...{ title: '巴彦淖尔市超限运输治理办法', number: '巴交发〔2026〕8号', publishedOn: '2026-06-01', effectiveOn: '2026-07-01' },
    ...{ lastDay: '2031-06-30', level: 'department', isTrial: false, recipient: idOf('市政府'), bureau: idOf('市司法局') },
    ...{ text: file('文本'), explanation: file('说明'), basis: file('依据'), legality: file('审核意见') },
    ...{ discussion: file('审议记录'), publication: file('公布凭证'), ...more },
  };
}
export const CONTACT: Input = { contact: '法制科 0478-0000000' };
export const ACCEPTED: Input = {
  outcome: 'accept',
  opinion: '程序合规，内容与上位法不抵触。',
  grounds: null,
  demand: null,
  correctBy: null,
};
export const OBJECTIONABLE: Input = {
  outcome: 'correct',
  opinion: '经审查，部分条款设定了行政处罚。',
  grounds: [{ ground: 'penalty', place: '第十二条', words: '对超限运输的车辆设定罚款。', norm: null }],
  demand: 'amend',
  correctBy: null,
};
export const AMENDED: Input = {
  ...{ way: 'amended', title: '巴彦淖尔市超限运输治理办法', number: '巴交发〔2026〕20号', publishedOn: '2026-07-10' },
  ...{ effectiveOn: '2026-07-10', lastDay: '2031-06-30', endedOn: null, words: '删去第十二条。', papers: file('新文本') },
};

/** What only the platform writes: the pages of every document, sealed where it was to be sealed. */
export function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  const ids = ['DOC-27', 'DOC-27-备案'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

/** Published on 2026-05-06 and never filed: asked for on 2026-06-08. */
export const DEMAND: Input = {
  ...{ maker: idOf('市交通局'), title: '巴彦淖尔市超限运输治理办法', number: '巴交发〔2026〕8号', publishedOn: '2026-05-06' },
  ...{ words: '请核实并报送。', due: '2026-06-20', contact: '法制科 0478-0000000' },
};
export const demanded = (more: Input = {}, day = '2026-06-08'): Rehearsal =>
  rehearse(KIND, STAGE, day).does(BUREAU.supervisor, 'demand', { ...DEMAND, ...more });

export const prepared = (input: Input = aPackage(), day = '2026-06-08', stage = STAGE): Rehearsal =>
  rehearse(KIND, stage, day).does(MAKER.handler, 'prepare', input);
export const submitted = (input: Input = aPackage(), stage = STAGE): Rehearsal =>
  prepared(input, '2026-06-08', stage).does(MAKER.handler, 'submit', CONTACT);
export const registered = (stage = STAGE): Rehearsal =>
  submitted(aPackage(), stage).on('2026-06-10').does(BUREAU.supervisor, 'register', CONTACT);
/** Signed and sealed on the day, ready to be served. */
export const signed = (conclusion: Input, from: Rehearsal = registered()): Rehearsal =>
  rendered(
    rendered(from.does(BUREAU.supervisor, 'conclude', conclusion).does(BUREAU.head, 'sign', CONTACT)).does(BUREAU.sealKeeper, 'seal'),
  );
export const filed = (stage = STAGE): Rehearsal => signed(ACCEPTED, registered(stage)).does(BUREAU.supervisor, 'serve');
/** The opinion received by the maker on 2026-06-15. */
export const correcting = (more: Input = {}): Rehearsal =>
  signed({ ...OBJECTIONABLE, ...more })
    .does(BUREAU.supervisor, 'serve')
    .on('2026-06-15')
    .does(MAKER.handler, 'receive');
