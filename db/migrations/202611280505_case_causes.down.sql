drop trigger note_changed_benchmark on benchmark_version;
drop trigger note_new_benchmark on benchmark_version;
drop trigger note_changed_lenient on list_entry_record;
drop trigger note_new_lenient on list_entry_record;
drop trigger note_case_causes on penalty_cause;
drop function note_benchmark_cause(), note_lenient_cause(), note_case_causes();
drop table case_round;
drop table case_cause;
