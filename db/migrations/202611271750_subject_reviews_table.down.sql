drop table subject_review;
