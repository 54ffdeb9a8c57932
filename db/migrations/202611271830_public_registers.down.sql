drop function public_benchmarks(text, date, int, int), public_delegations(text, date, int, int);
