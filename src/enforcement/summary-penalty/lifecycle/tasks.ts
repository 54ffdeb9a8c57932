import { disputeTasks, isSettledAll, type Role, redoClock, remakingOf, runKey, type TaskNeed } from '#law';
import { closingKey, isSettled, type SummaryPenalty } from '../model.ts';
import { HANDLERS, LEADERS } from './who.ts';

type S = SummaryPenalty;

function task(s: S, act: string, title: string, clock?: string, roles: readonly Role[] = HANDLERS): TaskNeed {
  const due = clock === undefined ? {} : { clock: { id: clock, key: '' } };
  return { key: act, title, act, organisationId: s.organId, roles, ...due };
}

/** What is waiting for whom. What was not decided on the spot can only go on in the ordinary procedure. */
export function tasks(s: S): readonly TaskNeed[] {
  const isOver = s.status === 'closed' || s.status === 'archived';
  return isOver ? ofCase(s) : [...ofCase(s), ...disputeTasks(s, s.organId, HANDLERS)];
}

function ofCase(s: S): readonly TaskNeed[] {
  const elsewhere = task(s, 'convert', '没有当场作出决定的，转为普通程序或者不予处罚');
  switch (s.status) {
    case 'onsite':
      return [task(s, 'hear', '告知并听取陈述、申辩'), elsewhere];
    case 'heard':
      return [task(s, 'decide', '当场作出处罚决定'), elsewhere];
    case 'decided':
      return [task(s, 'deliver', '当场交付决定书')];
    case 'delivered':
      return [task(s, 'report', '报本机关备案', 'KE-53'), ...owed(s)];
    case 'recorded':
      return owed(s);
    case 'settled':
      return isSettledAll(s) ? [task(s, 'close', '结案', undefined, LEADERS)] : [];
    case 'remaking':
      return [remaking(s), ...(s.collection === null ? [] : owed(s))];
    case 'closed':
      return [{ ...task(s, 'archive', '归档'), clock: { id: 'KE-54', key: closingKey(s) } }];
    default:
      return [];
  }
}

function owed(s: S): readonly TaskNeed[] {
  if (isSettled(s)) return [];
  const { collection } = s;
  if (collection === null) return [task(s, 'pay', '登记缴款')];
  return collection.handedInOn === null
    ? [task(s, 'hand-in', '当场收缴的罚款交至本机关', 'KE-09')]
    : [task(s, 'bank', '缴付指定银行', 'KE-09-bank')];
}

/** Made anew in the ordinary procedure, within the time that the document or the city gives. */
function remaking(s: S): TaskNeed {
  const redress = remakingOf(s);
  const waits = task(s, 'remade', '在普通程序室重新处理，作出决定后登记');
  return redress === null ? waits : { ...waits, clock: { id: redoClock(redress), key: runKey(redress.no) } };
}
