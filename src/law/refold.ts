import type { Json } from './canonical-json.ts';
import { foldAct } from './decide.ts';
import { type LocalDate, parseLocalDate } from './local-date.ts';
import type { ActFrame, AttachedFile, BaseState, GivenNumber, MatterKind, Rendering } from './matter-kind.ts';
import type { GuardDoubt } from './reported.ts';

/** What stands in an act's payload: the input, and beside it what the platform gave, issued and attached. */
export type StoredPayload = {
  readonly input: Readonly<Record<string, Json>>;
  readonly number: GivenNumber | null;
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly template: string;
    readonly templateVersion: number;
    readonly facts: Json;
    readonly verifyCode: string | null;
  }[];
  readonly files: readonly AttachedFile[];
  /** Conditions of law that the reported or corrected act did not meet; absent where it met all. */
  readonly doubts?: readonly GuardDoubt[];
};

export type StoredAct = {
  readonly version: number;
  readonly frame: Omit<ActFrame, 'number' | 'documents' | 'files'>;
  readonly payload: StoredPayload;
};

/** The platform's own acts, alike in every room. */
export const PLATFORM_ACTS = {
  'platform.rendered': '生成文书',
  'platform.sealed': '生成用印文书',
  'platform.propose': '提出更正（待另一人确认）',
  'platform.correct': '更正',
  'platform.retract': '撤销录入',
  'platform.succeed': '由承接单位继续办理',
  'platform.packed': '归档包入库',
} as const;
export type PlatformActType = keyof typeof PLATFORM_ACTS;

export function isPlatformAct(type: string): type is PlatformActType {
  return Object.hasOwn(PLATFORM_ACTS, type);
}

/** 更正: named fields of one earlier act get other values; `legalDate` may be among them. */
export type Correction = {
  readonly seq: number;
  readonly fields: Readonly<Record<string, Json>>;
  readonly legalDate: LocalDate | null;
  /** What the act is doubted for as corrected; null where nothing is or was doubtful. */
  readonly doubts: readonly GuardDoubt[] | null;
};

export type Effective = {
  readonly acts: readonly StoredAct[];
  readonly corrected: ReadonlySet<number>;
  readonly retracted: ReadonlySet<number>;
};

/** The acts as they count: corrections applied, retracted ones left out, in recorded order. */
export function effectiveActs(acts: readonly StoredAct[]): Effective {
  const retracted = new Set<number>();
  const corrections = new Map<number, Correction[]>();
  for (const act of acts) {
    const target = act.payload.input['seq'];
    if (typeof target !== 'number' || !isPlatformAct(act.frame.type)) continue;
    if (act.frame.type === 'platform.retract') retracted.add(target);
    if (act.frame.type === 'platform.correct')
      corrections.set(target, [...(corrections.get(target) ?? []), readCorrection(target, act.payload.input)]);
  }
  const counted = acts.filter((a) => !retracted.has(a.frame.seq)).map((a) => (corrections.get(a.frame.seq) ?? []).reduce(corrected, a));
  return { acts: counted, corrected: new Set(corrections.keys()), retracted };
}

function readCorrection(seq: number, input: Readonly<Record<string, Json>>): Correction {
  const fields = input['fields'];
  const on = input['legalDate'];
  return {
    seq,
    fields: typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? (fields as Readonly<Record<string, Json>>) : {},
    legalDate: typeof on === 'string' ? parseLocalDate(on) : null,
    doubts: Array.isArray(input['doubts']) ? (input['doubts'] as unknown as readonly GuardDoubt[]) : null,
  };
}

function corrected(act: StoredAct, by: Correction): StoredAct {
  return {
    ...act,
    frame: by.legalDate === null ? act.frame : { ...act.frame, legalDate: by.legalDate },
    payload: {
      ...act.payload,
      input: { ...act.payload.input, ...by.fields },
      ...(by.doubts === null ? {} : { doubts: by.doubts }),
    },
  };
}

/** The whole frame of a stored act. */
export function frameOf(act: StoredAct): ActFrame {
  return {
    ...act.frame,
    number: act.payload.number,
    documents: Object.fromEntries(act.payload.documents.map((d) => [d.kind, d.id])),
    files: act.payload.files,
    ...doubtsOf(act.payload.doubts ?? []),
  };
}

/** What a frame tells the fold of an act's doubts. */
export function doubtsOf(doubts: readonly GuardDoubt[]): Pick<ActFrame, 'doubts'> {
  return doubts.length === 0 ? {} : { doubts: doubts.map((d) => d.code) };
}

/** Folds a matter from its acts alone; null where the first act is missing. Old payloads pass through their upcasters. */
export function refold(kind: MatterKind, acts: readonly StoredAct[]): BaseState | null {
  let state: BaseState | null = null;
  for (const act of effectiveActs(acts).acts) {
    if (isPlatformAct(act.frame.type)) state = state === null ? null : foldPlatformAct(state, act.frame.type, act.payload.input);
    else state = foldAct(kind, state, upcast(kind, act), frameOf(act)) ?? state;
  }
  return state;
}

function upcast(kind: MatterKind, act: StoredAct): Json {
  const current = kind.versions?.[act.frame.type] ?? 1;
  let input: Json = act.payload.input;
  for (let v = act.version; v < current; v += 1) input = kind.upcasters?.[`${act.frame.type}@${v}`]?.(input) ?? input;
  return input;
}

/** Digests of renderings, and successors; corrections and retractions have done their work in effectiveActs. */
export function foldPlatformAct(state: BaseState, type: PlatformActType, input: Readonly<Record<string, Json>>): BaseState {
  if (type === 'platform.succeed') return succeeded(state, String(input['from']), String(input['to']));
  if (type !== 'platform.rendered' && type !== 'platform.sealed') return state;
  const renderings: Record<string, Rendering> = { ...state.renderings };
  const list = Array.isArray(input['documents']) ? input['documents'] : [];
  for (const entry of list) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) continue;
    const e = entry as Readonly<Record<string, Json>>;
    const id = String(e['id']);
    const old = renderings[id];
    renderings[id] = {
      pdf: typeof e['pdf'] === 'string' ? e['pdf'] : (old?.pdf ?? ''),
      docx: typeof e['docx'] === 'string' ? e['docx'] : (old?.docx ?? ''),
      sealed: typeof e['sealed'] === 'string' ? e['sealed'] : (old?.sealed ?? null),
    };
  }
  return { ...state, renderings };
}

/**
 * A unit that is no more is succeeded wherever the matter names it: as owner, as party, in what is still open. Documents
 * keep the name under which they were issued, for their facts are fixed in the acts.
 */
function succeeded(state: BaseState, from: string, to: string): BaseState {
  const follow = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) return value.map(follow).filter((v, i, all) => v !== to || all.indexOf(v) === i);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key === from ? to : key, follow(inner)]));
  };
  const { renderings, ...open } = state;
  // What follow() makes of a state has the state's own shape: only ids are exchanged.
  return { ...(follow(open) as BaseState), ...(renderings === undefined ? {} : { renderings }) };
}
