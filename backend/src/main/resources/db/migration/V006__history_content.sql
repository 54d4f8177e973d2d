-- What a version says of its record, as a hash: two versions that say the same are told apart from two that do not without reading either.
-- Empty for a deletion; null where the version is older than this column, and then held to be different from any other.
alter table history add content text;
