import {
  type ActFrame,
  CLUE_SOURCE_LABELS,
  caseLetter,
  casePaper,
  dayWords,
  enforcersNamed,
  type InputOf,
  type Issues,
  partyLines,
  partyRows,
  type RegisterFacts,
  remediesEither,
  short,
  wide,
} from '#law';
import type { Forms } from '../forms.ts';
import type { OrderToCorrect } from '../model.ts';

type S = OrderToCorrect;

/** Outside a case the order rests on the law that allows it alone: 处罚法 28 speaks of those who impose a penalty. */
const ORDERED = '责令你（单位）改正：';

export function firstGrounds({ facts, violated, basis }: S): readonly string[] {
  return [`经查，你（单位）有下列行为：${facts}`, `上述行为违反了${violated}。依据${basis}，现${ORDERED}`];
}

export function againGrounds(s: S, { again, basis }: Pick<InputOf<Forms['order-again']>, 'again' | 'basis'>): readonly string[] {
  const before = s.corrections.find(({ no }) => no === again);
  const letter = s.letters.find(({ no }) => no === before?.letterNo);
  return [
    `本机关${dayWords(letter?.signedOn ?? null)}作出${letter?.number ?? ''}责令改正通知书，${dayWords(before?.checkedOn ?? null)}复查，你（单位）没有改正。`,
    `你（单位）的行为违反了${s.violated}。依据${basis}，现再次${ORDERED}`,
  ];
}

/** 责令改正审批表: a paper of the organ's own. */
export function signedIssues(s: S, opinion: string | null, frame: ActFrame, facts: RegisterFacts): Issues {
  return casePaper('CT14-责令改正审批表', s, frame, facts, {
    title: '责令改正审批表',
    inside: true,
    number: frame.number?.text ?? null,
    rows: [
      short('来源', CLUE_SOURCE_LABELS[s.source]),
      short('来源编号', s.sourceRef ?? ''),
      ...partyRows(s),
      wide('违法行为', s.cause),
      short('发生地', s.place),
      short('发现日期', dayWords(s.foundOn)),
      wide('发现的事实', s.facts),
      wide('违反的规定', s.violated),
      wide('责令改正的依据', s.basis),
      wide('责令改正的内容', s.wanted.content),
      short('改正期限', s.wanted.by === null ? '立即改正' : dayWords(s.wanted.by)),
      wide('执法人员', enforcersNamed(s.officerIds, facts)),
    ],
    opinions: [
      { label: '承办人意见', text: '建议责令改正。', name: s.drafters.map(({ name }) => name).join('、'), on: s.openedOn },
      { label: '负责人审批意见', text: opinion ?? '同意。', name: frame.actor.name, on: frame.legalDate },
    ],
  });
}

/** 撤销责令改正通知书. */
export function revocationIssues(s: S, { reason, court }: InputOf<Forms['revoke']>, frame: ActFrame, facts: RegisterFacts): Issues {
  const orders = s.letters.filter(({ kind, receivedOn }) => kind === 'correction' && receivedOn !== null);
  const what = orders.map(({ signedOn, number }) => `${dayWords(signedOn)}作出的${number}责令改正通知书`).join('、');
  return caseLetter('revocation', s, frame, facts, {
    title: '撤销责令改正通知书',
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: [...partyLines(s), `经审查，本机关${what}应当撤销。理由：${reason}`] },
      { heading: null, paragraphs: ['自本通知书送达之日起，上述责令改正通知书撤销，不再要求你（单位）据以改正。'] },
      { heading: null, paragraphs: [remediesEither(s.organId, court ?? '有管辖权的人民法院', facts, '通知')] },
    ],
  });
}
