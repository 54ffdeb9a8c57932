import {
  courtTasks,
  courtWindowKey,
  disputeTasks,
  isSettledAll,
  letterInHand,
  letterTasks,
  type Profile,
  redoClock,
  remakingOf,
  runKey,
  type TaskNeed,
  takingTasks,
  todo,
  urgedTasks,
  type Waiting,
} from '#law';
import { correctionTasks } from '#law/correcting/index';
import { askedWords, withoutRecord } from '#law/evidence/index';
import { closingKey, isPaidUp, isSettled, type SummaryPenalty } from '../model.ts';
import { CORRECTING_ROOM } from './corrections.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { recordClock } from './record-clock.ts';
import { stagesToRecord } from './recorded-stages.ts';
import { HANDLERS, LEADERS } from './who.ts';

type S = SummaryPenalty;

/** What is waiting for whom. What was not decided on the spot can only go on in the ordinary procedure. */
export function tasks(s: S, profile: Profile | null): readonly TaskNeed[] {
  const letters = letterTasks(EXECUTING_ROOM, s, profile);
  const open = CORRECTING_ROOM.checked.includes(s.status) ? correctionTasks(CORRECTING_ROOM, s) : [];
  const own = [...ofCase(s, letters), ...open].map(({ key, ...one }) => ({ ...one, key: key ?? one.act, organisationId: s.organId }));
  return s.status === 'archived' ? own : [...own, ...disputeTasks(s, s.organId, HANDLERS)];
}

/** What is done once the court has carried a decision out. */
const FOLLOWED = 'complete-performance';

function ofCase(s: S, letters: readonly Waiting[]): readonly Waiting[] {
  const elsewhere = todo('convert', '没有当场作出决定的，转为普通程序或者不予处罚', HANDLERS);
  switch (s.status) {
    case 'onsite':
      return [todo('hear', '告知并听取陈述、申辩', HANDLERS), elsewhere, ...unrecorded(s)];
    case 'heard':
      return [todo('decide', '当场作出处罚决定', HANDLERS), elsewhere, ...unrecorded(s)];
    case 'decided':
      return [todo('deliver', '当场交付决定书', HANDLERS), ...unrecorded(s)];
    case 'delivered':
      return [...letters, todo('report', '报本机关备案', HANDLERS, recordClock(s)), ...owed(s), ...unrecorded(s)];
    case 'recorded':
      return [...letters, ...owed(s), ...unrecorded(s)];
    case 'urged':
      return [...letters, ...owed(s), ...applying(s), ...unrecorded(s)];
    case 'court':
      return [
        ...letters,
        ...owed(s).filter(({ act }) => act !== FOLLOWED || s.enforcement?.ruling !== 'granted'),
        ...courtTasks(EXECUTING_ROOM, s, { followed: FOLLOWED, ended: 'end' }),
      ];
    case 'settled':
      return [...letters, ...(isSettledAll(s) && s.amendment === null ? [todo('close', '结案', LEADERS)] : [])];
    case 'remaking':
      return [...letters, remaking(s), ...takingTasks(EXECUTING_ROOM, s)];
    case 'closed':
      return isSettledAll(s) ? [todo('archive', '归档', HANDLERS, 'KE-54', closingKey(s))] : [];
    default:
      return [];
  }
}

/** What should have been recorded and has neither a recording nor a word; what was done elsewhere is asked for there. */
function unrecorded(s: S): readonly Waiting[] {
  if (s.told?.elsewhere === true) return [];
  return withoutRecord(s, stagesToRecord(s)).map((one) => ({
    ...todo('record-av', `${one.words}${askedWords(one)}：附上记录，或者说明情况`, HANDLERS),
    key: `unrecorded/${one.stage}/${one.on}`,
  }));
}

function owed(s: S): readonly Waiting[] {
  if (isSettled(s)) return [];
  if (s.collection !== null) return takingTasks(EXECUTING_ROOM, s);
  const window = courtWindowKey(EXECUTING_ROOM, s);
  if (!isPaidUp(s)) return [todo('pay', '登记缴款；逾期不缴的催告', HANDLERS, 'KE-15', window)];
  return [
    todo('pay', '逾期缴纳的：登记缴纳加处罚款', HANDLERS),
    todo('complete-performance', '加处罚款缴清、减免后登记履行完毕', HANDLERS, 'KE-15', window),
  ];
}

const applying = (s: S): readonly Waiting[] => (letterInHand(s) !== null || isSettled(s) ? [] : urgedTasks(EXECUTING_ROOM, s));

/** Made anew in the ordinary procedure, within the time that the document or the city gives. */
function remaking(s: S): Waiting {
  const redress = remakingOf(s);
  const [clock, key] = redress === null ? [] : [redoClock(redress), runKey(redress.no)];
  return todo('remade', '在普通程序室重新处理，作出决定后登记', HANDLERS, clock, key);
}
