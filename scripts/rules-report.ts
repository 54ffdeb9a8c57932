// `npm run rules:report [decisions] [folder]`: builds a year of a city and holds every rule's findings against the table of truth.
// A folder is kept; one that holds a city already, built on the same day, is only held against the table again.
import { argv, exit } from 'node:process';
import { rulesReport } from '../src/app/rules-report.ts';

exit(await rulesReport(Number(argv[2] ?? 20_000), argv[3] ?? null, (line) => console.log(line)));
