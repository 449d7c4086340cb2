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
CREATE OR REPLACE FUNCTION print_job_events_before() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held print_job_now;
BEGIN
  NEW.at := desk_now();
  NEW.actor := desk_actor();
  SELECT * INTO held FROM print_job_now WHERE job_id = NEW.job_id FOR UPDATE;
  IF NEW.n <> coalesce(held.n, 0) + 1 OR coalesce(held.state, '') || '>' || NEW.state NOT IN
    ('>reserved', 'reserved>sent', 'reserved>returned', 'sent>printed', 'sent>spoilt',
    'sent>returned', 'printed>checked', 'printed>spoilt', 'checked>spoilt') THEN
    PERFORM desk_refuse('D-STAGE print_job_events: no such move');
  END IF;
  RETURN NEW;
END $$
