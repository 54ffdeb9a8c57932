import { letterTasks, type Profile, type TaskNeed, todo, type Waiting } from '#law';
import { correctionTasks } from '#law/correcting/index';
import type { OrderToCorrect } from '../model.ts';
import { CORRECTING_ROOM } from './checking.ts';
import { SERVING_ROOM } from './serving.ts';
import { HANDLERS, LEADERS } from './who.ts';

type S = OrderToCorrect;

/** What is waiting for whom. */
export function tasks(s: S, profile: Profile | null): readonly TaskNeed[] {
  return waiting(s, profile).map(({ key, ...one }) => ({ ...one, key: key ?? one.act, organisationId: s.organId }));
}

function waiting(s: S, profile: Profile | null): readonly Waiting[] {
  switch (s.status) {
    case 'signing':
      return [todo('sign', '审批责令改正', LEADERS)];
    case 'draft':
      return [todo('revise', '修改后重新提请', HANDLERS)];
    case 'serving':
      return letterTasks(SERVING_ROOM, s, profile);
    case 'with-party':
    case 'disobeyed':
      return correctionTasks(CORRECTING_ROOM, s);
    case 'filing':
      return [todo('to-case', '登记逾期不改正的案件', HANDLERS)];
    case 'corrected':
    case 'followed':
    case 'revoked':
      return [todo('archive', '归档', HANDLERS)];
    default:
      return [];
  }
}
