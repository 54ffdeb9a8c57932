// `npm run rules:report [decisions]`: builds a year of a city and holds every rule's findings against the table of truth.
import { argv, exit } from 'node:process';
import { rulesReport } from '../src/app/rules-report.ts';

exit(await rulesReport(Number(argv[2] ?? 20_000), (line) => console.log(line)));
