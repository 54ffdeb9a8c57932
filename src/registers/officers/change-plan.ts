import { addDays, type CertificateKind, type CertificateStatus, cite, isRefusal, type LocalDate, type Refusal, refuse } from '#law';
import { overlaps, type Period, revise } from '#registers/loading';
import type {
  CertificateContent,
  CertificatePlan,
  CertificateRecord,
  PlannedCertificate,
  PlannedOfficer,
  RegisteredCertificate,
  RegisteredOfficer,
} from './load-model.ts';

type Holder = { readonly name: string; readonly organisationId: string };
type Card = { readonly kind: CertificateKind; readonly number: string };

/** What becomes of one certificate, from which day. */
export type CertificateChange = Card &
  Holder & {
    /** First day on which it holds. */
    readonly from: LocalDate;
  } & (
    | { readonly is: 'status'; readonly status: CertificateStatus }
    | { readonly is: 'registered' }
    | {
        readonly is: 'issued';
        /** Last valid day. */
        readonly through: LocalDate;
        readonly person: string | null;
        readonly domains: readonly string[];
        /** Number of the card that the new one replaces; void from the new one's first day. */
        readonly replaces: string | null;
      }
  );
type Issue = Extract<CertificateChange, { is: 'issued' }>;

/** The part of the register that a change touches: the people it may be about and all their certificates. */
export type CertificateRegister = {
  readonly officers: readonly RegisteredOfficer[];
  readonly certificates: readonly RegisteredCertificate[];
};

const ART_8_5 = cite('实施细则', 8, undefined, 5);
const no = (code: string, reason: string): Refusal => refuse(code, ART_8_5, reason);

/** A certificate that has come to its end never counts again; a new card is a new one. */
const ENDED: readonly CertificateStatus[] = ['revoked', 'cancelled', 'void'];
const isHeld = (status: CertificateStatus): boolean => !ENDED.includes(status);

/** What the register must supersede and record for a change, or why it cannot (细则 8(5), 16). Days before stay as they were. */
export function planCertificateChange(change: CertificateChange, register: CertificateRegister, newId: string): CertificatePlan | Refusal {
  if (change.is === 'issued') return planIssue(change, register, newId);
  const known = certificateOf(change, change, register);
  if (isRefusal(known)) return known;
  const refusal = refusalOf(change, known.records);
  if (refusal !== null) return refusal;
  const content = (c: CertificateContent): CertificateContent =>
    change.is === 'status' ? { ...c, status: change.status } : { ...c, registeredOn: change.from };
  return { problems: [], officers: [], certificates: [revised(known, changedFrom(known.records, change.from, content), change.from)] };
}

/** One answer for a number that is not there, another's and another unit's: nobody learns by asking which numbers exist. */
export function certificateOf(
  card: Card,
  holder: Holder,
  { officers, certificates }: CertificateRegister,
): RegisteredCertificate | Refusal {
  const found = certificates.find((c) => c.kind === card.kind && c.number === card.number);
  const last = found?.records.at(-1)?.content;
  const name = officers.find((o) => o.id === last?.officerId)?.name;
  return found !== undefined && name === holder.name && last?.organisationId === holder.organisationId
    ? found
    : no('no-such-certificate', `名录中没有与证件号${card.number}、持证人、单位都相符的证件，请核对`);
}

function refusalOf(change: Exclude<CertificateChange, Issue>, records: readonly CertificateRecord[]): Refusal | null {
  const at = on(records, change.from);
  if (at === undefined) return no('outside-validity', `该证${change.from}不在有效期内`);
  const ended = records.find((r) => !isHeld(r.content.status) && r.from <= change.from);
  if (ended !== undefined) return no('ended', `该证自${ended.from}起已经终止，不能再办理`);
  if (change.is === 'registered') return null;
  if (change.status === at.content.status) return no('no-change', `该证${change.from}已经是这一状态`);
  return change.status === 'valid' && at.content.status !== 'suspended'
    ? no('not-suspended', `该证${change.from}没有暂扣，不能恢复`)
    : null;
}

/** From a day on, each period with its new content; what has ended stays ended. */
function changedFrom(
  records: readonly CertificateRecord[],
  day: LocalDate,
  content: (c: CertificateContent) => CertificateContent,
): readonly Period<CertificateContent>[] {
  return records
    .filter((r) => r.until === null || r.until > day)
    .map((r) => ({
      from: r.from > day ? r.from : day,
      until: r.until,
      content: isHeld(r.content.status) ? content(r.content) : r.content,
    }));
}

function revised(known: RegisteredCertificate, wanted: readonly Period<CertificateContent>[], from: LocalDate): PlannedCertificate {
  const revision = revise(known.records, wanted);
  const kept = known.records.filter((r) => !revision.supersede.includes(r.id));
  return {
    ...{ kind: known.kind, number: known.number, isNew: known.records.length === 0, rows: [], revision },
    timeline: [...kept, ...revision.record],
    byActDays: [...known.records.filter((r) => r.byAct), { from, until: null }],
  };
}

function planIssue(issue: Issue, register: CertificateRegister, newId: string): CertificatePlan | Refusal {
  const until = addDays(issue.through, 1);
  if (issue.through < issue.from) return no('period', `有效期至${issue.through}，早于生效日${issue.from}`);
  const old = issue.replaces === null ? null : certificateOf({ kind: issue.kind, number: issue.replaces }, issue, register);
  if (isRefusal(old)) return old;
  const same = register.certificates.find((c) => c.kind === issue.kind && c.number === issue.number);
  if (same !== undefined && same !== old) return no('number-twice', `证件号${issue.number}已经登记，一个证号只属于一张证件`);
  const officer = officerOf(issue, old, register, newId);
  if (isRefusal(officer)) return officer;
  const own = register.certificates.filter((c) => c.records.at(-1)?.content.officerId === officer.id);
  const clash = clashOf(issue, until, old, own);
  if (clash !== null) return clash;
  const { organisationId, domains, from } = issue;
  const content: CertificateContent = {
    ...{ officerId: officer.id, organisationId, status: 'valid', domains, registeredOn: null },
    ...toldOfHolder(own),
  };
  const known = same ?? { kind: issue.kind, number: issue.number, records: [] };
  const ended =
    old === null || old === same
      ? []
      : [
          revised(
            old,
            changedFrom(old.records, from, (c) => ({ ...c, status: 'void' })),
            from,
          ),
        ];
  const isKnown = register.officers.some((o) => o.id === officer.id && o.code === officer.code);
  return {
    problems: [],
    officers: isKnown ? [] : [officer],
    certificates: [revised(known, [{ from, until, content }], from), ...ended.filter((e) => e.revision.record.length > 0)],
  };
}

/** What the register says of the holder as a reviewer goes over to a new card. */
function toldOfHolder(own: readonly RegisteredCertificate[]): Pick<CertificateContent, 'legalQualification' | 'reviewsSince'> {
  const known = own.flatMap((c) => c.records.map((r) => r.content));
  return {
    legalQualification: known.findLast((c) => c.legalQualification !== null)?.legalQualification ?? null,
    reviewsSince: known.findLast((c) => c.reviewsSince !== null)?.reviewsSince ?? null,
  };
}

/** By the card that is replaced, by the person's code, by name within the unit; else somebody new. */
function officerOf(
  issue: Issue,
  old: RegisteredCertificate | null,
  { officers }: CertificateRegister,
  newId: string,
): PlannedOfficer | Refusal {
  const { name, organisationId, person: code } = issue;
  const holder = officers.find((o) => o.id === old?.records.at(-1)?.content.officerId);
  if (holder !== undefined) return { ...holder, code: holder.code ?? code };
  const coded = code === null ? undefined : officers.find((o) => o.code === code);
  if (coded !== undefined) return coded.name === name ? coded : no('other-person', `人员编号${code ?? ''}已登记给另一人`);
  const namesakes = officers.filter((o) => o.organisationId === organisationId && o.name === name && (code === null || o.code === null));
  const [only, another] = namesakes;
  if (another !== undefined) return no('namesakes', `单位内有同名人员“${name}”，请填人员编号`);
  return only === undefined ? { id: newId, code, name, organisationId } : { ...only, code: only.code ?? code };
}

/** Nobody serves two bodies on one day, nor holds two cards of one kind. */
function clashOf(issue: Issue, until: LocalDate, old: RegisteredCertificate | null, own: readonly RegisteredCertificate[]): Refusal | null {
  for (const c of own) {
    for (const r of c.records) {
      if (c === old || !isHeld(r.content.status) || !overlaps(r, { from: issue.from, until })) continue;
      if (r.content.organisationId !== issue.organisationId)
        return no('two-bodies', `该人的证件${c.number}在有效期内属于另一单位，同一日只能在一个单位持证；先办理注销`);
      if (c.kind === issue.kind) return no('overlapping', `该人的同类证件${c.number}在新证有效期内仍然有效，先办理换证或者注销`);
    }
  }
  return null;
}

function on<T extends { readonly from: LocalDate; readonly until: LocalDate | null }>(list: readonly T[], day: LocalDate): T | undefined {
  return list.find((r) => r.from <= day && (r.until === null || day < r.until));
}
