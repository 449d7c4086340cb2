-- Survey and site visit beside the review; the entry waits for them.
CREATE TABLE branches (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(8),
  owner VARCHAR(32) NOT NULL,
  reason TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_branches PRIMARY KEY (id),
  CONSTRAINT ck_branches_kind CHECK (kind IN ('survey','visit')),
  CONSTRAINT fk_branches_case_id FOREIGN KEY(case_id) REFERENCES cases (id),
  CONSTRAINT fk_branches_owner FOREIGN KEY(owner) REFERENCES staff (login)
)
;;
CREATE INDEX ix_branches_case_id ON branches (case_id)
;;
CREATE TABLE branch_ends (
  branch_id UUID NOT NULL,
  result VARCHAR(5),
  note TEXT NOT NULL,
  second VARCHAR(32),
  evidence TEXT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(32) NOT NULL,
  CONSTRAINT pk_branch_ends PRIMARY KEY (branch_id),
  CONSTRAINT ck_branch_ends_result CHECK (result IN ('fit','unfit')),
  CONSTRAINT ck_branch_ends_second CHECK (second IS NULL OR second <> actor),
  CONSTRAINT fk_branch_ends_branch_id FOREIGN KEY(branch_id) REFERENCES branches (id),
  CONSTRAINT fk_branch_ends_second FOREIGN KEY(second) REFERENCES staff (login)
)
;;
CREATE FUNCTION branches_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM staff s JOIN staff_roles r ON r.login = s.login
      AND r.role = 'approver' JOIN case_now c ON c.case_id = NEW.case_id
      WHERE s.login = NEW.owner AND s.active AND s.login IS DISTINCT FROM c.accepted_by) THEN
    PERFORM desk_refuse('D-BRANCH branches: not this owner');
  END IF;
  IF EXISTS (SELECT 1 FROM branches b LEFT JOIN branch_ends e ON e.branch_id = b.id
      WHERE b.case_id = NEW.case_id AND b.kind = NEW.kind AND e.branch_id IS NULL) THEN
    PERFORM desk_refuse('D-BRANCH branches: one is under way');
  END IF;
  PERFORM pg_notify('desk', 'case ' || NEW.case_id::text || ' branch');
  RETURN NEW;
END $$
;;
CREATE TRIGGER branches_before BEFORE INSERT ON branches
  FOR EACH ROW EXECUTE FUNCTION branches_before()
;;
ALTER TABLE branches ENABLE ALWAYS TRIGGER branches_before
;;
CREATE FUNCTION branch_ends_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE own branches;
BEGIN
  SELECT * INTO own FROM branches WHERE id = NEW.branch_id;
  IF NEW.actor IS DISTINCT FROM own.owner THEN
    PERFORM desk_refuse('D-ROLE branch_ends: not the owner');
  END IF;
  PERFORM pg_notify('desk', 'case ' || own.case_id::text || ' branch');
  RETURN NEW;
END $$
;;
CREATE TRIGGER branch_ends_before BEFORE INSERT ON branch_ends
  FOR EACH ROW EXECUTE FUNCTION branch_ends_before()
;;
ALTER TABLE branch_ends ENABLE ALWAYS TRIGGER branch_ends_before
;;
CREATE FUNCTION branches_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'case.registered' AND EXISTS (
  SELECT 1 FROM branches b LEFT JOIN branch_ends e ON e.branch_id = b.id
  WHERE b.case_id = NEW.case_id AND coalesce(e.result, '') <> 'fit'
    AND NOT EXISTS (SELECT 1 FROM branches later JOIN branch_ends le ON le.branch_id = later.id
      WHERE later.case_id = b.case_id AND later.kind = b.kind AND le.result = 'fit'
        AND later.at >= b.at AND e.result IS NOT NULL)) THEN
    PERFORM desk_refuse('D-BRANCH case_events: the entry waits for a survey or visit');
  END IF;
  RETURN NEW;
END $$
;;
CREATE TRIGGER case_events_branches BEFORE INSERT ON case_events
  FOR EACH ROW EXECUTE FUNCTION branches_entry()
;;
ALTER TABLE case_events ENABLE ALWAYS TRIGGER case_events_branches
