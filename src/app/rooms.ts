import type { MatterKind } from '#law';

/** Every kind of matter of every room, in the order of the 细则. Adding a capability is one folder and one line here. */
export const KINDS: readonly MatterKind[] = [];
