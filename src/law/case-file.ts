/** 正卷: what was done towards the party, with its evidence. 副卷: the organ's own papers (approvals, review, discussion). */
export const VOLUME_LABELS = { main: '正卷', side: '副卷' } as const;
export type Volume = keyof typeof VOLUME_LABELS;

/** 1: everything in one volume. Whether a file is parted, and how, is custom of the place. */
export const ONE_VOLUME = 'case-file.one-volume';
/** Kind of the list that the case file itself prints. */
export const EVIDENCE_LIST = '证据目录';

/** Papers that are bound together, in the order in which they came to be. */
export type CaseFileSection = {
  readonly volume: Volume;
  /** Kinds of documents that stand here. */
  readonly documents: readonly string[];
  /** Acts whose attachments stand here: the scan of a record right behind the record. */
  readonly acts: readonly string[];
};

/** How a kind of matter is bound as a case file (案卷). */
export type CaseFilePlan<S> = {
  /** 行政处罚案卷, on the cover. */
  readonly name: string;
  readonly sections: readonly CaseFileSection[];
  /** 送达回证, scans of what was sealed by hand: bound behind the numbered letter that they belong to. */
  readonly behindLetter: Pick<CaseFileSection, 'documents' | 'acts'>;
  /** What the cover says beside organ, volume and number of pages. */
  cover(state: S): readonly { readonly label: string; readonly value: string }[];
  /** 证据目录; null where there is no evidence. */
  evidence(state: S): { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
};

/** One paper of the case: a document that was issued (`kind` its kind), or a file that an act attached (`kind` the act). */
export type CasePaper = {
  readonly of: 'document' | 'file';
  readonly kind: string;
  readonly name: string;
  readonly number: string | null;
  readonly seq: number;
  /** A paper of the organ's own, which goes to nobody. */
  readonly inside: boolean;
};

/** The volumes of a case file that hold anything, each with its papers in the order of the file; `isOne`: a single volume. */
export function bound<P extends CasePaper>(
  plan: Pick<CaseFilePlan<never>, 'sections' | 'behindLetter'>,
  papers: readonly P[],
  isOne: boolean,
): readonly { readonly volume: Volume; readonly papers: readonly P[] }[] {
  const placed = papers
    .map((paper) => ({ paper, place: placeOf(plan, leaderOf(plan, papers, paper), paper) }))
    .sort((a, b) => compare(a.place, b.place));
  if (isOne) return papers.length === 0 ? [] : [{ volume: 'main', papers: placed.map(({ paper }) => paper) }];
  return (['main', 'side'] as const)
    .map((volume) => ({ volume, papers: placed.filter(({ place }) => place.volume === volume).map(({ paper }) => paper) }))
    .filter((one) => one.papers.length > 0);
}

type Place = { readonly volume: Volume; readonly order: readonly number[]; readonly name: string };

function leaderOf(plan: Pick<CaseFilePlan<never>, 'behindLetter'>, papers: readonly CasePaper[], paper: CasePaper): CasePaper {
  if (!isOneOf(plan.behindLetter, paper)) return paper;
  const before = papers.filter((one) => one.of === 'document' && one.number !== null && one.seq < paper.seq);
  return before.reduce<CasePaper | null>((last, one) => (last === null || one.seq > last.seq ? one : last), null) ?? paper;
}

function placeOf({ sections }: Pick<CaseFilePlan<never>, 'sections'>, leader: CasePaper, paper: CasePaper): Place {
  const at = sections.findIndex((section) => isOneOf(section, leader) && (!leader.inside || section.volume === 'side'));
  const volume = leader.inside ? 'side' : (sections[at]?.volume ?? 'main');
  return {
    volume,
    order: [volume === 'main' ? 0 : 1, at === -1 ? sections.length : at, leader.seq, paper.seq, paper.of === 'document' ? 0 : 1],
    name: paper.name,
  };
}

function isOneOf({ documents, acts }: Pick<CaseFileSection, 'documents' | 'acts'>, { of, kind }: CasePaper): boolean {
  return (of === 'document' ? documents : acts).includes(kind);
}

function compare(a: Place, b: Place): number {
  const differs = a.order.findIndex((one, i) => one !== b.order[i]);
  if (differs !== -1) return (a.order[differs] ?? 0) - (b.order[differs] ?? 0);
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
