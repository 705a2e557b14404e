-- area: placements
-- R18: when the parent was told of an off-site direction; and why a placement began or changed against a rule that a
-- named person may set aside.
alter table placement add column notice_given_on date;
alter table placement add column override_reason text not null default '';
alter table placement add column override_by text not null default '';
