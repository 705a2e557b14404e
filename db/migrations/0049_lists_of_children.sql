-- area: pupils
-- What a list shows of each child (the roll that answers today, the SEN provision, whether they are looked after) is read from these indexes
-- alone, in the order in which it is asked for.
drop index enrolment_by_pupil;
create index enrolment_by_pupil on enrolment (authority_id, pupil_id, from_day, to_day, status, id, organisation_id, year_group);
drop index sen_record_by_pupil;
create index sen_record_by_pupil on sen_record (authority_id, pupil_id, from_day, id, to_day, provision);
drop index circumstance_by_pupil;
create index circumstance_by_pupil on circumstance (authority_id, pupil_id, kind, from_day, to_day);
