import { normaliseCode } from '#law';
import { type Cause, causeIndex, type Touchable } from '../enforcement/penalty-records/model-causes.ts';

/** Of which cases alone are asked, beside what stored decisions are judged by. */
const OWN_REGISTERS = { lenient: '从轻、减轻、不予处罚清单变动', benchmark: '裁量权基准变动' } as const;
type OwnRegister = keyof typeof OWN_REGISTERS;

/** A change of a register that cases may rest on; `record`: a case that could not be judged and is tried again. */
export type CaseCause = Omit<Cause, 'register'> & { readonly register: Cause['register'] | OwnRegister };

/** What of a case tells whether a change can touch it; `decidedOn`: while nothing is decided, the day on which it is weighed, or today. */
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
  const own = causes.flatMap((cause) => (isOwn(cause) ? [{ ...cause, touches: new Set(cause.keys.map(KEY_OF[cause.register])) }] : []));
  const ownReason = (one: TouchableCase): string | null => {
    const touching = own.filter(({ register, touches, from, until }) => {
      const key = register === 'lenient' ? one.itemCode : one.violation;
      const isInForce = (from === null || from <= one.decidedOn) && (until === null || one.decidedOn < until);
      return isInForce && key !== null && touches.has(KEY_OF[register](key));
    });
    const [first] = touching;
    return first === undefined ? null : `${first.title ?? OWN_REGISTERS[first.register]}，据以重新判断`;
  };
  return { reason: (one) => shared.reason(one) ?? ownReason(one), organs: own.length === 0 ? shared.organs : null };
}

const KEY_OF: Readonly<Record<OwnRegister, (key: string) => string>> = { lenient: normaliseCode, benchmark: (violation) => violation };

type OwnCause = CaseCause & { readonly register: OwnRegister };
function isOwn(cause: CaseCause): cause is OwnCause {
  return cause.register in OWN_REGISTERS;
}
function isShared(cause: CaseCause): cause is Cause {
  return !isOwn(cause);
}
