import type { OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import type { Json } from '#law';

const ENDED: readonly string[] = ['archived', 'not-filed', 'closed'];

/** Whether an organ may ask another for help in this case (处罚法 26): it is the organ's own, and not ended. */
export function mayAskHelp(state: Json, organId: string): boolean {
  const found = asCase(state);
  return found !== null && found.organId === organId && !ENDED.includes(found.status);
}

/** A request for help as far as the case knows it; what is asked, and of whom, is typed. */
export function requestFromCase(caseId: string, state: Json): { readonly [key: string]: Json } | null {
  const found = asCase(state);
  if (found === null) return null;
  const established = (found.reports.at(-1)?.facts ?? []).map(({ fact }) => fact);
  return {
    fromCase: caseId,
    subject: `办理“${found.cause}”一案`,
    basis: '《中华人民共和国行政处罚法》第二十六条',
    facts: [found.narrative, ...established].join('\n'),
  };
}

/** A reader from outside is shown the status alone. */
function asCase(state: Json): OrdinaryPenalty | null {
  return typeof state === 'object' && state !== null && 'handlerIds' in state && 'narrative' in state
    ? (state as unknown as OrdinaryPenalty)
    : null;
}
