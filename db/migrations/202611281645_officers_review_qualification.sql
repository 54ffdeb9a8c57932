-- Room officers: whether the holder has a 法律职业资格, and since when they review penalty decisions (处罚法 58). 无 says that the
-- register knows of none; null that nobody has told it.
alter table certificate_record add column legal_qual_no text;
alter table certificate_record add column review_since date;
