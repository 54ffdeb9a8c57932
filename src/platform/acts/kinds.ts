import type { ActForms, BaseState, MatterKind } from '#law';

/** The kinds that this program knows, by id. */
export type Kinds = ReadonlyMap<string, MatterKind>;

/**
 * Takes a room's typed kind into the list that the platform executes. The types of state and input are forgotten
 * here, at one place; what the pipeline passes back in is what parseInput and the room's own folds have produced.
 */
export function anyKind<S extends BaseState, F extends ActForms>(kind: MatterKind<S, F>): MatterKind {
  return kind as unknown as MatterKind;
}

export function kindsOf(list: readonly MatterKind[]): Kinds {
  const kinds = new Map(list.map((kind) => [kind.kind, kind]));
  if (kinds.size !== list.length) throw new Error('two kinds of matter share an id');
  return kinds;
}

export function payloadVersion(kind: MatterKind, act: string): number {
  return kind.versions?.[act] ?? 1;
}

/** The name of the typed table of a kind. */
export function tableOf(kind: MatterKind): string {
  return kind.kind.replaceAll('-', '_');
}
