import { isJsonObject, type Json } from '../canonical-json.ts';
import { conditionsOf } from '../conditions.ts';
import { ENDS_PENALTY } from '../disputing/index.ts';
import { choice, files, type InputOf, longtext, text } from '../form.ts';
import type { ActFrame, Guard, RegisterFacts } from '../matter-kind.ts';
import { partyKindOf } from '../party.ts';
import { yuan } from '../penalty.ts';
import { dayWords, short, wide } from '../sheet.ts';
import { COERCION_40 } from './articles.ts';
import { casePaper, type Issues, partyRows } from './case-papers.ts';
import type { Executed } from './model.ts';
import { restFen } from './owing.ts';
import type { ExecutingRoom } from './room.ts';
import { isRuledAgain } from './tasks.ts';

/** 终结执行 (强制法 40): the four cases that it names, and its fifth: what the organ itself deems needed, a court's ruling apart. */
const MONEY_CAUSES = {
  'no-estate': '公民死亡，无遗产可供执行，又无义务承受人（强制法第四十条第一项）',
  'no-successor': '法人或者其他组织终止，无财产可供执行，又无义务承受人（强制法第四十条第二项）',
  revoked: '据以执行的行政决定被撤销（强制法第四十条第四项）',
  'court-refused': '人民法院裁定不予受理、不予执行（强制法第四十条第五项）',
  other: '本机关认为需要终结执行的其他情形（强制法第四十条第五项）',
} as const;
const CAUSES = { ...MONEY_CAUSES, 'object-lost': '执行标的灭失（强制法第四十条第三项）' } as const;
type Cause = keyof typeof CAUSES;

const PROVED = {
  basis: text('依据', {
    required: false,
    when: { field: 'cause', is: ['other'] },
    hint: '法律、法规、规章另有规定的，写明名称和条、款、项',
  }),
  reason: longtext('查明的情况', { max: 2000, hint: '查询财产、继承人、清算等的经过和结果' }),
  papers: files('证明材料', { hint: '死亡证明、注销登记、财产查询结果、法院裁定等' }),
};
export const ENDING_FORM = { cause: choice('终结执行的情形', CAUSES), ...PROVED };
/** A decision that takes money alone has no thing in particular that could be lost. */
export const MONEY_ENDING_FORM = { cause: choice('终结执行的情形', MONEY_CAUSES), ...PROVED };
export type Ending = InputOf<typeof ENDING_FORM>;

/** The cause fits the party, what is being carried out, and what is on record. */
export function endingGuards<S extends Executed>(room: ExecutingRoom<S>): readonly Guard<S, Ending>[] {
  const { law } = conditionsOf<S>();
  return [
    law<Ending>('终结的情形与当事人相符', COERCION_40, ({ state, input: { cause } }) => {
      const isOrganisation = partyKindOf(state.party.kind) === 'organisation';
      if (cause === 'no-estate' && isOrganisation) return ['not-a-person', '当事人是单位，不能以公民死亡终结执行'];
      return cause === 'no-successor' && !isOrganisation ? ['not-a-body', '当事人是自然人，不能以法人或者其他组织终止终结执行'] : null;
    }),
    law<Ending>('标的灭失的，是金钱以外的执行标的', COERCION_40, ({ state, input }) =>
      input.cause !== 'object-lost' || room.isOtherwiseOpen(state) ? null : ['no-object', '本案只有金钱给付待执行，没有可以灭失的执行标的'],
    ),
    law<Ending>('决定被撤销的，已经登记撤销', COERCION_40, ({ state, input }) => {
      const no = room.decision(state)?.no ?? null;
      const isRevoked = state.redresses.some((r) => r.decisionNo === no && ENDS_PENALTY.includes(r.undoing));
      return input.cause !== 'revoked' || isRevoked
        ? null
        : ['not-revoked', '没有登记决定被撤销；请登记复议、诉讼结果或者自行撤销，案件随之终止执行'];
    }),
    law<Ending>('法院不予受理、不予执行的，已经登记裁定', COERCION_40, ({ state: { enforcement }, input }) =>
      input.cause !== 'court-refused' || isRefusedForGood(enforcement)
        ? null
        : ['not-refused', '没有人民法院不予受理、不予执行的裁定，或者上一级人民法院还没有裁定'],
    ),
  ];
}

function isRefusedForGood(enforcement: Executed['enforcement']): boolean {
  if (enforcement === null || (enforcement.ruling !== 'refused' && enforcement.ruling !== 'declined')) return false;
  return enforcement.appealedOn === null || isRuledAgain(enforcement);
}

const causeWords = ({ cause, basis }: Pick<Ending, 'cause' | 'basis'>): string => `${CAUSES[cause]}${basis === null ? '' : `：${basis}`}`;

/** What the closing of the case tells. The first payloads had words alone: they stay as they were, and what has no other ground is its reason. */
export function endingWords(input: Ending): string {
  return input.cause === 'other' && input.basis === null ? input.reason : `${causeWords(input)}。${input.reason}`;
}

/** 终结执行审批表. */
export function endingIssues<S extends Executed>(
  room: ExecutingRoom<S>,
  s: S,
  input: Ending,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const decision = room.decision(s);
  return casePaper('CT14-终结执行审批表', s, frame, facts, {
    title: '行政处罚终结执行审批表',
    inside: true,
    rows: [
      wide('决定书文号', decision?.number ?? '／'),
      short('送达日期', dayWords(decision?.receivedOn ?? null)),
      short('尚未缴纳的罚款、没收违法所得', yuan(restFen(room, s))),
      ...partyRows(s),
      wide('终结执行的情形', causeWords(input)),
      wide('查明的情况', input.reason),
    ],
    opinions: [{ label: '负责人审批意见', text: '同意终结执行。', name: frame.actor.name, on: frame.legalDate }],
  });
}

/** The first payloads told the cause in words of their own. */
export function endedInWords(payload: Json): Json {
  return isJsonObject(payload) ? { ...payload, cause: 'other' satisfies Cause, basis: null, papers: null } : payload;
}
