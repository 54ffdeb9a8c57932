drop function public_normative_documents(text, date, date, int, int);
