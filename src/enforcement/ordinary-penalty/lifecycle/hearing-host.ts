import type { InputOf, LocalDate } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_43, ART_64 } from './articles.ts';
import { law, tookPart } from './conditions.ts';

type S = OrdinaryPenalty;
type Forms = typeof FORMS;

const APART = '主持人不是本案调查人员';

/** S12, 64(4). */
export const IMPARTIAL_HOST = law<InputOf<Forms['notify-hearing']>>(APART, ART_64, ({ state, input }) =>
  input.host.some((id) => tookPart(state, id))
    ? ['host-investigated', '听证由非本案调查人员主持，所填主持人参与了本案调查，或者已经被决定回避']
    : null,
);

type Held = InputOf<Forms['hold-hearing']>;

/** 64(4): days lie between the call and the hearing, in which the host may have come to take part in the inquiry, or been taken off the case. */
export const HOST_STILL_APART = law<Held>(APART, ART_64, ({ state, input }) =>
  input.outcome === 'held' && lacksHost(state)
    ? ['host-investigated', '通知以后主持人参与了本案调查，或者已经被决定回避，不得主持；另定主持人，重新通知听证']
    : null,
);
/** 43, 64(4): the inquiry goes on while a recusal is asked for, the hearing is not held before the party's own objection to its host is decided. */
export const HOST_UNCONTESTED = law<Held>('对主持人的回避申请已经决定', ART_43, ({ state, input, legalDate }) =>
  input.outcome === 'held' && isContested(state, legalDate) ? ['host-recusal-open', '对主持人的回避申请还没有决定，先由负责人决定'] : null,
);

/** A hearing has been called under somebody who can no longer preside: it is called anew under another. */
export function lacksHost(s: S): boolean {
  const hostId = s.hearing?.hostId ?? null;
  return hostId !== null && tookPart(s, hostId);
}

function isContested({ hearing, recusals }: S, on: LocalDate): boolean {
  return recusals.some((r) => r.officerId === hearing?.hostId && r.decidedOn === null && r.askedOn <= on);
}
