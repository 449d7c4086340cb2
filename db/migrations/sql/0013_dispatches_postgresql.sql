-- Papers that go by courier: each step of a parcel is a row, none is left out.
CREATE TABLE dispatches (
  case_id UUID NOT NULL,
  n INTEGER NOT NULL,
  step VARCHAR(9) NOT NULL,
  waybill VARCHAR(80),
  receiver VARCHAR(200) NOT NULL,
  phone VARCHAR(80) NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_dispatches PRIMARY KEY (case_id, n),
  CONSTRAINT fk_dispatches_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT ck_dispatches_waybill CHECK (step <> 'collected' OR waybill IS NOT NULL)
)
;;
CREATE UNIQUE INDEX uq_dispatches_waybill ON dispatches (waybill) WHERE step = 'collected'
;;
CREATE FUNCTION dispatches_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM staff_roles r JOIN staff s ON s.login = r.login AND s.active
                 WHERE r.login = NEW.actor AND r.role = 'clerk') THEN
    PERFORM desk_refuse('D-ROLE dispatches: not this person');
  END IF;
  IF NEW.n <> coalesce((SELECT max(n) FROM dispatches WHERE case_id = NEW.case_id), 0) + 1 THEN
    PERFORM desk_refuse('D-VERSION dispatches: not the next step');
  END IF;
  IF coalesce((SELECT step FROM dispatches WHERE case_id = NEW.case_id ORDER BY n DESC LIMIT 1), '')
     || ' ' || NEW.step NOT IN (' labelled', ' collected', 'labelled labelled',
       'labelled collected', 'labelled fetched', 'collected delivered', 'collected returned',
       'returned labelled', 'returned fetched') THEN
    PERFORM desk_refuse('D-EXPRESS dispatches: no parcel goes this way');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER dispatches_before BEFORE INSERT ON dispatches
  FOR EACH ROW EXECUTE FUNCTION dispatches_before()
;;
ALTER TABLE dispatches ENABLE ALWAYS TRIGGER dispatches_before
