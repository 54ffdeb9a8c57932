import { cleanName, type LocalDate, SHORT_NAMES } from '#law';

/**
 * What decisions are judged by besides themselves. `record`: the decision could not be judged and waits to be tried again.
 * `late`: it was stored after a change of what it had read before.
 */
export const REGISTER_CHANGES = {
  organ: '单位名录变动',
  certificate: '执法、监督证件变动',
  list: '权责清单、赋权清单变动',
  delegation: '委托书变动',
  law: '法规文本、有效期变动',
  calendar: '放假安排载入',
  profile: '规则参数变动',
  rule: '监督规则更新',
  late: '入库期间名录、法规有变动',
  record: '上次判断出错，再次判断',
} as const;

export type Cause = {
  readonly register: keyof typeof REGISTER_CHANGES;
  /** Ids of organs, numbers of certificates, names of laws, ids of decisions or of rules; empty: whatever the register can touch. */
  readonly keys: readonly string[];
  /** Days of decision, half-open; null: without that bound. */
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  /** The load or the act that changed the register, in words; null where it is not told. */
  readonly title: string | null;
};

/** What of a decision tells whether a change of a register can touch it. */
export type Touchable = {
  readonly matterId: string;
  readonly organId: string;
  readonly decidedOn: LocalDate;
  readonly itemCode: string | null;
  /** Numbers of certificates that it names. */
  readonly certificates: readonly string[];
  readonly basis: string | null;
};

export type CauseIndex = {
  /** Why a decision has to be judged again, in words; null: nothing that has changed can touch it. */
  reason(decision: Touchable): string | null;
  /** Only decisions of these organs can be touched; null: those of any. */
  readonly organs: readonly string[] | null;
  /** Whether time answers otherwise: days on which periods end have moved. */
  readonly movesDays: boolean;
};

const MOST_TITLES = 3;
const MOST_READINGS = 10_000;

/** The causes of one round, arranged so that each of many thousand decisions is asked at once. */
export function causeIndex(causes: readonly Cause[]): CauseIndex {
  const of = (register: Cause['register']) => causes.filter((cause) => cause.register === register);
  const [organs, lists, deeds, certificates] = [of('organ'), of('list'), of('delegation'), of('certificate')].map(byKey);
  const records = byKey([...of('record'), ...of('late')]);
  const laws = byLawName(of('law'));
  const anyLaw = of('law').filter((cause) => cause.keys.length === 0);
  const everything = [...of('calendar'), ...of('profile'), ...of('rule')];
  const cited = new Map<string, readonly Cause[]>();
  const citedBy = (basis: string | null): readonly Cause[] => {
    if (basis === null || (laws.size === 0 && anyLaw.length === 0)) return [];
    const known = cited.get(basis);
    if (known !== undefined) return known;
    const plain = basis.normalize('NFKC').replace(/\s/g, '');
    const found = [...anyLaw, ...[...laws].flatMap(([name, list]) => (plain.includes(name) ? list : []))];
    if (cited.size >= MOST_READINGS) cited.clear();
    cited.set(basis, found);
    return found;
  };
  const reason = (decision: Touchable): string | null => {
    const touching = [
      ...(organs?.get(decision.organId) ?? []),
      ...(decision.itemCode === null ? [] : (lists?.get(decision.organId) ?? [])),
      ...(decision.certificates.length === 0 ? [] : (deeds?.get(decision.organId) ?? [])),
      ...decision.certificates.flatMap((number) => certificates?.get(number) ?? []),
      ...(records.get(decision.matterId) ?? []),
      ...citedBy(decision.basis),
      ...everything,
    ].filter(({ from, until }) => (from === null || from <= decision.decidedOn) && (until === null || decision.decidedOn < until));
    return touching.length === 0 ? null : inWords(touching);
  };
  const isOfOrgans = causes.every(({ register }) => register === 'organ' || register === 'list' || register === 'delegation');
  return {
    reason,
    organs: isOfOrgans ? [...new Set(causes.flatMap(({ keys }) => keys))] : null,
    movesDays: everything.length > 0 || of('late').length > 0,
  };
}

function byKey(causes: readonly Cause[]): ReadonlyMap<string, readonly Cause[]> {
  const found = new Map<string, Cause[]>();
  for (const cause of causes) for (const key of cause.keys) push(found, key, cause);
  return found;
}

/** Every name under which a decision may cite the law: as a text that names no law may still mean it, rather too many. */
function byLawName(causes: readonly Cause[]): ReadonlyMap<string, readonly Cause[]> {
  const found = new Map<string, Cause[]>();
  for (const cause of causes) {
    const names = new Set(cause.keys.map(cleanName));
    const short = Object.entries(SHORT_NAMES).flatMap(([name, laws]) => (laws.some((law) => names.has(law)) ? [name] : []));
    for (const name of [...names, ...short]) push(found, name, cause);
  }
  return found;
}

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/** Told loads by their names; a register only where no load of it is told. */
function inWords(causes: readonly Cause[]): string {
  const told = new Set(causes.flatMap(({ register, title }) => (title === null ? [] : [register])));
  const words = causes.flatMap(({ register, title }) => title ?? (told.has(register) ? [] : [REGISTER_CHANGES[register]]));
  const titles = [...new Set(words)];
  const more = titles.length > MOST_TITLES ? `等${titles.length}项` : '';
  return `${titles.slice(0, MOST_TITLES).join('；')}${more}，据以重新判断`;
}
