-- An authority's own choices among the numbers of the law, each from a day on. The table holds its other settings too.

-- name: law_choices_until
select name, value from authority_setting
where authority_id = :authority and from_day <= :day
order by from_day, name;

-- name: law_choices
select name, value, from_day from authority_setting
where authority_id = :authority
order by name, from_day;
