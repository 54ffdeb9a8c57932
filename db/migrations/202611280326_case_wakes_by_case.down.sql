drop index case_wake_case;
