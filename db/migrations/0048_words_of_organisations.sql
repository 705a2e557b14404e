-- area: people
-- Organisations too are found by the beginnings of their names. Their folded names stand beside them from now on, as children's do.

alter table organisation add column search_text text not null default '';

-- The same letters as folded_for_search (foundation/text.cpp): a test compares the two.
with recursive places (at) as (
    select 1
    union all
    select at + 1 from places where at < (select max(length(name)) from organisation)
)
update organisation
set search_text = trim(replace(replace(replace((
    select string_agg(each.folded, '') from (
        select case
            when letter.point in (39, 96, 173, 180, 700, 8216, 8217) or letter.point between 768 and 879 then ''
            when letter.point between 48 and 57 or letter.point between 97 and 122 then letter.sign
            when letter.point between 65 and 90 then lower(letter.sign)
            when letter.point between 192 and 383 then
                replace(replace(replace(replace(replace(
                    substr('aaaaaa1ceeeeiiiidnooooo ouuuuy23aaaaaa1ceeeeiiiidnooooo ouuuuy2yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllll' ||
                           'lllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs', letter.point - 191, 1),
                    '1', 'ae'), '2', 'th'), '3', 'ss'), '4', 'ij'), '5', 'oe')
            when letter.point in (536, 537) then 's'
            when letter.point in (538, 539) then 't'
            when letter.point between 7808 and 7813 then 'w'
            when letter.point in (7922, 7923) then 'y'
            when letter.point = 7838 then 'ss'
            when letter.point < 192 or letter.point between 8192 and 8303 then ' '
            else letter.sign end as folded
        from (
            select places.at, substr(organisation.name, places.at, 1) as sign,
-- engine: sqlite
                   unicode(substr(organisation.name, places.at, 1)) as point
-- engine: postgres
                   ascii(substr(organisation.name, places.at, 1)) as point
-- engine: both
            from places where places.at <= length(organisation.name)
        ) letter
        order by letter.at
    ) each), ' ', '<>'), '><', ''), '<>', ' '))
where name <> '';

-- engine: sqlite
create virtual table organisation_words using fts5 (words, id unindexed, tokenize = 'ascii', prefix = '4 5 6', detail = none, columnsize = 0);
create view organisation_words_fill as
select authority_id, id, authority_id || replace(search_text, ' ', ' ' || authority_id) as words,
       '"' || authority_id || replace(search_text, ' ', '" "' || authority_id) || '"' as every_word
from organisation;
insert into organisation_words (words, id) select words, id from organisation_words_fill;
insert into organisation_words (organisation_words) values ('optimize');
-- engine: postgres
alter table organisation add column search_words tsvector
    generated always as (array_to_tsvector(array_remove(string_to_array(authority_id || replace(search_text, ' ', ' ' || authority_id), ' '), ''))) stored;
create index organisation_words on organisation using gin (search_words);
-- engine: both
