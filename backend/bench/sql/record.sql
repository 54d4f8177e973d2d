-- One record by its id: every organization may come.
\set n random(1000000, :last)
\set k random(0, :copies)
select document from entry where id = 'org_01m88bench00000000' || :k || :n;
