-- area: pupils
-- Children are found by the beginnings of their names, on each engine's own full-text index (decision 29). Before each word stands the
-- authority's code, so that the words of one authority are a place of their own in the index, as its rows are in every other index.

-- engine: sqlite
-- Words are split at spaces alone, as on PostgreSQL: folding left nothing else between them. The prefixes of 4 to 6 letters are the code with the
-- first one to three letters that somebody types. The view says what stands in the index; whoever writes a child reads it (pupils/store).
create virtual table pupil_words using fts5 (words, id unindexed, tokenize = 'ascii', prefix = '4 5 6', detail = none, columnsize = 0);
create view pupil_words_fill as
select authority_id, id, authority_id || replace(search_text, ' ', ' ' || authority_id) as words,
       '"' || authority_id || replace(search_text, ' ', '" "' || authority_id) || '"' as every_word
from pupil;
insert into pupil_words (words, id) select words, id from pupil_words_fill;
insert into pupil_words (pupil_words) values ('optimize');
-- engine: postgres
alter table pupil add column search_words tsvector
    generated always as (array_to_tsvector(array_remove(string_to_array(authority_id || replace(search_text, ' ', ' ' || authority_id), ' '), ''))) stored;
create index pupil_words on pupil using gin (search_words);
-- engine: both
