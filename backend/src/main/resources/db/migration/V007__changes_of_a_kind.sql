-- The feed of a rare kind: without this its first page, and its last, read every record of all the others.
-- Of the public's numbers alone: who sees drafts is at home here, and an index more makes each write of a record dearer.
create index entry_public_seq_of_kind on entry (kind, public_seq) where public_seq is not null;
