-- A written sheet is looked at once more before it leaves the house.
DROP INDEX uq_print_job_now_certificate
;;
CREATE UNIQUE INDEX uq_print_job_now_certificate ON print_job_now (certificate_id)
  WHERE state IN ('reserved', 'sent', 'printed', 'checked')
;;
DROP INDEX uq_print_job_now_serial
;;
CREATE UNIQUE INDEX uq_print_job_now_serial ON print_job_now (serial)
  WHERE state IN ('reserved', 'sent', 'printed', 'checked', 'spoilt')
;;
DROP TRIGGER print_job_events_before
;;
CREATE TRIGGER print_job_events_before BEFORE INSERT ON print_job_events
WHEN NEW.n <> coalesce((SELECT n FROM print_job_now WHERE job_id = NEW.job_id), 0) + 1
  OR coalesce((SELECT state FROM print_job_now WHERE job_id = NEW.job_id), '')
    || '>' || NEW.state NOT IN ('>reserved', 'reserved>sent', 'reserved>returned', 'sent>printed', 'sent>spoilt',
    'sent>returned', 'printed>checked', 'printed>spoilt', 'checked>spoilt')
BEGIN SELECT RAISE(ABORT, 'D-STAGE print_job_events: no such move'); END
