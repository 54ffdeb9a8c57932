import {
  bureauReaches,
  departmentReaches,
  type LocalDate,
  type OrganisationFact,
  type Profile,
  parameterOf,
  type Refusal,
  type RegisterFacts,
  refuse,
} from '#law';
import { type DocumentType, isLetter, TYPE_LABELS } from '../model.ts';
import { ART_2_4, ART_11_2, ART_22_1, ART_23_3, REGULATION_42_2 } from './articles.ts';

/** To whom a document is to go, about whom, and where the report goes beside the issuer. */
export type Address = {
  readonly type: DocumentType;
  readonly issuerId: string;
  readonly addresseeId: string;
  readonly concernedId: string | null;
  readonly reportToId: string | null;
  /** The case of the issuer from which it is written. */
  readonly caseId: string | null;
};

type Parties = {
  readonly a: Address;
  readonly issuer: OrganisationFact;
  readonly addressee: OrganisationFact;
  readonly concerned: OrganisationFact | null;
  readonly facts: RegisterFacts;
};

/** Whether the register knows the parties on the legal date at all; without it nothing can be judged or printed. */
export function unknownParty(a: Address, facts: RegisterFacts): Refusal | null {
  const ids = [a.issuerId, a.addresseeId, ...(a.concernedId === null ? [] : [a.concernedId])];
  return ids.every((id) => facts.organisations.has(id))
    ? null
    : refuse('unknown-organisation', ART_22_1, '发文、收文或者所涉单位在办理日期没有有效的登记信息');
}

/** Who may issue what to whom. Null: lawful; parties must be known (`unknownParty`). */
export function addressRefusal(a: Address, facts: RegisterFacts, profile: Profile, on: LocalDate): Refusal | null {
  const issuer = facts.organisations.get(a.issuerId);
  const addressee = facts.organisations.get(a.addresseeId);
  if (issuer === undefined || addressee === undefined) return null;
  const p: Parties = { a, issuer, addressee, concerned: facts.organisations.get(a.concernedId ?? '') ?? null, facts };
  const issuing = issuerRefusal(p) ?? (isLetter(a.type) ? letterRefusal(p) : subjectRefusal(p));
  return issuing ?? reachRefusal(p, profile, on) ?? (isLetter(a.type) ? null : reportRefusal(p));
}

function issuerRefusal({ a, issuer }: Parties): Refusal | null {
  if (issuer.kind === 'justice-office') return refuse('justice-office', ART_23_3, '司法所不得制发监督文书，应当提请旗县区司法行政部门制发');
  if (issuer.kind === 'bureau') return null;
  if (issuer.kind !== 'department' && issuer.kind !== 'authorised')
    return refuse('not-supervision-body', ART_2_4, '制发监督文书的应当是司法行政部门或者部门法制工作机构');
  if (isLetter(a.type)) return refuse('bureau-only', REGULATION_42_2, `${TYPE_LABELS[a.type]}由司法行政部门制发`);
  return a.type === 'decision'
    ? refuse('decision-off', ART_22_1, '部门法制机构制发决定书未启用（待核定），请提请同级司法行政部门处理')
    : null;
}

/** The three documents go to a 执法主体, and not to vertical or dual-led units. */
function subjectRefusal({ issuer, addressee, concerned, facts }: Parties): Refusal | null {
  if (addressee.id === issuer.id) return refuse('own-organ', ART_22_1, '不得向本机关制发监督文书');
  if (addressee.leadKind !== 'local' || addressee.kind === 'vertical') return verticalRefusal(addressee, facts);
  const through = throughRefusal(issuer, addressee, facts);
  if (through !== null) return through;
  if (addressee.kind === 'external' || addressee.kind === 'justice-office')
    return refuse('not-subject', ART_22_1, `${addressee.name}不是行政执法主体，不能作为监督文书的主送单位`);
  if (addressee.qualification === 'cancelled') return refuse('not-subject', ART_22_1, `${addressee.name}的执法主体资格已经注销`);
  return concerned !== null && concerned.answersThroughId !== addressee.id && concerned.superiorId !== addressee.id
    ? refuse('concerned', ART_22_1, `${concerned.name}不由${addressee.name}负责，所涉单位填写有误`)
    : null;
}

function verticalRefusal(addressee: OrganisationFact, facts: RegisterFacts): Refusal {
  const superior = facts.organisations.get(addressee.lineSuperiorId ?? '')?.name ?? '其上一级主管部门';
  return refuse(
    'vertical-unit',
    REGULATION_42_2,
    `${addressee.name}实行垂直领导或者双重领导并以上级为主，不适用通知书、意见书、决定书；可向该单位制发情况核实函，或者向${superior}制发问题告知函`,
  );
}

/** A delegate or stationed team answers through its organ; to its own delegates a department writes directly. */
function throughRefusal(issuer: OrganisationFact, addressee: OrganisationFact, facts: RegisterFacts): Refusal | null {
  const through = addressee.answersThroughId;
  if (through === null || through === issuer.id) return null;
  const right = facts.organisations.get(through)?.name ?? '其所属或者委托的机关';
  return refuse('answers-through', ART_22_1, `${addressee.name}不以自己的名义执法，应当主送${right}，并将其填为所涉单位、抄送该单位`);
}

/** 825 Art. 42: the letter of inquiry goes to the unit, the notification to its superior. */
function letterRefusal({ a, addressee, concerned }: Parties): Refusal | null {
  const unit = a.type === 'inquiry' ? addressee : concerned;
  if (unit === null) return refuse('concerned-missing', REGULATION_42_2, '问题告知函应当填明所涉的垂直领导或者双重领导单位');
  if (unit.leadKind === 'local' && unit.kind !== 'vertical')
    return refuse('not-vertical', REGULATION_42_2, `${unit.name}不是垂直领导或者双重领导并以上级为主的单位，应当制发监督文书`);
  return a.type === 'notification' && unit.lineSuperiorId !== addressee.id
    ? refuse('not-superior', REGULATION_42_2, `${addressee.name}不是${unit.name}的上一级主管部门`)
    : null;
}

/** A bureau's own reach, or a case that an upper bureau has designated to it; a department's own bodies. */
function reachRefusal({ a, issuer, addressee, concerned, facts }: Parties, profile: Profile, on: LocalDate): Refusal | null {
  const target = a.type === 'notification' ? concerned : addressee;
  if (target === null) return null;
  if (issuer.kind === 'bureau') {
    const own = facts.matters?.get(a.caseId ?? '');
    const designated = own?.homeId === issuer.id && own.about.includes(target.id);
    return designated || bureauReaches(issuer.id, target, facts)
      ? null
      : refuse('outside-reach', ART_22_1, `${target.name}不在本机关的监督范围内`);
  }
  if (departmentReaches(issuer.id, target)) return null;
  const systemScope = (parameterOf(profile, 'supervision.system-scope', on)?.value ?? 0) === 1;
  return systemScope && target.lineSuperiorId === issuer.id
    ? null
    : refuse('not-own-unit', ART_11_2, '法制机构只向本部门的所属机构、派出机构、受委托组织制发监督文书');
}

/** The written result goes to the bureau even where another organ has issued (细则 22¶1). */
function reportRefusal({ a, issuer, addressee, facts }: Parties): Refusal | null {
  const bureau = addressee.bureauId;
  if (bureau === null || bureau === issuer.id || bureau === addressee.id) {
    return a.reportToId === null ? null : refuse('report-to', ART_22_1, '报告只需送发文机关，请清空“同级司法行政部门”');
  }
  return a.reportToId === bureau
    ? null
    : refuse(
        'report-to',
        ART_22_1,
        `处理结果应当同时报告${facts.organisations.get(bureau)?.name ?? '收文单位的同级司法行政部门'}，请填为“同级司法行政部门”`,
      );
}
