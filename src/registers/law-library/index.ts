export { LAW_CHANGE } from './kind-change.ts';
export { LAW_IMPORT } from './kind-import.ts';
export { LAW_LINKS } from './kind-links.ts';
export type { ImpactItem, LawChange, LawImport, LawLinks } from './model.ts';
export { type KeptLaws, keptLaws } from './store-kept.ts';
export { lawsMoved } from './store-texts.ts';
