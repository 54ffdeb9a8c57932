import { normaliseCode } from '#law';
import { isSameClause } from '#law/discretion/same-clause';
import { type Cause, causeIndex, type Touchable } from '../enforcement/penalty-records/model-causes.ts';

const BENCHMARK = '裁量权基准变动';
/** Of which cases alone are asked, beside what stored decisions are judged by; a benchmark by its name, its item and its 罚则. */
const OWN_REGISTERS = {
  lenient: '从轻、减轻、不予处罚清单变动',
  benchmark: BENCHMARK,
  'benchmark-item': BENCHMARK,
  'benchmark-under': BENCHMARK,
} as const;
type OwnRegister = keyof typeof OWN_REGISTERS;

/** A change of a register that cases may rest on; `record`: a case that could not be judged and is tried again. */
export type CaseCause = Omit<Cause, 'register'> & { readonly register: Cause['register'] | OwnRegister };

/**
 * What of a case tells whether a change can touch it. `decidedOn`: while nothing is decided, the day on which it is weighed, or
 * today; `violation`: as its report names it, else as the case is called.
 */
export type TouchableCase = Touchable & { readonly violation: string };

export type CaseIndex = {
  /** Why a case has to be judged again, in words; null: nothing that has changed can touch it. */
  readonly reason: (one: TouchableCase) => string | null;
  /** Only cases of these organs can be touched; null: those of any. */
  readonly organs: readonly string[] | null;
};

/** The causes of one round, asked of each case: those that decisions have too, and those of cases alone. */
export function caseIndex(causes: readonly CaseCause[]): CaseIndex {
  const shared = causeIndex(causes.filter(isShared));
  const own = causes.filter(isOwn).map((cause) => ({ ...cause, touches: TOUCHES[cause.register](cause.keys) }));
  const ownReason = (one: TouchableCase): string | null => {
    const first = own.find(({ touches, from, until }) => {
      const isInForce = (from === null || from <= one.decidedOn) && (until === null || one.decidedOn < until);
      return isInForce && touches(one);
    });
    return first === undefined ? null : `${first.title ?? OWN_REGISTERS[first.register]}，据以重新判断`;
  };
  return { reason: (one) => shared.reason(one) ?? ownReason(one), organs: own.length === 0 ? shared.organs : null };
}

type Touches = (one: TouchableCase) => boolean;

const ofItem = (keys: readonly string[]): Touches => {
  const codes = new Set(keys.map(normaliseCode));
  return ({ itemCode }) => itemCode !== null && codes.has(normaliseCode(itemCode));
};

/** What is changed under these keys, asked of a case. */
const TOUCHES: Readonly<Record<OwnRegister, (keys: readonly string[]) => Touches>> = {
  lenient: ofItem,
  benchmark: (violations) => {
    const names = new Set(violations);
    return ({ violation }) => names.has(violation);
  },
  'benchmark-item': ofItem,
  'benchmark-under':
    (penalties) =>
    ({ basis }) =>
      basis !== null && penalties.some((penalty) => isSameClause(basis, penalty)),
};

type OwnCause = CaseCause & { readonly register: OwnRegister };
function isOwn(cause: CaseCause): cause is OwnCause {
  return cause.register in OWN_REGISTERS;
}
function isShared(cause: CaseCause): cause is Cause {
  return !isOwn(cause);
}
