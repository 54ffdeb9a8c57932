drop table certificate_affair;
