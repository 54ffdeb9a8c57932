import { BAYANNUR_2026, type BaseState, type BenchmarkFact, type Json, listKey, type PowerItemFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { SUMMARY_PENALTY } from './kind.ts';

export const KIND = anyKind(SUMMARY_PENALTY);
type Input = Readonly<Record<string, Json>>;

const UNIT = '区市场监管局';
export const ORGAN = idOf(UNIT);
export const HANDLER = actor(UNIT, 'handler', '承办人甲');
export const DEPUTY = actor(UNIT, 'deputy-head', '分管副局长');
export const MACHINE = actor(UNIT, 'machine', '系统对接账号');
export const A = idOf(`${UNIT}承办人甲`);
export const B = idOf(`${UNIT}承办人乙`);
export const ASSISTANT = idOf(`${UNIT}辅助人员`);
export const LAPSED = idOf(`${UNIT}证件过期者`);
export const DAY = '2026-06-01';

const enforcement = { kind: 'enforcement' } as const;

/** The item on the organ's list, and one that is not. */
export const ITEM = 'SJ-CF-001';
export const CONDUCT = '未亮照经营';

export function item(more: Partial<PowerItemFact> = {}): PowerItemFact {
  return { code: ITEM, name: CONDUCT, listed: true, empowered: null, lenient: [], ...more };
}

/** 第1档 警告, 第2档 罚款五百元以上一千元以下. */
export const BENCHMARK: BenchmarkFact = {
  ...{ versionId: 'v1', maker: '市市场监管局', documentNumber: '巴市监发〔2026〕1号', violation: CONDUCT },
  content: {
    ...{ breach: '《条例》第三十五条', penalty: '《条例》第四十八条', factors: [] },
    statutory: { kinds: ['CF01', 'CF03'], fine: { measure: 'amount', from: 0, to: 500_000, fromOpen: false, toOpen: false } },
    tiers: [
      { level: 'lenient', words: '首次', cases: [], kinds: ['CF01'], fine: null, note: null },
      {
        ...{ level: 'normal', words: '再次', cases: [], kinds: ['CF03'], note: null },
        fine: { measure: 'amount', from: 10_000, to: 100_000, fromOpen: false, toOpen: false },
      },
    ],
  },
};

export function stage(more: { readonly item?: PowerItemFact | null; readonly benchmark?: BenchmarkFact | null } = {}): Stage {
  return {
    facts: {
      ...register([
        certificate(`${UNIT}承办人甲`, UNIT, enforcement),
        certificate(`${UNIT}承办人乙`, UNIT, enforcement),
        certificate(`${UNIT}证件过期者`, UNIT, { ...enforcement, status: 'cancelled' }),
      ]),
      items: new Map([[listKey(ORGAN, ITEM), more.item === undefined ? item() : more.item]]),
      benchmarks: new Map([[listKey(ORGAN, CONDUCT), more.benchmark == null ? [] : [more.benchmark]]]),
    },
    profile: BAYANNUR_2026,
    calendar: testCalendar(NATIONAL_DAY),
  };
}

const [PERSON = {}, TRADER = {}, FIRM = {}] = TYPED_PARTIES;
export const PARTIES = { PERSON, TRADER, FIRM };

export function opening(more: Input = {}): Input {
  return {
    ...{ officers: [A, B], cardShown: true, party: PERSON, place: '解放西街1号', actOn: DAY, itemCode: ITEM, conduct: CONDUCT },
    ...{ facts: '未在住所醒目位置亮明营业执照，有照片为证。', isClear: true },
    ...{ violated: '《中华人民共和国市场主体登记管理条例》第三十六条', basis: '《中华人民共和国市场主体登记管理条例》第四十八条' },
    ...more,
  };
}
/** Told the heaviest, so that tests of other lines decide as they like. */
export const NO_STATEMENT: Input = { penalty: 'both', fine: 10_000_000, told: true, statement: 'none' };
export function deciding(more: Input = {}): Input {
  return {
    ...{ penalty: 'fine', fine: 10_000, weight: 'none', correction: 'ordered', demand: '当日改正', way: 'bank' },
    ...{ bank: '任一银行网点', court: '临河区人民法院', time: '9时30分' },
    ...more,
  };
}

export function opened(more: Input = {}, on: Stage = stage()): Rehearsal {
  return rehearse(KIND, on, DAY).does(HANDLER, 'open', opening(more));
}
export function heard(more: Input = {}, on: Stage = stage()): Rehearsal {
  return opened(more, on).does(HANDLER, 'hear', NO_STATEMENT);
}
/** As the platform does after the act: the page is there. */
export function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: null };
  const ids = r.acts.map((_, i) => `CT14-当场处罚决定书/${i + 1}`);
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}
export function decided(more: Input = {}, party: Input = {}): Rehearsal {
  return rendered(heard(party).does(HANDLER, 'decide', deciding(more)));
}
export function delivered(more: Input = {}): Rehearsal {
  return decided(more).does(HANDLER, 'deliver', { how: 'signed' });
}
export const COLLECTED: Input = { fine: 10_000, ground: 'at-most-100', receipt: '150001', given: true };
