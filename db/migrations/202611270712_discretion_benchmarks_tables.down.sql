drop table benchmark_version;
drop table discretion_benchmark;
