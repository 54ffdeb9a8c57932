import type { Profile } from '../profile.ts';
import type { Role } from '../roles.ts';
import { dayWords } from '../sheet.ts';
import { todo, type Waiting } from '../waiting.ts';
import { isLetterReady, type Letter, letterInHand } from './letters.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';
import { isSealerApart } from './sealer-apart.ts';
import type { Served, ServingRoom } from './serving-room.ts';
import { takingWaits } from './taking.ts';

/** The letter that has to be sealed and served. `clock`: the period in which it must have arrived. */
export function letterTasks<S extends Served>(room: ServingRoom<S>, s: S, profile: Profile | null, clock?: string): readonly Waiting[] {
  const inHand = letterInHand(s);
  if (inHand === null) return [];
  const key = room.runOf(s, '');
  // The thirty days must pass: they put no last day on the organ's task.
  const { announced } = inHand;
  if (announced !== undefined)
    return [todo('serve', `${dayWords(announced.on)}发出公告，满三十日后登记${inHand.number}送达`, room.handlers)];
  return isLetterReady(s, inHand)
    ? [todo('serve', `送达${inHand.number}`, room.handlers, clock, key)]
    : [todo('seal', `${inHand.number}用印`, sealersOf(room, inHand, profile), clock, key)];
}

/**
 * Whom the seal waits for. Where the city asks for another hand than the handlers', their office is not told of it; the head
 * seals only where no other post does, and a vacant post's task is the leaders' anyhow.
 */
function sealersOf<S extends Served>({ sealers, handlers }: ServingRoom<S>, letter: Letter, profile: Profile | null): readonly Role[] {
  const kept: readonly Role[] = isSealerApart(profile, letter) ? ['head', ...handlers] : ['head'];
  const may = sealers.flatMap((one) => ('roles' in one ? one.roles : []));
  return [...new Set(may)].filter((role) => !kept.includes(role));
}

/** Money that officers took is on its way to the bank. */
export function takingTasks<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly Waiting[] {
  const waits = takingWaits(room, s);
  if (waits === null) return [];
  return waits.act === 'hand-in'
    ? [todo('hand-in', '当场收缴的罚款交至本机关', room.handlers, 'KE-09', waits.key)]
    : [todo('bank', '缴付指定银行', room.handlers, 'KE-09-bank', waits.key)];
}

type InCourt = {
  /** The act that tells that the court has carried the decision out. */
  readonly followed: string;
  /** The act that ends a case of which the court has refused the execution. */
  readonly ended: string;
};

/** The application is before the court: what it has answered, and what comes of it. */
export function courtTasks<S extends Executed>(room: ExecutingRoom<S>, s: S, { followed, ended }: InCourt): readonly Waiting[] {
  const { handlers, leaders } = room;
  const { enforcement } = s;
  if (enforcement?.ruling == null) return [todo('ruling', '登记法院裁定', handlers)];
  if (enforcement.ruling === 'granted') return [todo(followed, '跟踪法院执行', handlers)];
  if (enforcement.appealedOn === null)
    return [todo('appeal-ruling', '对裁定有异议的申请复议，没有异议的终结执行', leaders, 'KE-16', room.runOf(s, ''))];
  return isRuledAgain(enforcement)
    ? [todo(ended, '上一级人民法院维持裁定，终结执行', leaders)]
    : [todo('ruling', '登记上一级人民法院的裁定', handlers)];
}

/** The upper court has answered. */
export const isRuledAgain = ({ ruledOn, appealedOn }: { readonly ruledOn: string | null; readonly appealedOn: string | null }): boolean =>
  ruledOn !== null && appealedOn !== null && ruledOn > appealedOn;
