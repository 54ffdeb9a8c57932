export * from './forms.ts';
export * from './guards.ts';
export * from './keeping.ts';
export * from './model.ts';
export * from './stages.ts';
