import { cite, type Refusal, refuse } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { type Client, rows } from '#platform/db';
import {
  type CertificateChange,
  keepPhoto,
  refusalOfCertificate,
  refusalOfCertificateChange,
  registerCertificateChange,
} from '#registers/officers';
import { AFFAIR_LABELS, type CertificateAffair, MAKES_CARD } from './model.ts';

const ART_8_5 = cite('实施细则', 8, undefined, 5);

/**
 * What an affair does to the register of certificates, in the transaction of its act: the card must be its holder's from
 * the application on, and what the region has decided stands from its day. What stands there is put right by a further
 * decision, never by taking the act away.
 */
export const followCertificate: AfterAct = async (client, done) => {
  const act = done.acts.at(-1);
  if (done.kind !== 'certificate-affair' || act === undefined) return null;
  const state = done.state as CertificateAffair;
  switch (act.type) {
    case 'apply':
    case 'resubmit':
    case 'file':
      return (await cardRefusal(client, done, state)) ?? (await openAlready(client, done, state));
    case 'platform.propose':
    case 'platform.retract':
    case 'platform.correct':
      return refusalOfUndoing(client, done, act.payload);
    default: {
      const change = registerChangeOf(state, act.type);
      return change === null ? null : enter(client, done, act.id, state, change);
    }
  }
};

async function enter(client: Client, done: DoneInMatter, actId: string, s: CertificateAffair, change: CertificateChange) {
  const refusal = await registerCertificateChange(client, change, { actId, city: done.city, today: done.today, nowMs: done.nowMs });
  if (refusal === null && change.is === 'issued' && s.photo !== null) await keepPhoto(client, change, s.photo);
  return refusal;
}

/** The card that an application names is its holder's in that unit; of somebody new, that there is room for a card. */
async function cardRefusal(client: Client, done: DoneInMatter, s: CertificateAffair): Promise<Refusal | null> {
  const { kind, number, name, person, domains } = s.card;
  const holder = { kind, name, organisationId: s.unitId };
  if (number !== null) return refusalOfCertificate(client, done.city, { ...holder, number });
  // A card of one day under no number: whoever holds one already is told now and not by the region.
  const today = { from: done.today, through: done.today, number: '', replaces: null };
  return refusalOfCertificateChange(client, done.city, { ...holder, ...today, is: 'issued', person, domains });
}

/** One affair of one kind about one card at a time. */
async function openAlready(client: Client, done: DoneInMatter, s: CertificateAffair): Promise<Refusal | null> {
  const [other] = await rows(
    client,
    `select 1 from certificate_affair c where c.affair = $1 and c.certificate_kind = $2 and c.unit_id = $3 and c.holder = $4
       and c.certificate_number is not distinct from $5 and c.ended_on is null and c.matter_id <> $6 limit 1`,
    [s.affair, s.card.kind, s.unitId, s.card.name, s.card.number, done.matterId],
  );
  return other === undefined ? null : refuse('open-already', ART_8_5, `${s.card.name}的${AFFAIR_LABELS[s.affair]}正在办理，不能重复申请`);
}

/** Acts whose entries stand in the register. */
const ENTERED = ['declare', 'answer', 'record-decision', 'restore', 'revoke'];

async function refusalOfUndoing(client: Client, done: DoneInMatter, payload: unknown): Promise<Refusal | null> {
  const seq = (payload as { readonly input?: { readonly seq?: number } }).input?.seq ?? 0;
  const [target] = await rows<{ type: string }>(client, 'select type from act where matter_id = $1 and seq = $2', [done.matterId, seq]);
  return target !== undefined && ENTERED.includes(target.type)
    ? refuse('entered', ART_8_5, '该记录已登入证件名录，不能更正或者撤销录入；按自治区的新决定另行登记')
    : null;
}

/** What an act of an affair changes in the register; null: nothing. */
export function registerChangeOf(s: CertificateAffair, act: string): CertificateChange | null {
  const { kind, number, name, person, domains } = s.card;
  const card = { kind, number: number ?? '', name, organisationId: s.unitId };
  const last = s.answers.at(-1);
  if (act === 'declare') return s.declared === null ? null : { ...card, is: 'status', status: 'void', from: s.declared.on };
  if (last === undefined || last.is === 'refused' || last.from === null) return null;
  const { from } = last;
  switch (act) {
    case 'restore':
      return { ...card, is: 'status', status: 'valid', from };
    case 'revoke':
      return { ...card, is: 'status', status: 'revoked', from };
    case 'answer':
    case 'record-decision':
      if (!MAKES_CARD.includes(s.affair)) return decided({ ...card, from }, s.affair);
      return s.issued === null ? null : { ...card, ...s.issued, is: 'issued', person, domains, replaces: number };
    default:
      return null;
  }
}

type Decided = Pick<CertificateChange, 'kind' | 'number' | 'name' | 'organisationId' | 'from'>;

function decided(at: Decided, affair: CertificateAffair['affair']): CertificateChange | null {
  switch (affair) {
    case 'registration':
      return { ...at, is: 'registered' };
    case 'suspension':
      return { ...at, is: 'status', status: 'suspended' };
    case 'revocation':
      return { ...at, is: 'status', status: 'revoked' };
    case 'cancellation':
      return { ...at, is: 'status', status: 'cancelled' };
    case 'issue':
    case 'exchange':
    case 'loss':
      return null;
  }
}
