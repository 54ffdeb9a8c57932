-- Platform: acts lock their matter by a named statement of their own; nobody calls the function any more.
drop function lock_matter(uuid, int);
