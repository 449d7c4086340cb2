-- Cases accepted together, in the order in which they are entered.
CREATE TABLE bundles (
  id UUID NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_bundles PRIMARY KEY (id)
)
;;
CREATE TABLE bundle_cases (
  bundle_id UUID NOT NULL,
  place INTEGER NOT NULL,
  case_id UUID NOT NULL,
  CONSTRAINT pk_bundle_cases PRIMARY KEY (bundle_id, place),
  CONSTRAINT ck_bundle_cases_place CHECK (place >= 1),
  CONSTRAINT fk_bundle_cases_bundle_id FOREIGN KEY(bundle_id) REFERENCES bundles (id),
  CONSTRAINT fk_bundle_cases_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT uq_bundle_cases_case_id UNIQUE (case_id)
)
;;
CREATE TRIGGER bundles_stamp BEFORE INSERT ON bundles
  FOR EACH ROW EXECUTE FUNCTION desk_stamp()
;;
ALTER TABLE bundles ENABLE ALWAYS TRIGGER bundles_stamp
;;
CREATE FUNCTION bundles_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'case.registered' AND EXISTS (
    SELECT 1 FROM bundle_cases own
    JOIN bundle_cases earlier ON earlier.bundle_id = own.bundle_id AND earlier.place < own.place
    JOIN case_now c ON c.case_id = earlier.case_id
    WHERE own.case_id = NEW.case_id AND c.registered_at IS NULL) THEN
    PERFORM desk_refuse('R58 case_events: an earlier case of the bundle is not entered');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER bundles_entry BEFORE INSERT ON case_events
  FOR EACH ROW EXECUTE FUNCTION bundles_entry()
;;
ALTER TABLE case_events ENABLE ALWAYS TRIGGER bundles_entry
