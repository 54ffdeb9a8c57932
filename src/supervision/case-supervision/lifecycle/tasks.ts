import type { Role, TaskNeed } from '#law';
import { isAwaited, runningDocuments, type Status, type SupervisionCase, triageKey, unansweredProblems, unnoticedStops } from '../model.ts';

type S = SupervisionCase;
type Waiting = Omit<TaskNeed, 'key' | 'organisationId'> & { readonly key?: string; readonly at?: string };

const SUPERVISORS: readonly Role[] = ['supervisor', 'legal-office'];
const LEADERS: readonly Role[] = ['deputy-head', 'head'];
const triage = (s: S) => ({ id: 'KS-44', key: triageKey(s) });
const PERIOD = { id: 'KS-45', key: '' };

const WAITING: { readonly [K in Status]: (s: S) => readonly Waiting[] } = {
  petitioned: (s) => [{ act: 'accept-petition', title: '答复司法所提请', roles: SUPERVISORS, clock: triage(s) }],
  triage: (s) => [{ act: 'propose-filing', title: returned(s), roles: SUPERVISORS, clock: triage(s) }],
  filing: () => [{ act: 'file', title: '审批立案', roles: LEADERS }],
  inquiry: (s) => [...handlers(s), { ...nextInquiry(s), roles: SUPERVISORS, clock: PERIOD }, ...stops(s)],
  suspended: () => [{ act: 'resume', title: '中止原因消除后恢复调查', roles: LEADERS, clock: PERIOD }],
  settling: (s) => [...handlers(s), ...problems(s), ...stops(s), ...ending(s)],
  closed: () => [{ act: 'archive', title: '归档', roles: SUPERVISORS }],
  reassigned: (s) => [
    { act: 'take-over', title: '接收转办', roles: ['supervisor', 'legal-office', 'receiver', 'liaison'], at: s.reassignedTo ?? s.organId },
    { act: 'recall', title: '跟进转办：久未接收的，催办或者收回', roles: LEADERS },
  ],
  archived: () => [],
  declined: () => [],
  'passed-on': () => [],
  returned: () => [],
};

const returned = (s: S): string => ((s.handedBack ?? []).at(-1)?.how === 'returned' ? '转办被退回，重新研判线索' : '研判线索');

/** A case that has come from another organ, or whose handlers must all withdraw, has nobody in charge yet. */
function handlers(s: S): readonly Waiting[] {
  return s.handlerIds.length > 0 ? [] : [{ act: 'appoint', title: '确定承办人', roles: LEADERS }];
}

/** What still stands between the case and a finding: the unit's statement, then evidence, then the finding itself. */
function nextInquiry(s: S): Pick<Waiting, 'act' | 'title'> {
  if (s.statement === null) return { act: 'ask-statement', title: '调查取证：要求被监督单位书面说明' };
  if (isAwaited(s.statement)) return { act: 'record-statement', title: '调查取证：登记书面说明' };
  return s.gathered.some((g) => g.isEvidence)
    ? { act: 'establish', title: '认定问题，或者认定不成立' }
    : { act: 'question', title: '调查取证：收集证据' };
}

function stops(s: S): readonly Waiting[] {
  return unnoticedStops(s).map(({ no }) => ({
    key: `stop/${no}`,
    act: 'link-document',
    title: `第${no}次当场制止补发监督通知书`,
    roles: SUPERVISORS,
    clock: { id: 'stop-notice', key: `第${no}次` },
  }));
}

function problems(s: S): readonly Waiting[] {
  return unansweredProblems(s).map(({ no }) => ({
    key: `problem/${no}`,
    act: 'link-document',
    title: `第${no}项问题制发监督文书或者说明免发理由`,
    roles: SUPERVISORS,
    clock: { id: 'problem-document', key: `第${no}项` },
  }));
}

/** What remains once every problem has been answered: the documents run their course, then the case ends. */
function ending(s: S): readonly Waiting[] {
  if (unansweredProblems(s).length > 0) return [];
  if (runningDocuments(s).length > 0) return [{ act: 'document-ended', title: '跟踪整改，文书办结后登记', roles: SUPERVISORS }];
  if (s.lentItems.some((item) => item.returnedOn === null)) return [{ act: 'return-files', title: '归还调阅材料', roles: SUPERVISORS }];
  return unnoticedStops(s).length > 0 ? [] : [{ act: 'close', title: '结案', roles: LEADERS }];
}

/** What any supervisor may do falls to those named to handle the case too, be their post a checker's or a leader's. */
function named(s: S, { roles }: Waiting): Pick<TaskNeed, 'officers'> {
  return roles === SUPERVISORS && s.handlerIds.length > 0 ? { officers: s.handlerIds } : {};
}

export function tasks(s: S): readonly TaskNeed[] {
  return WAITING[s.status](s).map(({ key, at, ...task }) => ({
    ...task,
    ...named(s, task),
    key: key ?? task.act,
    organisationId: at ?? s.organId,
  }));
}
