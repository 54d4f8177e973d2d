-- One record by its id: every organization may come.
\set n 1001000000 + 10000000 * random(0, :copies) + random(0, :loaded - 1)
select document from entry where id = 'org_01m88bench000000' || :n;
